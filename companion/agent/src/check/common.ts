/** Passwords that every guess begins with: the top of the published lists, and those of Vietnamese ones. */

const COMMON = new Set((
  'password passw0rd p@ssw0rd p@ssword pass admin administrator root user guest login welcome letmein iloveyou '
  + 'monkey dragon sunshine princess football baseball superman batman pokemon naruto master shadow michael jordan '
  + 'test test123 hello secret changeme default trustno1 whatever freedom starwars google facebook alibaba taobao '
  + 'vietnam saigon hanoi anhyeuem emyeuanh yeuem yeuanh matkhau khongbiet khongcopass concac'
).split(' '));

/** A known word with a few digits or signs behind it is as easily guessed as the word. */
export function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  return COMMON.has(lower) || COMMON.has(lower.replace(/[^a-z]{1,5}$/, ''));
}
