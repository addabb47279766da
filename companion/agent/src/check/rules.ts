/** The checks by name: pure functions from what stands in a field to a code of a closed list. */

import { code } from './code';
import { dial } from './dial';
import { email } from './email';
import { equals } from './equals';
import { password } from './password';
import { phone } from './phone';
import { username } from './username';
import { OK, type Rule } from './verdict';

const filled: Rule = ({ value }) => (value.trim() ? OK : { code: 'field.empty' });

export const RULES: Readonly<Record<string, Rule>> = {
  username, password, equals, dial, phone, email, code, filled,
};
