/** The code of the text message: six digits. */

import { isPlain, normalise } from './normalise';
import { OK, type Rule } from './verdict';

const DIGITS = 6;

export const code: Rule = ({ value }) => {
  const digits = normalise(value);
  if (/\D/u.test(digits)) return { code: 'otp.letters' };
  if (digits.length > DIGITS) return { code: 'otp.too_long' };
  if (digits.length < DIGITS) return { code: 'otp.not_six' };
  return isPlain(value) ? OK : { code: 'otp.spaced', correction: digits };
};
