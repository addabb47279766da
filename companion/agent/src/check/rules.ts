/**
 * The checks: pure functions from what stands in a field to a code of a closed list.
 *
 * `ok` and `password.weak` are good enough to go on; the empty code means that there is nothing to
 * say yet. Numbers come from research: user names 5-25 (Taobao), passwords 6-20 with two kinds
 * (Alibaba's own rule), Vietnamese mobiles nine digits from 3, 5, 7, 8 or 9.
 */

import { normalise } from './normalise';

export interface Field {
  /** What stands in the field; for a choice, what it shows. */
  readonly value: string;
  /** What stands in another field of the form that the rule names, or null where there is none. */
  other(target: string): string | null;
}

export type Rule = (field: Field, args: Readonly<Record<string, unknown>>) => string;

/** Letters that no Chinese sign-up accepts in a name or a password: mostly an input method left on. */
const ACCENTED = /[^\x00-\x7f]/u;
const HAN = /\p{Script=Han}/gu;

const username: Rule = ({ value }) => {
  const name = value.normalize('NFC');
  if (/\s/u.test(name)) return 'username.space';
  if (ACCENTED.test(name.replace(HAN, ''))) return 'username.accents';
  if (!/^[\w\p{Script=Han}]+$/u.test(name)) return 'username.characters';
  if (/^\d+$/.test(name)) return 'username.digits_only';
  // One Han character counts as two (users.md b.4).
  const length = name.length + (name.match(HAN)?.length ?? 0);
  if (length < 5) return 'username.too_short';
  return length > 25 ? 'username.too_long' : 'ok';
};

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[!-/:-@[-`{-~]/];

const password: Rule = ({ value }) => {
  if (/\s/u.test(value)) return 'password.space';
  if (ACCENTED.test(value)) return 'password.accents';
  if (value.length < 6) return 'password.too_short';
  if (value.length > 20) return 'password.too_long';
  const kinds = KINDS.filter((kind) => kind.test(value)).length;
  if (kinds < 2) return 'password.few_kinds';
  return value.length < 8 || kinds < 3 ? 'password.weak' : 'ok';
};

const equals: Rule = (field, args) =>
  field.value === field.other(String(args['with'])) ? 'ok' : 'password_confirm.differs';

const dial: Rule = ({ value }, args) => {
  const codes = [...normalise(value).matchAll(/\+?(\d{1,4})/g)].map((match) => match[1]);
  return codes.includes(String(args['dial'])) ? 'ok' : 'country_code.wrong';
};

/** Nine digits after +84; the prefix 084 of one operator is not the country's (users.md b.3). */
const phone: Rule = ({ value }) => {
  const number = normalise(value);
  if (/[^\d+]/u.test(number)) return 'phone.letters';
  if (/^(\+|0084)/.test(number) || (number.startsWith('84') && number.length >= 11)) {
    return 'phone.country_prefix';
  }
  if (number.startsWith('0')) return 'phone.leading_zero';
  if (number.length < 9) return 'phone.too_short';
  if (number.length > 9) return 'phone.too_long';
  return /^[35789]/.test(number) ? 'ok' : 'phone.not_mobile';
};

const email: Rule = ({ value }) =>
  /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value.trim()) ? 'ok' : 'email.format';

const code: Rule = ({ value }) => (/^\d{6}$/.test(normalise(value)) ? 'ok' : 'otp.not_six');

const filled: Rule = ({ value }) => (value.trim() ? 'ok' : 'field.empty');

export const RULES: Readonly<Record<string, Rule>> = {
  username, password, equals, dial, phone, email, code, filled,
};

/** Codes that still let a person go on. */
export const GOOD: ReadonlySet<string> = new Set(['ok', 'password.weak']);

/** Said only once the person has left the field: an unfinished word is no mistake. */
export const UNFINISHED: ReadonlySet<string> = new Set([
  'username.too_short', 'password.too_short', 'password.few_kinds', 'password.weak',
  'password_confirm.differs', 'phone.too_short', 'otp.not_six', 'email.format', 'field.empty',
  'username.digits_only',
]);
