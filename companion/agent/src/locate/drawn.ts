/** Fields that are drawn without any field: a dialling code to press, a box to tick. */

import { height, width } from '../page/box';
import type { Field } from '../page/fields';
import { normal } from '../page/text';
import { precedes } from '../page/walk';
import type { Scene } from './scene';
import type { Target } from './targets';

/** Sides of a drawn box to tick, in CSS pixels, and what its makers call it. */
const TICK = { from: 10, to: 32 };
const TICK_LOOKS = /check|agree|radio|select|choose|tick/i;

/** Boxes that show a dialling code by a text field without saying that they open a list; each once. */
export function dialBoxes(scene: Scene): readonly Field[] {
  const known = scene.fields.filter(({ sort }) => sort === 'choice').map(({ element }) => element);
  for (const field of scene.fields.filter(({ sort }) => sort === 'text')) {
    const box = scene.labels.dialBox(field);
    if (box && !known.some((other) => other.contains(box) || box.contains(other))) known.push(box);
  }
  return known.filter((box) => !scene.fields.some(({ element }) => element === box))
    .map((box) => ({ control: box, element: box, sort: 'choice' as const }));
}

/** Boxes to tick that are drawn without any field: small, empty, to be pressed, just before what is agreed to. */
export function drawnTicks(target: Target, scene: Scene): readonly Field[] {
  const native = scene.fields.filter(({ sort }) => sort === 'checkbox').flatMap(({ element, control }) => [element, control]);
  const boxes = scene.pieces.flatMap(({ element, text }) => {
    if (target.names.match(text) === null || target.forbidden.within(text) !== null || !scene.visibility.shows(element)) return [];
    const around = [element, ...(element.parentElement ? [element.parentElement] : [])];
    if (around.some((box) => native.some((one) => box.contains(one)))) return [];
    return around.flatMap((box) => [...box.children].map(innermost).filter((part) => isDrawnTick(part, element, scene)).slice(0, 1));
  });
  return [...new Set(boxes)].filter((box) => box instanceof HTMLElement)
    .map((box) => ({ control: box, element: box, sort: 'checkbox' as const }));
}

/** Components wrap what they draw in boxes that hold nothing else. */
function innermost(part: Element): Element {
  let inner = part;
  while (inner.childElementCount === 1 && inner.firstElementChild instanceof HTMLElement) inner = inner.firstElementChild;
  return inner;
}

function isDrawnTick(part: Element, words: HTMLElement, scene: Scene): boolean {
  if (part.childElementCount > 1 || normal(part.textContent ?? '') !== '' || !scene.visibility.shows(part)) return false;
  const box = scene.visibility.box(part);
  const sides = [width(box), height(box)];
  if (!sides.every((side) => side >= TICK.from && side <= TICK.to) || !precedesWords(part, words)) return false;
  return getComputedStyle(part).cursor === 'pointer' || TICK_LOOKS.test(part.className);
}

function precedesWords(part: Element, words: HTMLElement): boolean {
  return words.contains(part) ? (part.previousSibling?.textContent ?? '').trim() === '' : precedes(part, words);
}
