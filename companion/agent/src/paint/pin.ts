/**
 * A top-layer box that stays with an element of the page, without touching that element; it holds the words about it.
 *
 * Chromium moves it on the compositor, exact under zoom, transforms and nested scrolling. An anchored one is fixed: an
 * absolute one lags no less (the same offset in each of 620 pictures, side by side in a nested scroller at 1,500 px/s).
 * One that fails its check is shown again (an anchor that entered the top layer later than the box is lost), and when
 * that does not help, the frame loop writes its place.
 */

import type { Box } from '../messages';
import type { Visibility } from '../page/visible';
import type { Place, Spot } from './beside';
import { boxOf, inFrame, intersection, isEmpty, sidesOf, union } from './box';
import { TOLERANCE } from './limits';
import { Popover } from './popover';
import type { FramedMark, Mark } from './scene';
import { dress, fill, make } from './words';

/** After as many failed checks it can't be anchored. */
const MISSES = 2;

/**
 * What a pin is held by. A tag has its place in the document, and goes with the page's own scroll; that takes nothing
 * from the page, while each anchored box makes every layout dearer (13 of them: 15 ms for a key instead of 7). The next
 * target's box is anchored, since it has to be right in every frame: by its middle, by its edges where no observer
 * would tell of a new size, or within a frame. The frame loop places what can't be anchored: what is drawn in SVG.
 */
type Hold = 'page' | 'middle' | 'edges' | 'frame' | 'loop';
const ANCHORED: ReadonlySet<Hold> = new Set(['middle', 'edges', 'frame']);
/** The browser hides what is anchored with its anchor, but not for the part of a frame that is scrolled away. */
const HIDDEN_UNSEEN: ReadonlySet<Hold> = new Set(['frame', 'loop']);

export class Pin extends Popover {
  readonly speech = make('div', '');
  /** The target now, and the words' size; null while the target has no box. */
  spot: Spot | null = null;
  /** Where the words go; null takes them out of sight. */
  place: Place | null = null;
  /** Whether scrollers, frames and the window left anything of the target in sight when it was read. */
  isSeen = false;
  anchor!: HTMLElement | SVGElement;
  #isNext = false;
  #mark: Mark | FramedMark | null = null;
  #misses = 0;
  #hold: Hold = 'loop';
  /** In the window, and yet not to be seen: something round it cuts it off. */
  #isCut = false;
  /** Where a box with a place of its own counts from. */
  #origin: readonly [x: number, y: number] = [0, 0];
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
    if (anchor !== this.anchor) [this.isStale, this.#misses] = [true, 0];
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

  /** Take hold; to be called before it is opened, and again when the page may have another style. */
  hold(sight: Visibility): void {
    const before = this.#hold;
    this.#hold = this.#holdIn(sight);
    if ((before === 'loop') !== (this.#hold === 'loop')) this.isStale = true;
  }

  #holdIn(sight: Visibility): Hold {
    if (!this.#isNext && sight.isOnPage(this.anchor)) return 'page';
    if (this.#misses >= MISSES || !(this.anchor instanceof HTMLElement)) return 'loop';
    if (this.isFramed) return 'frame';
    return getComputedStyle(this.anchor).display === 'inline' ? 'edges' : 'middle';
  }

  override open(): void {
    // A tag that becomes the ring is anchored where it is, without being shown anew.
    super.open(this.#hold !== 'loop' && this.anchor instanceof HTMLElement ? this.anchor : undefined);
  }

  read(sight: Visibility): void {
    const mark = this.#mark;
    if (!mark) return;
    const anchor = boxOf(this.anchor);
    const [, , width, height] = boxOf(this.speech);
    const [target, clear] = 'owner' in mark
      ? [inFrame(mark.owner, mark.rect), mark.clear && inFrame(mark.owner, mark.clear)]
      : [anchor, mark.clear && boxOf(mark.clear)];
    this.#origin = this.#hold === 'page' ? [-scrollX, -scrollY] : this.#hold === 'loop' ? [0, 0] : [anchor[0], anchor[1]];
    this.spot = isEmpty(anchor) ? null : { target, keep: clear ? union(target, clear) : target, size: [width, height] };
    this.isSeen = this.spot !== null && !isEmpty(intersection(sidesOf(sight.inSight(this.anchor)), target));
    this.#isCut = !this.isSeen && !isEmpty(intersection([0, 0, innerWidth, innerHeight], target));
    this.check();
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
    const isHidden = !spot || (HIDDEN_UNSEEN.has(this.#hold) ? !this.isSeen : this.#hold === 'page' && this.#isCut);
    let style = isHidden ? 'visibility:hidden;' : '';
    if (spot) {
      const [[left, top, width, height], [x, y]] = [spot.target, this.#origin];
      style += `--x:${px(left - x)}--y:${px(top - y)}--w:${px(width)}--h:${px(height)}`;
    }
    if (place) style += `--dx:${px(place.shift[0])}--dy:${px(place.shift[1])}--arrow:${px(place.arrow)}`;
    dress(element, `pin ${this.#hold} ${place?.side}${this.#isNext && !this.isFramed ? ' ring' : ''}${isUnder ? ' under' : ''}`);
    if (style !== this.#style) element.style.cssText = this.#style = style;
  }

  /**
   * Notes when it is not where the last frame should have put it; asked before anything is written in this one, which
   * would cost a layout, and once a frame. Not while the target moves: layout follows a scroll one frame after the
   * compositor did, and two such frames would leave the pin to the frame loop, 25 px behind, for good (benchmarks/scroll_offset).
   */
  check(): void {
    const { target } = this.spot ?? {};
    const frame = document.timeline.currentTime;
    if (frame === this.#checkedIn) return;
    const isMoving = String(target) !== this.#checked;
    [this.#checked, this.#checkedIn] = [String(target), frame];
    const isOff = !isMoving && target && boxOf(this.element).some((value, index) => Math.abs(value - (target[index] ?? 0)) > TOLERANCE);
    if (!isOff || !ANCHORED.has(this.#hold)) return;
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
