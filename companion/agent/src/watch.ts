/**
 * When to look again: one mutation observer that only sets a flag, listeners that set flags, and the
 * work itself in the next frame, under a budget (research/overlays: scanning per mutation froze tabs).
 */

import { LOOK_BURST_MS, LOOK_SHARE } from './limits';

/** What changed since the last frame: the page's structure, what stands in fields, or only places. */
export interface Change {
  structure: boolean;
  values: boolean;
  places: boolean;
}

const WATCHED: MutationObserverInit = { childList: true, subtree: true, characterData: true, attributes: true };
const PLACES = ['scroll', 'resize', 'transitionrun', 'transitionend', 'animationstart', 'animationend', 'load', 'toggle'];
const VALUES = ['input', 'change', 'focusin', 'focusout', 'compositionend'];

export class Watch {
  private change: Change = { structure: true, values: true, places: true };
  private scheduled = false;
  /** Milliseconds of looking that the page still owes us; refilled with time, spent by looks. */
  private credit = LOOK_BURST_MS;
  private asked = performance.now();
  private readonly observer: MutationObserver;
  private root: Element | null = null;

  constructor(
    private readonly document: Document,
    private readonly work: (change: Change) => void,
    private readonly owns: (node: Node) => boolean,
  ) {
    this.observer = new MutationObserver((records) => this.mutated(records));
  }

  start(): void {
    this.observer.observe(this.document, WATCHED);
    this.arm();
    this.schedule();
  }

  stop(): void {
    this.observer.disconnect();
    const view = this.document.defaultView;
    for (const type of PLACES) view?.removeEventListener(type, this.moved, true);
    for (const type of VALUES) view?.removeEventListener(type, this.edited, true);
  }

  /** Open shadow roots are trees of their own; observing one twice is harmless. */
  alsoWatch(root: ShadowRoot): void {
    this.observer.observe(root, WATCHED);
  }

  /** Asks for another frame although nothing changed by itself. */
  touch(change: Partial<Change>): void {
    Object.assign(this.change, change);
    this.schedule();
  }

  /** `document.open()` drops every listener but not the observer, which sees the new root arrive. */
  private arm(): void {
    if (this.root === this.document.documentElement) return;
    this.root = this.document.documentElement;
    const view = this.document.defaultView;
    const options = { capture: true, passive: true };
    for (const type of PLACES) view?.addEventListener(type, this.moved, options);
    for (const type of VALUES) view?.addEventListener(type, this.edited, options);
  }

  private readonly moved = (): void => this.touch({ places: true });
  private readonly edited = (): void => this.touch({ values: true });

  private mutated(records: MutationRecord[]): void {
    if (records.every((record) => this.owns(record.target) || isOurs(record, this.owns))) return;
    this.touch({ structure: true });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => this.frame());
  }

  private frame(): void {
    this.scheduled = false;
    this.arm();
    const now = performance.now();
    this.credit = Math.min(LOOK_BURST_MS, this.credit + (now - this.asked) * LOOK_SHARE);
    this.asked = now;
    if (this.change.structure && this.credit <= 0) {
      this.schedule();
      return;
    }
    const change = this.change;
    this.change = { structure: false, values: false, places: false };
    this.work(change);
    this.credit -= performance.now() - now;
  }
}

function isOurs(record: MutationRecord, owns: (node: Node) => boolean): boolean {
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return record.type === 'childList' && nodes.length > 0 && nodes.every(owns);
}
