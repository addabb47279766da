/** What of the site's words may leave the page for a translator: nothing that could have been typed. */

import { typed } from '../check/value';
import type { Root } from '../page/walk';
import { LONGEST_MESSAGE } from './limits';

const WRITTEN = 'input:not([type=button], [type=submit], [type=reset], [type=image]), textarea, [contenteditable=""], [contenteditable=true]';

/** Letters in a row that may be a part of a name. */
const LATIN = /\p{Script=Latin}{3,}/u;

/** `values`: what stands in every field of the document. */
export function mayLeave(text: string, values: readonly string[]): boolean {
  const told = fold(text);
  if (told.length > LONGEST_MESSAGE || /[\p{N}@]/u.test(told) || LATIN.test(told)) return false;
  return /\p{Script=Han}/u.test(told) && !values.some((value) => sharesWords(told, fold(value)));
}

/** What was typed in any field, hidden ones too: a site may have copied a value there. */
export function valuesIn(roots: readonly Root[]): readonly string[] {
  return roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(WRITTEN)].map(typed)).filter((value) => value !== '');
}

/** Whether two characters in a row, or all of a single one, stand in both. */
function sharesWords(text: string, value: string): boolean {
  if (value.length === 1) return text.includes(value);
  for (let at = 0; at + 1 < value.length; at += 1) if (text.includes(value.slice(at, at + 2))) return true;
  return false;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
