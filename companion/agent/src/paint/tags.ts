/**
 * Puts each label tag beside its field: over nothing marked, and over nothing the page shows; else nowhere. Placing is a
 * job of many small questions about the page, done in slices.
 */

import type { Box } from '../messages';
import { beside, type Place, type Side } from './beside';
import { overlap } from './box';
import { Ground } from './ground';
import { EDGE, HALO, LABEL_GAP, LONGEST_RESIFT, RESIFT, SIFT_SLICE } from './limits';
import type { Pin } from './pin';

const SIDES: readonly Side[] = ['right', 'above', 'left', 'below'];
/** Tags wait above and below the window. */
const BEYOND = 1e6;
/** Fields nearer to the window's edges have a place for their tag that cannot be asked about. */
const MARGIN = 40;

export interface Tags {
  /** The page may show other things now. */
  spoil(): void;
  /** Goes on placing; true while there is more to do. `taken` may not be covered; `moved`: anything, since the last time. */
  place(pins: readonly Pin[], taken: readonly Box[], viewport: Box, zoom: number, moved: boolean): boolean;
}

export function createTags(): Tags {
  const ground = new Ground();
  let job: Iterator<void> | null = null;
  let known = '';
  /** How each stood when it was placed: a pin that was no label meanwhile has no place any more. */
  let standings = new Map<Pin, string>();
  let begun = -Infinity;
  let spoiled = Infinity;

  return {
    spoil() {
      spoiled = performance.now();
      ground.spoil();
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
        job = placeAll(pins, taken, viewport, zoom, new Set(stays), ground);
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
  pins: readonly Pin[], hard: readonly Box[], viewport: Box, zoom: number, stays: ReadonlySet<Pin>, ground: Ground,
): Generator<void, void> {
  const room: Box = [EDGE, -BEYOND, viewport[2] - 2 * EDGE, 2 * BEYOND];
  const kept = pins.filter((pin) => stays.has(pin) && !pin.said.some((box) => overlap(box, hard)));
  const taken = [...hard, ...kept.flatMap(({ said }) => said)];
  for (const pin of pins.filter((one) => !kept.includes(one)).sort((a, b) => (a.spot?.target[1] ?? 0) - (b.spot?.target[1] ?? 0))) {
    let chosen = null;
    const gap = (pin.isBesideRing ? HALO : 0) + LABEL_GAP;
    for (const place of placesOf(pin, gap * zoom, room)) {
      if (overlap(place.box, taken) || !(yield* ground.isBlank(place.box, pin.anchor))) continue;
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
