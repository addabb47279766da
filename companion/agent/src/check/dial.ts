/** The chosen country, by the dialling code that it shows. */

import { normalise } from './normalise';
import { OK, type Rule } from './verdict';

/** What the site shows at first. */
const CHINA = '86';

export const dial: Rule = ({ value }, args) => {
  const codes = [...normalise(value).matchAll(/\+?(\d{1,4})/g)].map((match) => match[1]);
  if (codes.includes(String(args['dial']))) return OK;
  return { code: codes.includes(CHINA) ? 'country_code.china' : 'country_code.wrong' };
};
