/** The sentence beside the next target, with an arrow toward it. */

import type { Box, Tone } from '../messages';
import { Pin } from './pin';
import { type Placement, placeBubble, type Side, type Surroundings } from './sides';
import { signOf } from './sheet';
import { fill, make } from './words';

export class Bubble {
  private readonly sign = make('span', 'sign');
  private readonly words = make('span', 'words');
  readonly pin = new Pin('bubble', make('i', 'arrow'), this.sign, this.words);
  isWanted = false;
  private side: Side | null = null;
  private placement: Placement | null = null;

  constructor() {
    this.sign.ariaHidden = 'true';
  }

  say(spoken: { readonly words: string; readonly tone: Tone } | null): void {
    this.isWanted = spoken !== null;
    if (!spoken) return;
    fill(this.words, spoken.words);
    fill(this.sign, signOf(spoken.tone));
    this.pin.element.dataset['tone'] = spoken.tone;
  }

  /** Choose a place for a bubble of the size it has now; null takes it out of sight. */
  place(target: Box | null, seen: boolean, around: Surroundings): Box | null {
    const { offsetWidth, offsetHeight } = this.pin.element;
    const size = [offsetWidth * around.zoom, offsetHeight * around.zoom] as const;
    this.placement = target && seen && this.isWanted ? placeBubble(target, size, around, this.side) : null;
    return this.placement?.box ?? null;
  }

  settle(target: Box | null, zoom: number): void {
    this.pin.show(this.placement !== null);
    if (!this.placement || !target) return;
    const { side, box, arrow } = this.placement;
    if (side !== this.side) this.pin.element.dataset['side'] = side;
    this.side = side;
    this.pin.offset(box[0] - target[0], box[1] - target[1], zoom);
    this.pin.write('--arrow', `${arrow}px`);
    this.pin.follow(target, zoom);
  }

  get box(): Box | null {
    return this.placement?.box ?? null;
  }
}
