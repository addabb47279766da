/**
 * The user name: Taobao takes 5–25 characters, alibaba.com's old form 4–20; the advice is what both take (users.md b.4).
 */

import { mobileIn } from './mobile';
import { hasAccents, normalise } from './normalise';
import { named, OK, type Rule } from './verdict';

const HAN = /\p{Script=Han}/gu;
/** Shorter names of people are in many words. */
const NAME_LENGTH = 5;

export const username: Rule = (field, args) => {
  const name = field.value.normalize('NFC');
  const fault = faultIn(name);
  if (fault !== null) return { code: fault, ...corrected(name) };
  // One Han character counts as two.
  const length = name.length + (name.match(HAN)?.length ?? 0);
  if (length > 25) return { code: 'username.too_long' };
  const isDigits = /^\d+$/.test(name);
  if (holdsPhone(name, named(field, args, 'phone'))) return { code: 'username.has_phone', refused: isDigits };
  if (isDigits) return { code: 'username.digits_only' };
  if (length < 5) return { code: 'username.too_short' };
  if (holdsName(name, named(field, args, 'name'))) return { code: 'username.has_name' };
  if (/[A-Z]/.test(name)) return { code: 'username.capitals', correction: name.toLowerCase() };
  return length < 6 || length > 20 ? { code: 'username.length_unsure' } : OK;
};

/** What the site takes in no place of a name. */
function faultIn(name: string): string | null {
  if (/\s/u.test(name)) return 'username.space';
  if (hasAccents(name)) return 'username.accents';
  return /^[\w\p{Script=Han}]+$/u.test(name) ? null : 'username.characters';
}

/** The same name in plain small letters, if nothing else is wrong with it. */
function corrected(name: string): { readonly correction?: string } {
  const plain = unaccented(name.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')).toLowerCase();
  return /^\w{6,20}$/.test(plain) && /\D/.test(plain) && mobileIn(plain) === null ? { correction: plain } : {};
}

function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[\u0110\u0111]/g, 'd');
}

function holdsPhone(name: string, phone: string): boolean {
  const own = normalise(phone).slice(-9);
  return mobileIn(name) !== null || (own.length === 9 && name.includes(own));
}

function holdsName(name: string, person: string): boolean {
  const plain = unaccented(person).replace(/\s/gu, '').toLowerCase();
  return plain.length >= NAME_LENGTH && name.toLowerCase().replace(/_/g, '').includes(plain);
}
