/**
 * When to look again: one mutation observer that only sets a flag, listeners that set flags, and the
 * work itself in the next frame, under a budget (research/overlays: scanning per mutation froze tabs).
 */

import { LOOK_BURST_MS, LOOK_DEBT_MS, LOOK_SHARE } from './limits';

/** What changed since the last frame: the page's structure, what stands in fields, or only places. */
export interface Change {
  structure: boolean;
  values: boolean;
  places: boolean;
}

const WATCHED: MutationObserverInit = { childList: true, subtree: true, characterData: true, attributes: true };
/** After these things may stand elsewhere, or be shown and hidden by style alone, which no mutation tells. */
const EVENTS: Readonly<Record<string, Partial<Change>>> = {
  scroll: { places: true },
  transitionrun: { places: true },
  animationstart: { places: true },
  input: { values: true },
  compositionend: { values: true },
  ...Object.fromEntries(
    ['scrollend', 'resize', 'transitionend', 'animationend', 'load', 'toggle', 'click', 'change', 'focusin', 'focusout']
      .map((type) => [type, { structure: true }]),
  ),
};
const CAPTURE = { capture: true, passive: true };

export class Watch {
  #change: Change = { structure: true, values: true, places: true };
  #scheduled = false;
  /** Milliseconds of looking that the page still owes us; refilled with time, spent by looks. */
  #credit = LOOK_BURST_MS;
  #asked = performance.now();
  readonly #observer: MutationObserver;
  #root: Element | null = null;
  readonly #sizes = new ResizeObserver(() => this.touch({ places: true }));
  readonly #work: (change: Change) => void;
  readonly #owns: (node: Node) => boolean;
  readonly #armed: () => void;

  /** `armed` is called whenever listeners have to be put on the window, at first and after `document.open()`. */
  constructor(work: (change: Change) => void, owns: (node: Node) => boolean, armed: () => void) {
    this.#work = work;
    this.#owns = owns;
    this.#armed = armed;
    this.#observer = new MutationObserver((records) => this.#mutated(records));
  }

  start(): void {
    this.#observer.observe(document, WATCHED);
    this.#arm();
    this.#schedule();
  }

  stop(): void {
    this.#observer.disconnect();
    this.#sizes.disconnect();
    for (const type of Object.keys(EVENTS)) window.removeEventListener(type, this.#happened, true);
  }

  /** Open shadow roots are trees of their own; observing one twice is harmless. */
  alsoWatch(root: ShadowRoot): void {
    this.#observer.observe(root, WATCHED);
  }

  /** Asks for another frame although nothing changed by itself. */
  touch(change: Partial<Change>): void {
    Object.assign(this.#change, change);
    this.#schedule();
  }

  /** `document.open()` drops every listener but not the observer, which sees the new root arrive. */
  #arm(): void {
    if (this.#root === document.documentElement) return;
    this.#root = document.documentElement;
    for (const type of Object.keys(EVENTS)) window.addEventListener(type, this.#happened, CAPTURE);
    this.#sizes.disconnect();
    if (this.#root) this.#sizes.observe(this.#root);
    this.#armed();
  }

  readonly #happened = (event: Event): void => {
    const change = EVENTS[event.type];
    if (change) this.touch(change);
  };

  #mutated(records: MutationRecord[]): void {
    if (records.every((record) => this.#owns(record.target) || isOurs(record, this.#owns))) return;
    this.touch({ structure: true });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => this.#frame());
  }

  #frame(): void {
    this.#scheduled = false;
    this.#arm();
    const now = performance.now();
    this.#credit = Math.min(LOOK_BURST_MS, this.#credit + (now - this.#asked) * LOOK_SHARE);
    this.#asked = now;
    if (this.#change.structure && this.#credit <= 0) {
      this.#schedule();
      return;
    }
    const change = this.#change;
    this.#change = { structure: false, values: false, places: false };
    this.#work(change);
    // One slow look, on a machine that was busy, must not blind us for long.
    this.#credit = Math.max(-LOOK_DEBT_MS, this.#credit - (performance.now() - now));
  }
}

function isOurs(record: MutationRecord, owns: (node: Node) => boolean): boolean {
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return record.type === 'childList' && nodes.length > 0 && nodes.every(owns);
}
