/** Domains of e-mail addresses that a slip of the finger misses. */

const POPULAR = (
  'gmail.com yahoo.com yahoo.com.vn outlook.com hotmail.com icloud.com live.com proton.me protonmail.com qq.com 163.com'
).split(' ');

/** Near to one of those, and real. */
const REAL = new Set((
  'mail.com email.com ymail.com gmx.com me.com mac.com msn.com aol.com live.cn yahoo.co.uk yahoo.co.jp yahoo.com.hk '
  + 'yahoo.com.tw yahoo.com.sg yahoo.com.au yahoo.com.my yahoo.com.ph yahoo.com.br yahoo.com.ar yahoo.com.mx yahoo.cn '
  + 'outlook.com.vn hotmail.co.uk live.co.uk 126.com 139.com 188.com 189.com vip.qq.com pm.me 1.com'
).split(' '));

const SLIPS: Readonly<Record<string, string>> = Object.fromEntries((
  'gmail.com.vn>gmail.com gmail.vn>gmail.com gmail>gmail.com yahoo>yahoo.com gmaill.com.vn>gmail.com '
  + 'hotmail.com.vn>hotmail.com icloud.com.vn>icloud.com gamil.con>gmail.com gmai.con>gmail.com'
).split(' ').map((pair) => pair.split('>')));

/** The domain that was probably meant; null where nothing is to be said. */
export function meantDomain(domain: string): string | null {
  const lower = domain.toLowerCase();
  if (POPULAR.includes(lower) || REAL.has(lower)) return null;
  return SLIPS[lower] ?? POPULAR.find((known) => isOneSlip(lower, known)) ?? null;
}

/** One letter too many, missing, other, or two that changed places. */
function isOneSlip(typed: string, known: string): boolean {
  let start = 0;
  while (start < typed.length && typed[start] === known[start]) start++;
  const [left, right] = [typed.slice(start), known.slice(start)];
  return left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1)
    || (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2));
}
