/** An e-mail address: its form, and a domain that was probably meant otherwise. */

import { meantDomain } from './domains';
import { hasAccents } from './normalise';
import { OK, type Rule, type Verdict } from './verdict';

const FORM = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** An address as contacts and links hold it, with a name or a word before. */
const WRAPPED = /<([^<>\s]+)>\s*$|^mailto:(.+)$/i;

export const email: Rule = ({ value }) => {
  const whole = value.normalize('NFKC');
  const wrapped = WRAPPED.exec(whole);
  if (wrapped || whole !== value) return rewritten(value, wrapped?.[1] ?? wrapped?.[2] ?? whole);
  const address = value.replace(/[\s\p{Cf}]/gu, '');
  const [name = '', domain = '', ...more] = address.split('@');
  const meant = more.length ? null : meantDomain(domain);
  const better = meant ? `${name}@${meant}` : address;
  if (hasAccents(value)) return { code: 'email.accents' };
  if (address !== value) return FORM.test(better) ? { code: 'email.space', correction: better } : { code: 'email.space' };
  if (meant && name) return { code: 'email.domain', correction: better };
  return isPlain(address) ? OK : { code: 'email.format' };
};

/** Written otherwise than the site takes it; an accent in it is still the first thing to say. */
function rewritten(value: string, form: string): Verdict {
  if (hasAccents(value)) return { code: 'email.accents' };
  const address = form.replace(/[\s\p{Cf}]/gu, '');
  return isPlain(address) ? { code: 'email.format', correction: address } : { code: 'email.format' };
}

function isPlain(address: string): boolean {
  return FORM.test(address) && !/[^\x21-\x7e]|\.\.|^\.|\.@/.test(address);
}
