/** Messages of the site that nobody has explained yet: shown word by word, or by machine once the person agreed. */

import type { UnknownBrief } from '../brief';
import type { Mark } from '../paint';
import { normal } from '../page/text';
import type { Visibility } from '../page/visible';
import type { Root } from '../page/walk';
import type { Book } from './book';
import { mayLeave, valuesIn } from './gate';
import { LONGEST_UNKNOWN, UNKNOWNS } from './limits';
import { floats, isFault, isMessage, isSeen, isSpoken } from './stands';

/** Where sites put messages; everything else may be anything. */
const PLACES = '[role=alert], [role=alertdialog] p, [aria-live=assertive], [class*=error], [class*=err-], [class*=-err], [class*=toast], ' +
  '[class*=message-content], [class*=message-title], [class*=warn], [class*=form-item-help], [class*=tips-error]';
const PLACES_ASKED = 60;
const HAN = /\p{Script=Han}/u;

interface Unexplained {
  readonly element: HTMLElement;
  readonly text: string;
}

export class Unknown {
  readonly #brief: UnknownBrief;
  readonly #book: Book;
  readonly #lasting: ReadonlySet<string>;
  #found: readonly Unexplained[] = [];
  /** What stood in fields at that look: nothing of it may be told. */
  #values: readonly string[] = [];
  #may = false;
  #meanings: Readonly<Record<string, string>> = {};

  constructor(brief: UnknownBrief, book: Book) {
    this.#brief = brief;
    this.#book = book;
    this.#lasting = new Set(brief.lasting);
  }

  /** `known`: elements whose words have been explained. */
  look(roots: readonly Root[], known: readonly Element[], visibility: Visibility): void {
    const places = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(PLACES)].slice(0, PLACES_ASKED));
    const found = places.filter((place) => this.#isMessage(place, visibility))
      .filter((place) => !known.some((one) => one.contains(place) || place.contains(one)));
    const innermost = found.filter((place) => !found.some((other) => other !== place && place.contains(other)));
    const told = innermost.map((element) => ({ element, text: (element.textContent ?? '').trim() }));
    this.#found = [...new Map(told.map((one) => [one.text, one] as const)).values()].slice(0, UNKNOWNS);
    this.#values = this.#may && this.#found.length ? valuesIn(roots) : [];
  }

  agree(may: boolean, meanings: Readonly<Record<string, string>>): void {
    this.#may = may;
    this.#meanings = meanings;
  }

  /** What may be translated and is not yet; empty before the person has agreed. */
  asks(): string[] {
    if (!this.#may) return [];
    return this.#found.map(({ text }) => text).filter((text) => !(text in this.#meanings) && mayLeave(text, this.#values));
  }

  marks(): Mark[] {
    return this.#found.flatMap(({ element, text }, index) => {
      const words = this.#words(text);
      return words ? [{ target: `message:${index}`, element, words, tone: 'todo' as const }] : [];
    });
  }

  #words(text: string): string {
    const meaning = this.#meanings[text];
    if (meaning) return `${this.#brief.said} **${meaning}** (${this.#brief.machine})`;
    const glossed = this.#gloss(normal(text));
    return glossed.length ? `${this.#brief.said} ${glossed.join(', ')}` : '';
  }

  /** The words of the pack that stand in the text, the longest first. */
  #gloss(text: string): string[] {
    let left = text;
    return this.#brief.words.flatMap(([word, meaning]) => {
      if (!left.includes(word)) return [];
      left = left.replaceAll(word, ' ');
      return [`${word} (${meaning})`];
    });
  }

  #isMessage(place: HTMLElement, visibility: Visibility): boolean {
    const raw = place.textContent ?? '';
    if (!HAN.test(raw) || raw.length > 2 * LONGEST_UNKNOWN || place.querySelector('input, select, textarea, label, button, iframe')) return false;
    const text = normal(raw);
    // A known text that does not count here stands as a hint.
    if (text.length < 2 || this.#book.read(raw) !== null || text.length > LONGEST_UNKNOWN || this.#lasting.has(text)) return false;
    return isSeen(place, visibility) && isMessage(place) && (isFault(place) || isSpoken(place) || floats(place));
  }
}
