/** How boxes stand to each other on the screen. All figures are CSS pixels of the document's viewport. */

/** Two boxes that should touch may miss each other by this much: borders and sub-pixel layout. */
const SLACK = 4;

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const width = (box: Rect): number => box.right - box.left;
export const height = (box: Rect): number => box.bottom - box.top;

export function intersect(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

export function isEmpty(box: Rect): boolean {
  return box.right <= box.left || box.bottom <= box.top;
}

/** Whether the two share at least half of the lower one's height. */
export function sameRow(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= Math.min(height(a), height(b)) / 2 && shared > 0;
}

/** Whether `a` stands left of `b` in its row. */
export function isLeftOf(a: Rect, b: Rect): boolean {
  return sameRow(a, b) && a.right <= b.left + SLACK;
}

/** Whether `a` stands over `b`, its lower edge at most `reach` above. */
export function isAbove(a: Rect, b: Rect, reach: number): boolean {
  return a.bottom <= b.top + SLACK && b.top - a.bottom <= reach;
}

/** Whether the two share a part of the screen's width. */
export function sameColumn(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right;
}

/** Whether `inner` lies in `outer`. */
export function isInside(inner: Rect, outer: Rect): boolean {
  return inner.left >= outer.left - SLACK && inner.right <= outer.right + SLACK &&
    inner.top >= outer.top - SLACK && inner.bottom <= outer.bottom + SLACK;
}

/** The box of the words themselves, not of the element that holds them. */
export function wordsBox(node: Node): Rect {
  const range = (node.ownerDocument as Document).createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}
