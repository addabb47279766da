/** Looking a Chinese word up by pointing at it: only where the session has said so, and nothing of it is reported. */

import type { Word } from '../messages';
import type { Gloss } from '../paint';
import { Book } from './book';
import { glossAt } from './pointed';

/** After these the pointer no longer stands at the word, or is busy. */
const ENDS = ['pointerdown', 'pointerout', 'scroll', 'wheel', 'keydown', 'blur', 'dragstart'];

interface Place {
  readonly x: number;
  readonly y: number;
  readonly path: readonly EventTarget[];
}

export class Lookup {
  readonly #owns: (node: Node) => boolean;
  readonly #show: (gloss: Gloss | null) => void;
  #book: Book | null = null;
  #ended = new AbortController();
  #place: Place | null = null;
  #scheduled = false;
  #shown = '';

  /** `owns`: whether a node is ours; `show` is called when another word is pointed at, or none. */
  constructor(owns: (node: Node) => boolean, show: (gloss: Gloss | null) => void) {
    this.#owns = owns;
    this.#show = show;
  }

  /** Explain these words from now on; null explains nothing. */
  know(words: readonly Word[] | null): void {
    this.#book = words && new Book(words);
    if (words) return this.listen();
    this.stop();
  }

  stop(): void {
    this.#book = null;
    this.#ended.abort();
    this.#ended = new AbortController();
    this.#leave();
  }

  /** Idempotent: `document.open()` drops the listeners. */
  listen(): void {
    if (!this.#book) return;
    const options = { capture: true, passive: true, signal: this.#ended.signal };
    window.addEventListener('pointermove', this.#moved, options);
    for (const type of ENDS) window.addEventListener(type, this.#endedBy, options);
  }

  /** The page has changed under the pointer. */
  again(): void {
    if (this.#shown) this.#schedule();
  }

  readonly #moved = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // While a button is held, a slider say is being dragged.
    if (event.buttons) return this.#leave();
    this.#place = { x: event.clientX, y: event.clientY, path: event.composedPath() };
    this.#schedule();
  };

  readonly #endedBy = (event: Event): void => {
    if (event instanceof PointerEvent && event.type === 'pointerout' && event.relatedTarget) return;
    if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
    this.#leave();
  };

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      const { x, y, path } = this.#place ?? { x: 0, y: 0, path: [] };
      const isOurs = path.some((one) => one instanceof Node && this.#owns(one));
      this.#tell(this.#book && !isOurs ? glossAt(x, y, path, this.#book) : null);
    });
  }

  #leave(): void {
    this.#place = null;
    this.#tell(null);
  }

  #tell(gloss: Gloss | null): void {
    const key = gloss ? JSON.stringify(gloss) : '';
    if (key === this.#shown) return;
    this.#shown = key;
    this.#show(gloss);
  }
}
