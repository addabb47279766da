/** Where words go: beside the box they speak of, and where the bubble of the next target goes. */

import type { Box } from '../messages';
import { inflate, intersection, isEmpty, overlap, type Size } from './box';
import { BUBBLE_GAP, EDGE } from './limits';

export type Side = 'right' | 'left' | 'below' | 'above';

export interface Place {
  readonly side: Side;
  readonly box: Box;
  /** From the target's corner to the box's. */
  readonly shift: readonly [x: number, y: number];
  /** How far along the box's edge, from its top or left, the middle of the target is. */
  readonly arrow: number;
}

/** What words of this size are to stand beside: `keep` is the target with all that may not be covered. */
export interface Spot {
  readonly target: Box;
  readonly keep: Box;
  readonly size: Size;
}

/** A side is worth this many square pixels of covered fields more than the one after it, … */
const ORDER_COST = 300;
/** … and staying where it is, this many. */
const STAY_GAIN = 900;

/** The places on these sides that lie in `room`, in this order, level with `part` of the target. */
export function beside(sides: readonly Side[], spot: Spot, part: Box, gap: number, room: Box): Place[] {
  return sides.map((side) => placeAt(side, spot, part, gap, room))
    .filter(({ box }) => overlap(box, [room]) > box[2] * box[3] - 1);
}

function placeAt(side: Side, { target, keep, size }: Spot, part: Box, gap: number, room: Box): Place {
  const [width, height] = size;
  const middle = [part[0] + part[2] / 2, part[1] + part[3] / 2] as const;
  const isLevel = side === 'right' || side === 'left';
  const x = isLevel
    ? (side === 'right' ? keep[0] + keep[2] + gap : keep[0] - gap - width)
    : clamp(part[0], room[0], room[0] + room[2] - width);
  const y = isLevel
    ? clamp(middle[1] - height / 2, room[1], room[1] + room[3] - height)
    : (side === 'below' ? keep[1] + keep[3] + gap : keep[1] - gap - height);
  const arrow = isLevel ? middle[1] - y : middle[0] - x;
  return { side, box: [x, y, width, height], shift: [x - target[0], y - target[1]], arrow };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** Where the bubble covers the fewest other fields; null when no side has room, or the target is out of sight. */
export function placeBubble(
  spot: Spot, current: Side | undefined, fields: readonly Box[], viewport: Box, zoom: number,
): Place | null {
  const part = intersection(spot.target, viewport);
  if (isEmpty(part)) return null;
  const places = beside(['right', 'left', 'below', 'above'], spot, part, BUBBLE_GAP * zoom, inflate(viewport, -EDGE));
  const costs = places.map(({ side, box }, order) => (
    order * ORDER_COST + overlap(box, fields) - (side === current ? STAY_GAIN : 0)));
  return places[costs.indexOf(Math.min(...costs))] ?? null;
}
