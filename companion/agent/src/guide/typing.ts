/** Which field a person is at, and whether they are still typing: no half word is judged until they pause or leave. */

import { TYPING_PAUSE_MS } from '../limits';
import type { Hands } from './guide';

const CAPTURE = { capture: true, passive: true };
const TYPED = ['input', 'compositionstart', 'compositionend'] as const;

/** What comes in one piece is finished at once. */
const PIECES: ReadonlySet<string> = new Set(['insertFromPaste', 'insertFromDrop', 'insertReplacementText', 'insertFromYank']);

export class Typing {
  #busy: Element | null = null;
  #held: Element | null = null;
  #composing = false;
  #pause = 0;
  readonly #settled: () => void;

  constructor(settled: () => void) {
    this.#settled = settled;
  }

  /** Idempotent: listeners are lost when the page opens its document anew. */
  listen(): void {
    for (const type of TYPED) window.addEventListener(type, this.#typed, CAPTURE);
    window.addEventListener('focusout', this.#left, CAPTURE);
  }

  stop(): void {
    window.clearTimeout(this.#pause);
    for (const type of TYPED) window.removeEventListener(type, this.#typed, true);
    window.removeEventListener('focusout', this.#left, true);
  }

  hands(): Pick<Hands, 'busy' | 'held' | 'composing'> {
    return { busy: this.#busy, held: this.#held, composing: this.#composing };
  }

  /** One timer for one pause, never a period: nothing runs in a page where nobody types. */
  readonly #typed = (event: Event): void => {
    const [target] = event.composedPath();
    const field = target instanceof Element ? target : null;
    if (this.#isPiece(event, field)) {
      if (event instanceof InputEvent) this.#held = field;
      return this.#settle();
    }
    if (event.type !== 'input') this.#composing = event.type === 'compositionstart';
    else if (event instanceof InputEvent) this.#composing = event.isComposing;
    this.#busy = this.#held = field;
    window.clearTimeout(this.#pause);
    if (!this.#composing) this.#pause = window.setTimeout(() => this.#settle(), TYPING_PAUSE_MS);
  };

  /** A browser or a password manager that fills a field in sends no keys: its event has no kind. */
  #isPiece(event: Event, field: Element | null): boolean {
    if (event.type !== 'input' || this.#composing) return false;
    if (event instanceof InputEvent && event.inputType) return PIECES.has(event.inputType);
    return field !== this.#busy;
  }

  readonly #left = (): void => {
    this.#composing = false;
    this.#held = null;
    this.#settle();
  };

  #settle(): void {
    window.clearTimeout(this.#pause);
    this.#busy = null;
    this.#settled();
  }
}
