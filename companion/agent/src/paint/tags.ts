/**
 * Puts each label tag beside its field: over nothing marked, and over nothing the page shows; else nowhere.
 *
 * What a page shows is asked by hit tests. One takes microseconds, but 1–3 ms in a box of 50,000 children: so placing
 * is a job of many small questions, done in slices.
 */

import type { Box } from '../messages';
import { holds, parentOf } from '../page/walk';
import { beside, type Place, type Side } from './beside';
import { boxOf, inflate, overlap } from './box';
import { EDGE, HALO, LABEL_GAP, LONGEST_RESIFT, RESIFT, SIFT_SLICE, SIFT_STEP } from './limits';
import { CONTROLS } from './nearby';
import type { Pin } from './pin';

const SIDES: readonly Side[] = ['right', 'above', 'left', 'below'];
const SHOWN = `${CONTROLS},img,svg,canvas`;
/** What lies over the page, an open list say, and does not hold the field. */
const LAYER = /absolute|fixed/;
/** Tags wait above and below the window. */
const BEYOND = 1e6;
/** Fields nearer to the window's edges have a place for their tag that cannot be asked about. */
const MARGIN = 40;
/** A body of thousands of children took 18 ms; words of its own are not to be expected there. */
const MANY_CHILDREN = 60;

export interface Tags {
  /** The page may show other things now. */
  spoil(): void;
  /** Goes on placing; true while there is more to do. `taken` may not be covered; `moved`: anything, since the last time. */
  place(pins: readonly Pin[], taken: readonly Box[], viewport: Box, zoom: number, moved: boolean): boolean;
}

export function createTags(): Tags {
  let job: Iterator<void> | null = null;
  let known = '';
  /** How each stood when it was placed: a pin that was no label meanwhile has no place any more. */
  let standings = new Map<Pin, string>();
  let begun = -Infinity;
  let spoiled = Infinity;

  return {
    spoil() {
      spoiled = performance.now();
    },
    place(pins, taken, viewport, zoom, moved) {
      const now = performance.now();
      const arrangement = arrangementOf(pins, taken, viewport);
      // A page that changes with every key is asked again once it is still, or after a while.
      const isSpoiled = now - spoiled >= RESIFT || (spoiled < Infinity && now - begun > LONGEST_RESIFT);
      const isDue = job ? moved : isSpoiled;
      if (isDue || arrangement !== known) {
        // Words that change size move no other tag, but where they meet it.
        const stays = pins.filter((pin) => !isSpoiled && !job && standings.get(pin) === standingOf(pin, taken, viewport));
        known = arrangement;
        begun = now;
        if (isSpoiled) spoiled = Infinity;
        job = placeAll(pins, taken, viewport, zoom, new Set(stays));
        standings = new Map(pins.map((pin) => [pin, standingOf(pin, taken, viewport)]));
      }
      while (job && performance.now() < now + SIFT_SLICE) if (job.next().done) job = null;
      return job !== null;
    },
  };
}

/** How everything stands to each other and to the window's edges: the same while it only scrolls together. */
function arrangementOf(pins: readonly Pin[], boxes: readonly Box[], viewport: Box): string {
  return JSON.stringify([viewport[2], pins.map(({ spot }) => spot?.size), boxes.map((box) => stand(box, boxes[0], viewport))]);
}

/** What its place depends on, but for the others' words. */
function standingOf({ spot }: Pin, boxes: readonly Box[], viewport: Box): string {
  return JSON.stringify([viewport[2], spot && [spot.size, stand(spot.keep, boxes[0], viewport)]]);
}

function stand([x, y, width, height]: Box, [left, top]: readonly number[] = [0, 0], viewport: Box): unknown[] {
  return [
    Math.round(x - (left ?? 0)), Math.round(y - (top ?? 0)), width, height, y > MARGIN, y + height < viewport[3] - MARGIN,
  ];
}

/** From top to bottom, each where nothing stands; yields after every question. `stays`: need not be asked about again. */
function* placeAll(
  pins: readonly Pin[], hard: readonly Box[], viewport: Box, zoom: number, stays: ReadonlySet<Pin>,
): Generator<void, void> {
  const room: Box = [EDGE, -BEYOND, viewport[2] - 2 * EDGE, 2 * BEYOND];
  const kept = pins.filter((pin) => stays.has(pin) && !pin.said.some((box) => overlap(box, hard)));
  const taken = [...hard, ...kept.flatMap(({ said }) => said)];
  for (const pin of pins.filter((one) => !kept.includes(one)).sort((a, b) => (a.spot?.target[1] ?? 0) - (b.spot?.target[1] ?? 0))) {
    let chosen = null;
    const gap = (pin.isBesideRing ? HALO : 0) + LABEL_GAP;
    for (const place of placesOf(pin, gap * zoom, room)) {
      if (overlap(place.box, taken) || !(yield* isBlank(place.box, pin.anchor))) continue;
      chosen = place;
      taken.push(place.box);
      break;
    }
    pin.place = chosen;
  }
}

/** The side where it is first, then in the order of preference, last level with the field's lower or upper edge. */
function placesOf({ spot, place }: Pin, gap: number, room: Box): Place[] {
  if (!spot) return [];
  const [x, y, width, height] = spot.target;
  const edges: Box[] = [[x, y + height, width, 0], [x, y, width, 0]];
  const sides = place ? [place.side, ...SIDES] : SIDES;
  return [...beside(sides, spot, spot.target, gap, room),
    ...edges.flatMap((edge) => beside(['right', 'left'], spot, edge, gap, room))];
}

/** Whether the page shows neither words nor controls there, nor a layer that does not hold the field. */
function* isBlank([x, y, width, height]: Box, field: Element): Generator<void, boolean> {
  const inner = inflate([x, y, width, height], -1);
  const asked = new Set<Element | null>([null]);
  for (const down of [y + 1, y + height / 2, y + height - 1]) {
    for (let across = x + 1; across < x + width + SIFT_STEP; across += SIFT_STEP) {
      const hit = document.elementFromPoint(Math.min(across, x + width - 1), down);
      yield;
      if (asked.has(hit)) continue;
      asked.add(hit);
      if (hit && shows(hit, inner, field)) return false;
    }
  }
  return true;
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
