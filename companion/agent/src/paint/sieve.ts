/** Asks the page what stands where a tag might go, a few milliseconds a frame: a hit test on 50,000 nodes takes 1–3. */

import type { Box } from '../messages';
import { inflate, overlap } from './box';
import { RESIFT, SIFT_SLICE } from './limits';

const CONTROLS = 'a[href],button,input,select,textarea,label,iframe,img,[role=button],[contenteditable]';
const CONTROL_COST = 8;
const TEXT_COST = 4;
const MANY_CHILDREN = 60;

export class Sieve {
  private readonly known = new Map<string, number>();
  private deadline = 0;
  private begun = -Infinity;
  private spoiled = false;
  /** Some answer was put off to the next frame. */
  isUnfinished = false;

  constructor(private readonly document: Document) {}

  /** The page may show other things now; asked again only once in a while. */
  spoil(): void {
    this.spoiled = true;
  }

  clear(): void {
    this.known.clear();
    this.spoiled = false;
  }

  isDue(now: number): boolean {
    return this.isUnfinished || (this.spoiled && now - this.begun > RESIFT);
  }

  begin(now: number): void {
    if (!this.isUnfinished && this.spoiled) this.clear();
    this.begun = now;
    this.deadline = now + SIFT_SLICE;
    this.isUnfinished = false;
  }

  /** How bad it is to cover `box` with a tag of `own`; 0 is blank paper, and what there was no time to ask. */
  cost(own: Element, key: string, box: Box): number {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (performance.now() > this.deadline) {
      this.isUnfinished = true;
      return 0;
    }
    const cost = coverCost(this.document, own, box);
    this.known.set(key, cost);
    return cost;
  }
}

/** Asks at three points of the box. Text counts only where its letters stand. */
function coverCost(document: Document, own: Element, box: Box): number {
  const points = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(box[0] + box[2] * part, box[1] + box[3] / 2));
  const found = new Set(points.filter((element) => element !== null && element !== own));
  let cost = 0;
  for (const element of found) {
    if (element?.closest(CONTROLS)) cost += CONTROL_COST;
    if (element && hasText(element, box)) cost += TEXT_COST;
  }
  return cost;
}

function hasText(element: Element, box: Box): boolean {
  // A body of thousands of children took 18 ms; words of its own are not to be expected there.
  if (element.childNodes.length > MANY_CHILDREN) return false;
  const inner = inflate(box, -2);
  return Array.from(element.childNodes).some((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) return false;
    const range = element.ownerDocument.createRange();
    range.selectNode(node);
    return Array.from(range.getClientRects())
      .some(({ x, y, width, height }) => overlap(inner, [x, y, width, height]) > 0);
  });
}
