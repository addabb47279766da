/** Which field a person is still typing in: nothing moves on, and no half word is judged, until they pause. */

import { TYPING_PAUSE_MS } from '../limits';

const CAPTURE = { capture: true, passive: true };

export class Typing {
  field: Element | null = null;
  #composing = false;
  #pause = 0;
  readonly #settled: () => void;

  constructor(settled: () => void) {
    this.#settled = settled;
  }

  /** Idempotent: listeners are lost when the page opens its document anew. */
  listen(): void {
    for (const type of ['input', 'compositionstart', 'compositionend'] as const) {
      window.addEventListener(type, this.#typed, CAPTURE);
    }
    window.addEventListener('focusout', this.#left, CAPTURE);
  }

  stop(): void {
    window.clearTimeout(this.#pause);
    for (const type of ['input', 'compositionstart', 'compositionend'] as const) {
      window.removeEventListener(type, this.#typed, true);
    }
    window.removeEventListener('focusout', this.#left, true);
  }

  /** One timer for one pause, never a period: nothing runs in a page where nobody types. */
  readonly #typed = (event: Event): void => {
    if (event.type !== 'input') this.#composing = event.type === 'compositionstart';
    const [target] = event.composedPath();
    this.field = target instanceof Element ? target : null;
    window.clearTimeout(this.#pause);
    if (!this.#composing) this.#pause = window.setTimeout(() => this.#settle(), TYPING_PAUSE_MS);
  };

  readonly #left = (): void => {
    this.#composing = false;
    this.#settle();
  };

  #settle(): void {
    window.clearTimeout(this.#pause);
    this.field = null;
    this.#settled();
  }
}
