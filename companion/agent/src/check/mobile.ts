/** Vietnamese mobile numbers (users.md b.3): nine digits after the nought or the country's +84. */

const MOBILE = /^[35789]\d{8}$/;

/** Prefixes of the eleven digit numbers until 2018, without their nought, and what became of them. */
const RENUMBERED: Readonly<Record<string, string>> = {
  120: '70', 121: '79', 122: '77', 126: '76', 128: '78',
  123: '83', 124: '84', 125: '85', 127: '81', 129: '82',
  162: '32', 163: '33', 164: '34', 165: '35', 166: '36', 167: '37', 168: '38', 169: '39',
  186: '56', 188: '58', 199: '59',
};

export function isMobile(digits: string): boolean {
  return MOBILE.test(digits);
}

/** Ten digits of the old kind as the nine of today; null for any other. */
export function renumbered(digits: string): string | null {
  const prefix = RENUMBERED[digits.slice(0, 3)];
  return prefix && /^\d{10}$/.test(digits) ? prefix + digits.slice(3) : null;
}

/** The nine digits of a number that is written out somewhere in a text, however it begins; null without one. */
export function mobileIn(text: string): string | null {
  for (const [run] of text.matchAll(/\d{9,}/g)) {
    const digits = run.replace(/^(00)?84(?=\d{9}$)/, '').replace(/^0/, '');
    if (isMobile(digits)) return digits;
  }
  return null;
}
