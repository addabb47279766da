/** Whether words ask, or tell what might happen: "if the code has expired, …" stands in advice, and is no message. */

import type { SupposedBrief } from '../brief';
import { normal } from '../page/text';

const SENTENCES = /[\u3002\uff01\uff1f!?\n]/u;
const QUESTION = /^[^\u3002\uff01\uff1f!?\n\uff0c,\uff1b;\uff1a:]*[\uff1f?]/u;
const CLAUSES = /[\uff0c,\uff1b;\uff1a:\u3001"\u201c\u201d\u300c\u300d\uff08\uff09()]/u;

export interface Span {
  /** Characters, in normal form. */
  readonly at: number;
  readonly end: number;
}

/** Where the fixed parts stand in a text that has them in this order. */
export function spanOf(text: string, parts: readonly string[]): Span {
  let [at, end] = [-1, 0];
  for (const part of parts.filter(Boolean)) {
    const found = text.indexOf(part, end);
    if (at < 0) at = found;
    end = found + part.length;
  }
  return { at, end };
}

/** A condition begins a clause of the same sentence before the words, or follows them at once. */
export function isSupposed(raw: string, { at, end }: Span, { before, after }: SupposedBrief): boolean {
  const text = normal(raw);
  if (after.some((word) => text.startsWith(word, end))) return true;
  let offset = 0;
  for (const sentence of raw.split(SENTENCES)) {
    const next = offset + normal(sentence).length;
    if (at < next) return beginsBefore(sentence, at - offset, before);
    offset = next;
  }
  return false;
}

/** The clause in which the words end is asked: "is the account locked?" Behind a comma, advice may be asked: "try …?". */
export function isAsked(raw: string, { end }: Span): boolean {
  let offset = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (offset >= end) return QUESTION.test(raw.slice(at));
    offset += normal(raw.charAt(at)).length;
  }
  return false;
}

function beginsBefore(sentence: string, at: number, words: readonly string[]): boolean {
  let offset = 0;
  for (const clause of sentence.split(CLAUSES)) {
    if (offset > at) return false;
    const said = normal(clause);
    if (words.some((word) => said.startsWith(word))) return true;
    offset += said.length;
  }
  return false;
}
