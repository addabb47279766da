/** An e-mail address: its form, and a domain that was probably meant otherwise. */

import { meantDomain } from './domains';
import { hasAccents } from './normalise';
import { OK, type Rule } from './verdict';

const FORM = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export const email: Rule = ({ value }) => {
  const address = value.replace(/[\s\p{Cf}]/gu, '');
  const [name = '', domain = '', ...more] = address.split('@');
  const meant = more.length ? null : meantDomain(domain);
  const better = meant ? `${name}@${meant}` : address;
  if (hasAccents(value)) return { code: 'email.accents' };
  if (address !== value) return FORM.test(better) ? { code: 'email.space', correction: better } : { code: 'email.space' };
  if (meant && name) return { code: 'email.domain', correction: better };
  return FORM.test(address) && !/[^\x21-\x7e]|\.\.|^\.|\.@/.test(address) ? OK : { code: 'email.format' };
};
