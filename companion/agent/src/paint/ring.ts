/** The ring round the next target; round a target of a child frame it is an unseen stand-in the bubble hangs on. */

import type { Box } from '../messages';
import { boxOf, intersection, isEmpty, visiblePart } from './box';
import { Pin } from './pin';
import type { FramedMark, Mark } from './scene';

export class Ring {
  readonly pin = new Pin('ring');
  private framed: FramedMark | null = null;
  private element: Element | null = null;

  constructor() {
    this.pin.element.ariaHidden = 'true';
    this.pin.element.addEventListener('animationend', () => this.pin.element.classList.remove('fresh'));
  }

  get isWanted(): boolean {
    return this.element !== null;
  }

  get isVeil(): boolean {
    return this.framed !== null;
  }

  aim(next: Mark | null, framed: FramedMark | null): void {
    const element = next?.element ?? framed?.owner ?? null;
    this.framed = next ? null : framed;
    this.pin.element.classList.toggle('veil', this.framed !== null);
    if (element !== this.element) this.pin.element.classList.add('fresh');
    this.element = element;
    this.pin.aim(element);
  }

  /** Where the ring belongs; null when its target has no box. */
  expected(): Box | null {
    if (!this.element?.isConnected) return null;
    const box = boxOf(this.element);
    if (isEmpty(box)) return null;
    return this.framed ? within(this.framed, box) : box;
  }

  /** What of it a person can see now. */
  visible(expected: Box): Box {
    if (!this.element) return [0, 0, 0, 0];
    if (!this.framed) return visiblePart(this.element, expected);
    const content = contentBox(this.framed.owner, boxOf(this.framed.owner));
    return visiblePart(this.framed.owner, intersection(expected, content));
  }

  settle(expected: Box | null, zoom: number): void {
    this.pin.show(expected !== null);
    if (!expected || !this.element) return;
    if (this.framed && !this.pin.isLoose) {
      const owner = boxOf(this.element);
      this.pin.offset(expected[0] - owner[0], expected[1] - owner[1], zoom);
    } else {
      this.pin.offset(0, 0, zoom);
    }
    this.pin.size(expected[2], expected[3], zoom);
    this.pin.follow(expected, zoom);
  }
}

/** The frame's own viewport in ours: inside border and padding, scaled as the frame is. */
function contentBox(owner: HTMLElement, [x, y, width, height]: Box): Box {
  const scaleX = owner.offsetWidth ? width / owner.offsetWidth : 1;
  const scaleY = owner.offsetHeight ? height / owner.offsetHeight : 1;
  const style = getComputedStyle(owner);
  const left = owner.clientLeft + parseFloat(style.paddingLeft);
  const top = owner.clientTop + parseFloat(style.paddingTop);
  return [
    x + left * scaleX, y + top * scaleY,
    (owner.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)) * scaleX,
    (owner.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)) * scaleY,
  ];
}

function within({ owner, rect }: FramedMark, box: Box): Box {
  const content = contentBox(owner, box);
  const scaleX = owner.offsetWidth ? box[2] / owner.offsetWidth : 1;
  const scaleY = owner.offsetHeight ? box[3] / owner.offsetHeight : 1;
  return [content[0] + rect[0] * scaleX, content[1] + rect[1] * scaleY, rect[2] * scaleX, rect[3] * scaleY];
}
