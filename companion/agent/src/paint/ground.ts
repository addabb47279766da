/**
 * What the page shows beside a field, asked by hit tests. One takes microseconds, but 1–3 ms in a box of 50,000
 * children: so a question is many small ones, and none is asked twice while page and field stay as they are.
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

interface Hits {
  /** Where the field stood; elsewhere in the window other things may lie beside it, a fixed bar say. */
  readonly from: string;
  /** By the point in the window. */
  readonly at: Map<string, Element>;
}

export class Ground {
  #hits = new WeakMap<Element, Hits>();

  /** The page may show other things now. */
  spoil(): void {
    this.#hits = new WeakMap();
  }

  /** Whether the page shows neither words nor controls there, nor a layer that does not hold the field; yields after every question. */
  * isBlank([x, y, width, height]: Box, field: Element): Generator<void, boolean> {
    const inner = inflate([x, y, width, height], -1);
    const hits = this.#hitsOf(field);
    const asked = new Set<Element>();
    for (const down of [y + 1, y + height / 2, y + height - 1]) {
      for (let across = x + 1; across < x + width + SIFT_STEP; across += SIFT_STEP) {
        const hit = hitAt(Math.min(across, x + width - 1), down, hits);
        yield;
        if (!hit || asked.has(hit)) continue;
        asked.add(hit);
        if (shows(hit, inner, field)) return false;
      }
    }
    return true;
  }

  #hitsOf(field: Element): Map<string, Element> {
    const from = String(boxOf(field));
    let hits = this.#hits.get(field);
    if (hits?.from !== from) this.#hits.set(field, (hits = { from, at: new Map() }));
    return hits.at;
  }
}

function hitAt(x: number, y: number, hits: Map<string, Element>): Element | null {
  const point = `${Math.round(x)} ${Math.round(y)}`;
  const known = hits.get(point);
  if (known) return known;
  const hit = document.elementFromPoint(x, y);
  if (hit) hits.set(point, hit);
  return hit;
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
