/**
 * What the page shows beside a field, asked by hit tests. One takes microseconds, but 1-3 ms in a box of 50,000
 * children: so a question is many small ones, and none is asked twice while the page stays as it is.
 */

import type { Box } from '../messages';
import { holds, parentOf } from '../page/walk';
import { boxOf, inflate, overlap } from './box';
import { SIFT_STEP } from './limits';
import { CONTROLS } from './nearby';

const SHOWN = `${CONTROLS},img,svg,canvas`;
/** What lies over the page, an open list say, and does not hold the field. */
const LAYER = /absolute|fixed/;
/** A body of thousands of children took 18 ms; words of its own are not to be expected there. */
const MANY_CHILDREN = 60;

export class Ground {
  /** What stands at a point, by its place from the field's corner: all scrolls together. */
  #hits = new WeakMap<Element, Map<string, Element>>();

  /** The page may show other things now. */
  spoil(): void {
    this.#hits = new WeakMap();
  }

  /** Whether the page shows neither words nor controls there, nor a layer that does not hold the field; yields between two questions. */
  * isBlank([x, y, width, height]: Box, field: Element): Generator<void, boolean> {
    const inner = inflate([x, y, width, height], -1);
    const corner = boxOf(field);
    const asked = new Set<Element>();
    for (const down of [y + 1, y + height / 2, y + height - 1]) {
      for (let across = x + 1; across < x + width + SIFT_STEP; across += SIFT_STEP) {
        const hit = this.#at(Math.min(across, x + width - 1), down, field, corner);
        yield;
        if (!hit || asked.has(hit)) continue;
        asked.add(hit);
        if (shows(hit, inner, field)) return false;
      }
    }
    return true;
  }

  #at(x: number, y: number, field: Element, [left, top]: Box): Element | null {
    let hits = this.#hits.get(field);
    if (!hits) this.#hits.set(field, (hits = new Map<string, Element>()));
    const key = `${Math.round(x - left)} ${Math.round(y - top)}`;
    const known = hits.get(key);
    if (known) return known;
    // Nothing stands outside of the window, for now.
    const hit = document.elementFromPoint(x, y);
    if (hit) hits.set(key, hit);
    return hit;
  }
}

function shows(hit: Element, box: Box, field: Element): boolean {
  for (let around: Element | null = hit; around && !holds(around, field); around = parentOf(around)) {
    if (around.matches(SHOWN) || LAYER.test(getComputedStyle(around).position)) return true;
  }
  return hasWords(hit, box);
}

/** Text counts only where its letters stand. */
function hasWords(element: Element, box: Box): boolean {
  const { childNodes } = element;
  if (childNodes.length > MANY_CHILDREN) return false;
  const range = document.createRange();
  return [...childNodes].some((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) return false;
    range.selectNode(node);
    return [...range.getClientRects()].some((rect) => overlap(box, [boxOf(rect)]) > 0);
  });
}
