/** Which field a person is still typing in: nothing moves on, and no half word is judged, until they pause. */

import { TYPING_PAUSE_MS } from '../limits';

export class Typing {
  field: Element | null = null;
  private composing = false;
  private pause = 0;

  constructor(private readonly document: Document, private readonly settled: () => void) {}

  start(): void {
    this.toggle('addEventListener');
  }

  stop(): void {
    window.clearTimeout(this.pause);
    this.toggle('removeEventListener');
  }

  private toggle(how: 'addEventListener' | 'removeEventListener'): void {
    const options = { capture: true, passive: true };
    this.document[how]('input', this.typed, options);
    this.document[how]('compositionstart', this.began, options);
    this.document[how]('compositionend', this.ended, options);
    this.document[how]('focusout', this.left, options);
  }

  private readonly typed = (event: Event): void => this.hold(event);

  private readonly began = (event: Event): void => {
    this.composing = true;
    this.hold(event);
  };

  private readonly ended = (event: Event): void => {
    this.composing = false;
    this.hold(event);
  };

  private readonly left = (): void => {
    this.composing = false;
    this.settle();
  };

  /** One timer for one pause, never a period: nothing runs in a page where nobody types. */
  private hold(event: Event): void {
    const target = event.composedPath()[0];
    this.field = target instanceof Element ? target : null;
    window.clearTimeout(this.pause);
    if (!this.composing) this.pause = window.setTimeout(() => this.settle(), TYPING_PAUSE_MS);
  }

  private settle(): void {
    window.clearTimeout(this.pause);
    this.field = null;
    this.settled();
  }
}
