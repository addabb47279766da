/** One spelling for characters that Chinese sites use for each other. */

import others from '../../../../selectors/spellings.json';

/**
 * How else each character is spelt: the other "account" character, the other words for "you", and the traditional
 * characters of Hong Kong and Taiwan for those that the pack's texts are made of.
 */
const SPELLINGS = new Map(Object.entries(others));

/** The common misspelling of "log in": a word, since its second character has a meaning of its own elsewhere. */
const LOGIN = { other: /\u767b\u9646/g, usual: '\u767b\u5f55', char: '\u5f55', instead: '\u9646' };

const USUAL: ReadonlyMap<string, string> = new Map([...SPELLINGS].flatMap(([char, all]) => [...all].map((other) => [other, char])));

const OTHERS = new RegExp(`[${[...USUAL.keys()].join('')}]`, 'g');
const VARIED = new RegExp(`[${[LOGIN.instead, ...USUAL.keys()].join('')}]`);

/** The text with the usual spelling of every character. */
export function usual(text: string): string {
  if (!VARIED.test(text)) return text;
  return text.replace(OTHERS, (other) => USUAL.get(other) ?? other).replace(LOGIN.other, LOGIN.usual);
}

/** Every character that is spelt as `char` in the normal form, itself first. */
export function spelledAs(char: string): readonly string[] {
  const misspelt = char === LOGIN.char ? [LOGIN.instead, ...(SPELLINGS.get(LOGIN.instead) ?? '')] : [];
  return [char, ...(SPELLINGS.get(char) ?? ''), ...misspelt];
}
