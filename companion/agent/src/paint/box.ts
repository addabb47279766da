/** Plain rectangle arithmetic in CSS pixels of the viewport. */

import type { Box } from '../messages';

export function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height];
}

export function inflate([x, y, width, height]: Box, by: number): Box {
  return [x - by, y - by, width + 2 * by, height + 2 * by];
}

export function intersection(a: Box, b: Box): Box {
  const x = Math.max(a[0], b[0]);
  const y = Math.max(a[1], b[1]);
  const right = Math.min(a[0] + a[2], b[0] + b[2]);
  const bottom = Math.min(a[1] + a[3], b[1] + b[3]);
  return [x, y, Math.max(0, right - x), Math.max(0, bottom - y)];
}

/** Square pixels that both cover. */
export function overlap(a: Box, b: Box): number {
  const [, , width, height] = intersection(a, b);
  return width * height;
}

export function overlapWith(box: Box, others: readonly Box[]): number {
  return others.reduce((sum, other) => sum + overlap(box, other), 0);
}

export function isEmpty([, , width, height]: Box): boolean {
  return width <= 0 || height <= 0;
}

export function contains(outer: Box, inner: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1]
    && inner[0] + inner[2] <= outer[0] + outer[2] && inner[1] + inner[3] <= outer[1] + outer[3];
}

export function near(a: Box, b: Box, tolerance: number): boolean {
  return a.every((value, index) => Math.abs(value - (b[index] ?? NaN)) <= tolerance);
}

/** The value nearest to `value` in `low`…`high`; `low` when the range is empty. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** The layout viewport without its scroll bars. In quirks mode the body carries its size. */
export function viewportOf(document: Document): Box {
  const root = document.compatMode === 'BackCompat' && document.body ? document.body : document.documentElement;
  return [0, 0, root.clientWidth, root.clientHeight];
}

/** The part of `box` that the scrollers and clips around `element`, and the viewport, leave in sight. */
export function visiblePart(element: Element, box: Box): Box {
  let seen = intersection(box, viewportOf(element.ownerDocument));
  for (let parent = around(element); parent && !isEmpty(seen); parent = around(parent)) {
    const isRoot = parent === element.ownerDocument.documentElement || parent === element.ownerDocument.body;
    if (!isRoot && getComputedStyle(parent).overflow !== 'visible') {
      seen = intersection(seen, boxOf(parent));
    }
  }
  return seen;
}

function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
