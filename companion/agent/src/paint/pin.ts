/**
 * A top-layer box glued to an element of the page by CSS anchor positioning, without touching that element.
 *
 * Chromium moves it on the compositor, exact under zoom, transforms and nested scrolling. It is `position: fixed`: an
 * absolute one anchored in a nested scroller stretched the page's own scroll height from 3,000 to 6,125 px (measured).
 * A box that fails its check is shown again (an anchor that entered the top layer later than the box is lost), and
 * when that does not help, or for SVG targets, it is *loose*: the frame loop writes its origin.
 */

import type { Box } from '../messages';
import { boxOf, near } from './box';
import { RING_TOLERANCE } from './limits';
import { make } from './words';

const LOOSE = 2;

export class Pin {
  readonly element: HTMLElement;
  private anchor: Element | null = null;
  private misses = 0;
  private stale = true;
  private readonly written = new Map<string, string>();

  constructor(className: string, ...children: readonly Node[]) {
    this.element = make('div', `pin ${className}`, ...children);
    this.element.popover = 'manual';
  }

  /** Null for a box that finds its anchor by name. */
  aim(anchor: Element | null): void {
    if (anchor === this.anchor) return;
    this.anchor = anchor;
    this.stale = true;
    this.misses = anchor === null || anchor instanceof HTMLElement ? 0 : LOOSE;
  }

  get isLoose(): boolean {
    return this.misses >= LOOSE;
  }

  get isOpen(): boolean {
    return this.element.isConnected && this.element.matches(':popover-open');
  }

  /** Whether it must be shown (again) to stand where it was aimed. */
  get isStale(): boolean {
    return this.stale || !this.isOpen;
  }

  open(): void {
    this.close();
    this.stale = false;
    const { anchor } = this;
    if (anchor instanceof HTMLElement && !this.isLoose) this.element.showPopover({ source: anchor });
    else this.element.showPopover();
  }

  close(): void {
    if (this.isOpen) this.element.hidePopover();
  }

  /** It was not where it should be. */
  miss(): void {
    this.misses += 1;
    this.stale = true;
  }

  /** Whether it stands elsewhere than at `expected`; boxes of size 0 are compared by position alone. */
  strays(expected: Box): boolean {
    if (!this.isOpen || this.isLoose) return false;
    const [x, y, width, height] = boxOf(this.element);
    const sized = expected[2] > 0 || expected[3] > 0;
    return !near([x, y, sized ? width : 0, sized ? height : 0], expected, RING_TOLERANCE);
  }

  /** Stand `x`, `y` viewport pixels from the anchor's top left corner. */
  offset(x: number, y: number, zoom: number): void {
    this.write('--x', `${x / zoom}px`);
    this.write('--y', `${y / zoom}px`);
  }

  size(width: number, height: number, zoom: number): void {
    this.write('--w', `${width / zoom}px`);
    this.write('--h', `${height / zoom}px`);
  }

  /** For loose boxes: where the anchor is now. */
  follow(origin: Box, zoom: number): void {
    this.element.classList.toggle('loose', this.isLoose);
    if (this.isLoose) {
      this.write('--ax', `${origin[0] / zoom}px`);
      this.write('--ay', `${origin[1] / zoom}px`);
      return;
    }
    for (const name of ['--ax', '--ay']) if (this.written.delete(name)) this.element.style.removeProperty(name);
  }

  show(visible: boolean): void {
    this.element.classList.toggle('gone', !visible);
  }

  get isShown(): boolean {
    return this.isOpen && !this.element.classList.contains('gone');
  }

  write(name: string, value: string): void {
    if (this.written.get(name) === value) return;
    this.written.set(name, value);
    this.element.style.setProperty(name, value);
  }
}
