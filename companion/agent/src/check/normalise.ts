/** One form for what was typed or pasted: half width, without separators and without signs that nobody sees. */

/** Direction marks and the like, which come along when a number is copied from a list of contacts. */
const UNSEEN = /\p{Cf}/gu;
const SEPARATORS = /[\s.\-()·/\u2010-\u2015\u2212]/gu;

export function normalise(value: string): string {
  return value.normalize('NFKC').replace(UNSEEN, '').replace(SEPARATORS, '');
}

/** Whether digits stand there as a site's own pattern wants them: plain, and nothing between. */
export function isPlain(value: string): boolean {
  return /^\+?[0-9]*$/.test(value);
}

/** Latin letters with marks: an input method left on. Other scripts are another mistake. */
export function hasAccents(value: string): boolean {
  const ascii = /[\x00-\x7f]/gu;
  return /\p{Script=Latin}|\p{M}/u.test(value.normalize('NFC').normalize('NFKC').replace(ascii, ''));
}
