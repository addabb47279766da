/** Every known message of the site, made to be recognised: whole texts at once, stems by what is fixed in them. */

import type { NoticeBrief, SupposedBrief } from '../brief';
import { usual } from '../page/spelling';
import { normal } from '../page/text';
import { LONGEST_STEMMED, READINGS } from './limits';
import { isAsked, isSupposed, spanOf } from './supposed';

export interface Reading {
  readonly notice: NoticeBrief;
  /** The whole text is one of the pack's, and not only like a stem. */
  readonly exact: boolean;
  /** Known by a stem that may begin with anything: a sentence about messages has such words, too. */
  readonly loose: boolean;
}

interface Stem {
  readonly notice: NoticeBrief;
  /** What is fixed: a beginning, pieces in their order, and an end. */
  readonly parts: readonly string[];
  /** Characters that are fixed: the more, the more it means. */
  readonly weight: number;
}

export class Book {
  readonly #whole = new Map<string, NoticeBrief>();
  /** By the first two characters of its longest fixed part. */
  readonly #stems = new Map<string, Stem[]>();
  /** Every two characters that follow each other in a fixed part: a text with none of them is no message. */
  readonly #pairs = new Set<string>();
  readonly #readings = new Map<string, Reading | null>();

  readonly #supposed: SupposedBrief;

  constructor(notices: readonly NoticeBrief[], supposed: SupposedBrief) {
    this.#supposed = supposed;
    for (const notice of notices) for (const text of notice.texts) this.#learn(notice, text.split('*'));
  }

  #learn(notice: NoticeBrief, parts: readonly string[]): void {
    for (const part of parts) for (const pair of pairsOf(part)) this.#pairs.add(pair);
    if (parts.length === 1) {
      this.#whole.set(parts[0] ?? '', notice);
      return;
    }
    const longest = parts.reduce((one, other) => (other.length > one.length ? other : one));
    const key = longest.slice(0, 2);
    this.#stems.set(key, [...(this.#stems.get(key) ?? []), { notice, parts, weight: parts.join('').length }]);
  }

  /** Whether raw text of the page may be a message or a part of one; a quick look, often right. */
  mayHold(raw: string): boolean {
    const text = usual(raw.trim().toLowerCase());
    // A message split into single characters: what is round them is asked.
    if (text.length <= 2) return text.length > 0;
    for (const pair of pairsOf(text)) if (this.#pairs.has(pair)) return true;
    return false;
  }

  read(raw: string): Reading | null {
    let reading = this.#readings.get(raw);
    if (reading === undefined) {
      if (this.#readings.size >= READINGS) this.#readings.clear();
      this.#readings.set(raw, (reading = this.#find(normal(raw), raw)));
    }
    return reading;
  }

  #find(text: string, raw: string): Reading | null {
    const notice = this.#whole.get(text);
    if (notice) return { notice, exact: true, loose: false };
    if (text.length > LONGEST_STEMMED) return null;
    let best: Stem | null = null;
    for (const pair of pairsOf(text)) {
      for (const stem of this.#stems.get(pair) ?? []) {
        if (stem.weight > (best?.weight ?? 0) && fits(text, stem.parts)) best = stem;
      }
    }
    if (!best) return null;
    const span = spanOf(text, best.parts);
    if (!best.notice.asks && isAsked(raw, span)) return null;
    if (isSupposed(raw, span, this.#supposed)) return null;
    return { notice: best.notice, exact: false, loose: best.parts[0] === '' };
  }
}

function* pairsOf(text: string): Generator<string> {
  for (let at = 0; at + 1 < text.length; at += 1) yield text.slice(at, at + 2);
}

/** Whether the text begins with the first part, ends with the last, and has the others between them in order. */
function fits(text: string, parts: readonly string[]): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
