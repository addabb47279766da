/** A small tag at every recognised field that is not the next one. */

import type { Box } from '../messages';
import { boxOf, isEmpty, visiblePart } from './box';
import { Pin } from './pin';
import type { Mark } from './scene';
import { signOf } from './sheet';
import type { Sieve } from './sieve';
import { placeTag, type TagSide } from './tags';
import { fill, make } from './words';

class Label {
  private readonly sign = make('span', 'sign');
  private readonly words = make('span', 'words');
  readonly pin = new Pin('label', this.sign, this.words);
  side: TagSide | null = null;
  /** From the field's top left corner; null where no side was free. */
  shift: readonly [number, number] | null = null;
  field: Box = [0, 0, 0, 0];
  size: readonly [number, number] = [0, 0];

  constructor(public mark: Mark) {
    this.sign.ariaHidden = 'true';
    this.say(mark);
  }

  say(mark: Mark): void {
    this.mark = mark;
    this.pin.aim(mark.element);
    this.pin.element.dataset['tone'] = mark.tone;
    fill(this.sign, signOf(mark.tone));
    fill(this.words, mark.words);
  }

  /** Where the tag belongs; size 0, since only its corner hangs on the anchor. */
  corner(): Box | null {
    return this.shift && [this.field[0] + this.shift[0], this.field[1] + this.shift[1], 0, 0];
  }
}

export class Labels {
  private readonly byTarget = new Map<string, Label>();

  get pins(): Pin[] {
    return [...this.byTarget.values()].map(({ pin }) => pin);
  }

  /** True when a label came, went, or says something else. */
  sync(marks: readonly Mark[], into: HTMLElement): boolean {
    const wanted = new Map(marks.map((mark) => [mark.target, mark]));
    let changed = false;
    for (const [target, label] of this.byTarget) {
      if (wanted.has(target)) continue;
      label.pin.element.remove();
      changed = this.byTarget.delete(target);
    }
    for (const [target, mark] of wanted) {
      const label = this.byTarget.get(target);
      if (label && same(label.mark, mark)) continue;
      changed = true;
      if (label) label.say(mark);
      else this.add(target, new Label(mark), into);
    }
    return changed;
  }

  private add(target: string, label: Label, into: HTMLElement): void {
    this.byTarget.set(target, label);
    into.append(label.pin.element);
  }

  /** Read phase: where fields and tags are now. */
  read(): void {
    for (const label of this.byTarget.values()) {
      label.field = label.mark.element.isConnected ? boxOf(label.mark.element) : [0, 0, 0, 0];
      const { width, height } = label.pin.element.getBoundingClientRect();
      label.size = [width, height];
    }
  }

  /** The marked fields that have a box. */
  get fields(): Box[] {
    return [...this.byTarget.values()].map(({ field }) => field).filter((field) => !isEmpty(field));
  }

  /** Where the tags themselves stand. */
  get tags(): Box[] {
    return [...this.byTarget.values()].flatMap(({ field, shift, size }) => (
      shift ? [[field[0] + shift[0], field[1] + shift[1], size[0], size[1]] satisfies Box] : []));
  }

  /** Still in the read phase: choose a side for each, from top to bottom, over none of `avoid`. */
  place(avoid: readonly Box[], width: number, zoom: number, sieve: Sieve): void {
    const taken = [...avoid, ...this.fields];
    const ordered = [...this.byTarget.values()].sort((a, b) => a.field[1] - b.field[1]);
    for (const label of ordered) {
      const { element, target } = label.mark;
      const cover = (side: TagSide, box: Box): number => sieve.cost(element, `${target} ${side}`, box);
      const place = isEmpty(label.field) ? null
        : placeTag(label.field, label.size, taken, width, cover, label.side, zoom);
      label.side = place?.side ?? null;
      label.shift = place && [place.box[0] - label.field[0], place.box[1] - label.field[1]];
      if (place) taken.push(place.box);
    }
  }

  /** Write phase. */
  settle(zoom: number): void {
    for (const { pin, shift, field, mark } of this.byTarget.values()) {
      pin.show(shift !== null && !(pin.isLoose && isEmpty(visiblePart(mark.element, field))));
      if (!shift) continue;
      pin.offset(shift[0], shift[1], zoom);
      pin.follow(field, zoom);
    }
  }

  strays(): Pin[] {
    return [...this.byTarget.values()].flatMap((label) => {
      const corner = label.corner();
      return corner && label.pin.strays(corner) ? [label.pin] : [];
    });
  }

  drawn(): Record<string, Box> {
    return Object.fromEntries([...this.byTarget.values()]
      .filter(({ pin, mark, field }) => pin.isShown && !isEmpty(visiblePart(mark.element, field)))
      .map(({ pin, mark }) => [mark.target, boxOf(pin.element)]));
  }
}

function same(a: Mark, b: Mark): boolean {
  return a.element === b.element && a.words === b.words && a.tone === b.tone;
}
