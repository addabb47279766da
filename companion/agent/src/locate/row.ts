/** The one thing to press behind a field in its row: a new design may give it new words, but not another use. */

import { isInside, isLeftOf, height, type Rect } from '../page/box';
import { signOf } from '../page/press';
import { normal, wordsOf } from '../page/text';
import { ancestorsOf } from '../page/walk';
import type { Scene } from './scene';

/** CSS pixels between a field and what is pressed in its row. */
const GAP = 48;

/** CSS pixels up to which a box round the field is its row. */
const HIGH = 80;

/** Letters on it. */
const LETTERS = { from: 2, to: 12 };

/** Right behind the field, or in its right half. */
export function isBehind(box: Rect, field: Rect, gap = GAP): boolean {
  if (isLeftOf(field, box)) return box.left - field.right <= gap;
  return isInside(box, field) && box.left > (field.left + field.right) / 2;
}

/** What can be pressed behind the field in its row and says something in Chinese; null when it is not one thing. */
export function endOfRow(field: HTMLElement, scene: Scene): HTMLElement | null {
  const { visibility } = scene;
  const own = visibility.box(field);
  for (const row of ancestorsOf(field)) {
    if (height(visibility.box(row)) > HIGH) return null;
    const pressed = [...row.querySelectorAll<HTMLElement>('*')].filter((one) =>
      !one.contains(field) && isWorded(one) && isBehind(visibility.box(one), own, Infinity) && signOf(one, one) !== null && visibility.shows(one));
    const [first, ...more] = pressed.filter((one) => !pressed.some((other) => other !== one && other.contains(one)));
    if (first) return more.length === 0 && isBehind(visibility.box(first), own) ? first : null;
  }
  return null;
}

function isWorded(element: Element): boolean {
  const words = normal(wordsOf(element));
  return words.length >= LETTERS.from && words.length <= LETTERS.to && /\p{Script=Han}/u.test(words);
}
