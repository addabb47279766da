/** What verdict codes mean for going on and for how words about them look (companion/pack/codes.py has the same). */

import type { Tone } from '../messages';

/** Said in passing: the person goes on, and may change it. */
const ADVICE = [
  'username.length_unsure', 'username.capitals', 'username.has_phone', 'username.has_name',
  'password.weak', 'password.birthday', 'password.has_phone', 'password.has_username',
  'password.sequence', 'password.repeat', 'password.keyboard', 'password.common',
  'phone.spaced', 'otp.spaced',
];

/** Good, and said so. */
export const PRAISED: ReadonlySet<string> = new Set(['ok', 'password.fair']);

/** Codes that let a person go on. */
export const GOOD: ReadonlySet<string> = new Set([...PRAISED, ...ADVICE]);

/** Said only once the person has paused or left the field: an unfinished word is no mistake. */
export const UNFINISHED: ReadonlySet<string> = new Set([
  'username.too_short', 'username.digits_only', 'username.length_unsure', 'username.has_name',
  'password.too_short', 'password.few_kinds', 'password_confirm.incomplete',
  'phone.too_short', 'phone.not_mobile', 'phone.spaced', 'otp.not_six', 'otp.spaced',
  'email.format', 'email.domain', 'field.empty',
]);

export function toneOfCode(code: string): Tone {
  if (PRAISED.has(code)) return 'good';
  return code && !GOOD.has(code) ? 'bad' : 'todo';
}
