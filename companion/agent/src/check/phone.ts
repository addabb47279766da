/** The phone number beside a box that shows +84: the nine digits alone. */

import { isMobile, renumbered } from './mobile';
import { isPlain, normalise } from './normalise';
import { OK, type Rule, type Verdict } from './verdict';

/** From eleven digits on a leading 84 is the country's; before, it is the prefix 084 of one operator (b.3). */
const WITH_COUNTRY = 11;

export const phone: Rule = ({ value }) => {
  const number = normalise(value);
  if (/[^\d+]|.\+/u.test(number)) return withoutWords(number);
  if (isForeign(number)) return { code: 'phone.foreign' };
  const national = withoutCountry(number);
  if (national !== null) return converted('phone.country_prefix', national);
  if (number.startsWith('0')) return converted('phone.leading_zero', number);
  return subscriber(number, isPlain(value));
};

/** What follows the country's code, or null where the number does not begin with it. */
function withoutCountry(number: string): string | null {
  if (/^(\+8?$|\+84|0084)/.test(number)) return number.replace(/^(\+8?4?|0084)/, '');
  // Between a 0 and a whole number the 84 can only be the country's.
  if (/^084\d{9}$/.test(number)) return number.slice(3);
  return number.startsWith('84') && number.length >= WITH_COUNTRY ? number.slice(2) : null;
}

/** A number copied with what stood round it: the form to type is its own, if it is one. */
function withoutWords(number: string): Verdict {
  const bare = number.replace(/[^\d+]/gu, '');
  const { code, correction } = /.\+/.test(bare) ? { code: 'phone.letters' } : phone({ value: bare, other: () => null }, {});
  const form = code === OK.code ? bare : correction;
  return form ? { code: 'phone.letters', correction: form } : { code: 'phone.letters' };
}

/** Another country's: +1, 0086, or a Chinese mobile with its 86 or bare. */
function isForeign(number: string): boolean {
  if (/^\+(?!8?$|84)\d/.test(number)) return true;
  if (/^00[1-9]/.test(number) && !number.startsWith('0084')) return number.length >= 13;
  return /^(86)?1[3-9]\d{9}$/.test(number);
}

/** The digits with a beginning too many: what is wrong with the rest counts first, where it is known. */
function converted(code: string, national: string): Verdict {
  const digits = national.replace(/^0+/, '');
  if (/^2/.test(digits)) return { code: 'phone.landline' };
  const today = renumbered(digits);
  if (today) return { code: 'phone.old_number', correction: today };
  if (isMobile(digits)) return { code, correction: digits };
  if (digits.length < 9 || (digits.length === 9 && digits.startsWith('1'))) return { code };
  return { code: isTooLong(digits) ? 'phone.too_long' : 'phone.not_mobile' };
}

function subscriber(digits: string, isAsWanted: boolean): Verdict {
  const today = renumbered(digits);
  if (today) return { code: 'phone.old_number', correction: today };
  if (digits.length < 9) return { code: 'phone.too_short' };
  if (/^2\d{8,9}$/.test(digits)) return { code: 'phone.landline' };
  if (isTooLong(digits)) return { code: 'phone.too_long' };
  if (!isMobile(digits)) return { code: 'phone.not_mobile' };
  return isAsWanted ? { ...OK, reading: grouped(digits) } : { code: 'phone.spaced', correction: digits };
}

/** A wrong digit is seen in threes, and overlooked in nine. */
function grouped(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/gu, '$1 ');
}

/** Ten digits from 1 may be a number of the old kind that has no successor. */
function isTooLong(digits: string): boolean {
  return digits.length > 10 || (digits.length === 10 && !digits.startsWith('1'));
}
