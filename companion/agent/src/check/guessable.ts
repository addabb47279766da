/** What makes a password easy to guess whatever kinds of characters it has. */

/** Patterns that fill half of a password or this many characters give it away. */
const TELLING = 6;
const SHORTEST_RUN = 4;
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', '!@#$%^&*()'];
const LINES = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);

/** Dates of birth of people alive: 31121999, 19991231, 31/12/1999, or a year behind a name. */
export function hasBirthday(password: string): boolean {
  const dates = withoutSigns(password);
  const runs = dates.match(/\d+/g) ?? [];
  return runs.some(isFull) || endsInYear(dates, runs);
}

/** Six digits that stand alone: 311299. */
export function hasShortDate(password: string): boolean {
  return (withoutSigns(password).match(/\d+/g) ?? []).some((run) => run.length === 6 && isDay(run.slice(0, 2), run.slice(2, 4)));
}

function withoutSigns(password: string): string {
  return password.replace(/(?<=\d)[/.\-_](?=\d)/g, '');
}

function isFull(run: string): boolean {
  for (let at = 0; at + 8 <= run.length; at++) {
    const part = run.slice(at, at + 8);
    if (isYear(part.slice(4)) && isDay(part.slice(0, 2), part.slice(2, 4))) return true;
    if (isYear(part.slice(0, 4)) && isDay(part.slice(6), part.slice(4, 6))) return true;
  }
  return false;
}

/** A name and a year: not where enough else stands there. */
function endsInYear(password: string, runs: readonly string[]): boolean {
  const [run = '', ...more] = runs;
  return !more.length && run.length === 4 && isYear(run) && /^[A-Za-z]{0,7}\d+$/.test(password);
}

function isDay(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

function isYear(year: string): boolean {
  return Number(year) >= 1920 && Number(year) <= 2029;
}

/** 123456, abcdef and the same backwards. */
export function isSequence(password: string): boolean {
  const text = password.toLowerCase();
  return [1, -1].some((step) => tells(text, (before, here) => /[a-z0-9]{2}/.test(before + here)
    && here.charCodeAt(0) - before.charCodeAt(0) === step));
}

/** aaaa, 1212, abcabc. */
export function isRepeat(password: string): boolean {
  const text = password.toLowerCase();
  return [1, 2, 3].some((period) => [...text.matchAll(new RegExp(`(.{${period}})\\1+`, 'g'))]
    .some(([run]) => isTelling(run.length, text.length)));
}

/** Keys that stand beside each other: qwerty, asdf, 1qaz2wsx. */
export function isKeyboardRun(password: string): boolean {
  const text = password.toLowerCase();
  return tells(text, (before, here) => LINES.some((line) => line.includes(before + here)));
}

/** Whether characters that each follow from the one before make up a telling part. */
function tells(text: string, follows: (before: string, here: string) => boolean): boolean {
  let run = 1;
  for (let at = 1; at < text.length; at++) {
    run = follows(text[at - 1] ?? '', text[at] ?? '') ? run + 1 : 1;
    if (isTelling(run, text.length)) return true;
  }
  return false;
}

function isTelling(run: number, length: number): boolean {
  return run >= TELLING || (run >= SHORTEST_RUN && run * 2 >= length);
}
