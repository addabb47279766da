/** The password again: as the one above, to the letter. */

import { named, OK, type Rule } from './verdict';

export const equals: Rule = (field, args) => {
  const first = named(field, args, 'with');
  if (field.value === first) return OK;
  return { code: first.startsWith(field.value) ? 'password_confirm.incomplete' : 'password_confirm.differs' };
};
