/**
 * The password: Alibaba's own rule is 6–20 characters of two kinds, none of them a space; the meter is stricter
 * (users.md b.4: three kinds from 8 on are fair, all four from 10 on are strong).
 */

import { isCommon } from './common';
import { hasBirthday, hasShortDate, isKeyboardRun, isRepeat, isSequence } from './guessable';
import { mobileIn } from './mobile';
import { hasAccents, normalise } from './normalise';
import { named, OK, type Args, type Field, type Rule } from './verdict';

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[!-/:-@[-`{-~]/];
/** User names shorter than this are in many words. */
const NAME_LENGTH = 4;

export const password: Rule = (field, args) => {
  const { value } = field;
  if (/\s/u.test(value)) return { code: 'password.space' };
  if (hasAccents(value)) return { code: 'password.accents' };
  if (/[^\x21-\x7e]/u.test(value)) return { code: 'password.characters' };
  if (value.length > 20) return { code: 'password.too_long' };
  if (value.length < 6) return { code: 'password.too_short' };
  const kinds = KINDS.filter((kind) => kind.test(value)).length;
  const reason = weakness(field, args);
  if (reason) return { code: reason, refused: kinds < 2 };
  if (kinds < 2) return { code: 'password.few_kinds' };
  if (value.length < 8 || kinds < 3) return { code: 'password.weak' };
  return value.length < 10 || kinds < 4 ? { code: 'password.fair' } : OK;
};

/** Why somebody else might guess it; empty where nothing speaks for that. */
function weakness(field: Field, args: Args): string {
  const { value } = field;
  if (holdsPhone(value, named(field, args, 'phone'))) return 'password.has_phone';
  if (holdsUsername(value, named(field, args, 'username'))) return 'password.has_username';
  if (isCommon(value)) return 'password.common';
  if (hasBirthday(value)) return 'password.birthday';
  if (isSequence(value)) return 'password.sequence';
  if (isRepeat(value)) return 'password.repeat';
  if (isKeyboardRun(value)) return 'password.keyboard';
  return hasShortDate(value) ? 'password.birthday' : '';
}

/** The number beside it, or one that begins with its nought. */
function holdsPhone(value: string, phone: string): boolean {
  const own = normalise(phone).slice(-9);
  return (own.length === 9 && value.includes(own)) || mobileIn(value) !== null;
}

function holdsUsername(value: string, username: string): boolean {
  const [own, name] = [value.toLowerCase(), username.trim().toLowerCase()];
  return name.length >= NAME_LENGTH && (own.includes(name) || own.includes([...name].reverse().join('')));
}
