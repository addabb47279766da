/**
 * A top-layer box glued to an element of the page by CSS anchor positioning, without touching that element; it holds
 * the words about it.
 *
 * Chromium moves it on the compositor, exact under zoom, transforms and nested scrolling. It is `position: fixed`: an
 * absolute one lags no less (the same offset in each of 620 pictures, side by side in a nested scroller at 1,500 px/s),
 * and stretched the page's own scroll height. A box that fails its check is shown again (an anchor that entered the top
 * layer later than the box is lost), and when that does not help, or for SVG targets, it is *loose*: the frame loop
 * writes its place.
 */

import type { Box } from '../messages';
import type { Visibility } from '../page/visible';
import type { Place, Spot } from './beside';
import { boxOf, inFrame, intersection, isEmpty, union } from './box';
import { TOLERANCE } from './limits';
import { Popover } from './popover';
import type { FramedMark, Mark } from './scene';
import { dress, fill, make } from './words';

const LOOSE = 2;

export class Pin extends Popover {
  readonly speech = make('div', '');
  /** The target now, and the words' size; null while the target has no box. */
  spot: Spot | null = null;
  /** Where the words go; null takes them out of sight. */
  place: Place | null = null;
  anchor!: HTMLElement | SVGElement;
  #isNext = false;
  #mark: Mark | FramedMark | null = null;
  #sight: Visibility | null = null;
  #misses = 0;
  #flow = '';
  #checked = '';
  #checkedIn: CSSNumberish | null = null;
  #style = '';

  /** To be aimed before anything else. */
  constructor() {
    super(make('div', ''));
    this.element.append(this.speech);
  }

  /** True when anything is other than before. A label that becomes the next target's bubble stays open where it is. */
  aim(mark: Mark | FramedMark, isNext: boolean): boolean {
    const anchor = 'owner' in mark ? mark.owner : mark.element;
    if (this.#mark && isNext === this.#isNext && isSame(this.#mark, mark)) return false;
    if (isNext !== this.#isNext) this.place = null;
    this.#isNext = isNext;
    if (anchor !== this.anchor) [this.isStale, this.#misses, this.#flow] = [true, 0, getComputedStyle(anchor).display];
    this.anchor = anchor;
    this.#mark = mark;
    dress(this.speech, `${isNext ? 'bubble' : 'label'} ${mark.tone}`);
    fill(this.speech, mark.words);
    return true;
  }

  get isBesideRing(): boolean {
    return !!this.#mark && 'isBesideRing' in this.#mark && this.#mark.isBesideRing === true;
  }

  get isFramed(): boolean {
    return !!this.#mark && 'owner' in this.#mark;
  }

  get #isLoose(): boolean {
    return this.#misses >= LOOSE || !(this.anchor instanceof HTMLElement);
  }

  get #isInline(): boolean {
    return this.#flow === 'inline' && !this.#isLoose && !this.isFramed;
  }

  override open(): void {
    super.open(this.#isLoose ? undefined : this.anchor as HTMLElement);
  }

  read(sight: Visibility): void {
    const mark = this.#mark;
    if (!mark) return;
    const anchor = boxOf(this.anchor);
    const [, , width, height] = boxOf(this.speech);
    const [target, clear] = 'owner' in mark
      ? [inFrame(mark.owner, mark.rect), mark.clear && inFrame(mark.owner, mark.clear)]
      : [anchor, mark.clear && boxOf(mark.clear)];
    this.spot = isEmpty(anchor) ? null : { target, keep: clear ? union(target, clear) : target, size: [width, height] };
    this.#sight = sight;
    this.#check();
  }

  /** Whether scrollers, frames and the window left anything of the target in sight when it was read. */
  get isSeen(): boolean {
    if (!this.spot || !this.#sight) return false;
    const { left, top, right, bottom } = this.#sight.inSight(this.anchor);
    return !isEmpty(intersection([left, top, right - left, bottom - top], this.spot.target));
  }

  /** The box of the words, where they are shown. */
  get said(): Box[] {
    const { place, spot } = this;
    return place && spot ? [[spot.target[0] + place.shift[0], spot.target[1] + place.shift[1], ...spot.size]] : [];
  }

  /** Write what has changed; `isUnder`: something of ours lies where the words would be. */
  settle(zoom: number, isUnder: boolean): void {
    const { element, place, spot } = this;
    const px = (length: number): string => `${length / zoom}px;`;
    const isSized = this.#isLoose || this.isFramed;
    let style = spot && (!isSized || this.isSeen) ? '' : 'visibility:hidden;';
    if (spot && !this.#isInline) {
      const [x, y] = this.#isLoose ? [0, 0] : boxOf(this.anchor);
      const [left, top, width, height] = spot.target;
      if (isSized) style += `--x:${px(left - x)}--y:${px(top - y)}`;
      style += `--w:${px(width)}--h:${px(height)}`;
    }
    if (place) {
      style += `--dx:${px(place.shift[0])}--dy:${px(place.shift[1])}--arrow:${px(place.arrow)}`;
    }
    dress(element, `pin ${place?.side}${isSized ? ' sized' : this.#isInline ? ' inline' : ''}${this.#isNext && !this.isFramed ? ' ring' : ''}${isUnder ? ' under' : ''}`);
    if (style !== this.#style) element.style.cssText = this.#style = style;
  }

  /**
   * Notes when it is not where the last frame should have put it; asked before anything is written in this one, which
   * would cost a layout, and once a frame. Not while the target moves: layout follows a scroll one frame after the
   * compositor did, and two such frames would leave the pin loose, 25 px behind, for good (benchmarks/scroll_offset).
   */
  #check(): void {
    const { target } = this.spot ?? {};
    const frame = document.timeline.currentTime;
    if (frame === this.#checkedIn) return;
    const isMoving = String(target) !== this.#checked;
    [this.#checked, this.#checkedIn] = [String(target), frame];
    const isOff = !isMoving && target && boxOf(this.element).some((value, index) => Math.abs(value - (target[index] ?? 0)) > TOLERANCE);
    if (!isOff || this.#isLoose) return;
    this.#misses += 1;
    this.isStale = true;
  }
}

/** Boxes by their sides, everything else by itself. */
function isSame(one: Mark | FramedMark, other: Mark | FramedMark): boolean {
  const [before, after] = [Object.entries(one), new Map(Object.entries(other))];
  return before.length === after.size && before.every(([key, value]) => {
    const now: unknown = after.get(key);
    return value === now || (Array.isArray(value) && String(value) === String(now));
  });
}
