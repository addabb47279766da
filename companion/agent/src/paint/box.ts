/** Plain rectangle arithmetic in CSS pixels of the viewport. */

import type { Box } from '../messages';
import type { Rect } from '../page/box';

export type Size = readonly [width: number, height: number];

export function boxOf(what: Element | DOMRect): Box {
  const { x, y, width, height } = what instanceof Element ? what.getBoundingClientRect() : what;
  return [x, y, width, height];
}

export function sidesOf({ left, top, right, bottom }: Rect): Box {
  return [left, top, right - left, bottom - top];
}

export function inflate([x, y, width, height]: Box, by: number): Box {
  return [x - by, y - by, width + 2 * by, height + 2 * by];
}

type Choice = (one: number, other: number) => number;

function combine(a: Box, b: Box, start: Choice, end: Choice): Box {
  const x = start(a[0], b[0]);
  const y = start(a[1], b[1]);
  return [x, y, Math.max(0, end(a[0] + a[2], b[0] + b[2]) - x), Math.max(0, end(a[1] + a[3], b[1] + b[3]) - y)];
}

/** Width or height is 0 when the two have nothing in common. */
export function intersection(a: Box, b: Box): Box {
  return combine(a, b, Math.max, Math.min);
}

/** The smallest box round both. */
export function union(a: Box, b: Box): Box {
  return combine(a, b, Math.min, Math.max);
}

/** Square pixels of the others that `box` covers. */
export function overlap(box: Box, others: readonly Box[]): number {
  return others.reduce((sum, other) => {
    const [, , width, height] = intersection(box, other);
    return sum + width * height;
  }, 0);
}

export function isEmpty([, , width, height]: Box): boolean {
  return !width || !height;
}

/** `rect`, of a child frame's own viewport, in the document of its owner, where the frame may be scaled. */
export function inFrame(owner: HTMLElement, [x, y, width, height]: Box): Box {
  const box = boxOf(owner);
  const across = box[2] / owner.offsetWidth;
  const down = box[3] / owner.offsetHeight;
  const { paddingLeft, paddingTop } = getComputedStyle(owner);
  const left = owner.clientLeft + parseFloat(paddingLeft) + x;
  const top = owner.clientTop + parseFloat(paddingTop) + y;
  return [box[0] + left * across, box[1] + top * down, width * across, height * down];
}
