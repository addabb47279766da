/** Where the bubble goes: the first side with room that covers neither its target nor, if possible, marked fields. */

import type { Box } from '../messages';
import { clamp, contains, inflate, intersection, isEmpty, overlapWith } from './box';
import { ARROW_INSET, BUBBLE_GAP, EDGE, RING_OFFSET, RING_WIDTH } from './limits';

export const SIDES = ['right', 'left', 'bottom', 'top'] as const;
export type Side = (typeof SIDES)[number];

export interface Placement {
  readonly side: Side;
  readonly box: Box;
  /** Centre of the arrow along the bubble's edge, from its top or left. */
  readonly arrow: number;
}

export interface Surroundings {
  readonly viewport: Box;
  /** Fields better left uncovered. */
  readonly avoid: readonly Box[];
  /** Factor on every distance of ours. */
  readonly zoom: number;
}

/** A side is worth this many square pixels of covered fields more than the one after it, … */
const ORDER_COST = 300;
/** … and staying where it is, this many. */
const STAY_GAIN = 900;

/** Null when the target is out of sight or no side has room. */
export function placeBubble(
  target: Box, size: readonly [number, number], around: Surroundings, current: Side | null,
): Placement | null {
  const seen = intersection(target, around.viewport);
  if (isEmpty(seen)) return null;
  const room = inflate(around.viewport, -EDGE);
  const cost = ({ side, box }: Placement): number => SIDES.indexOf(side) * ORDER_COST
    + overlapWith(box, around.avoid) - (side === current ? STAY_GAIN : 0);
  const [best] = SIDES.map((side) => beside(side, target, seen, size, room, around.zoom))
    .filter(({ box }) => contains(room, box))
    .sort((a, b) => cost(a) - cost(b));
  return best ?? null;
}

function beside(
  side: Side, target: Box, seen: Box, [width, height]: readonly [number, number], room: Box, zoom: number,
): Placement {
  const gap = (RING_OFFSET + RING_WIDTH + BUBBLE_GAP) * zoom;
  const inset = ARROW_INSET * zoom;
  if (side === 'right' || side === 'left') {
    const middle = seen[1] + seen[3] / 2;
    const y = clamp(middle - height / 2, room[1], room[1] + room[3] - height);
    const x = side === 'right' ? target[0] + target[2] + gap : target[0] - gap - width;
    return { side, box: [x, y, width, height], arrow: clamp(middle - y, inset, height - inset) / zoom };
  }
  const middle = seen[0] + seen[2] / 2;
  const x = clamp(Math.max(seen[0], middle - width / 2), room[0], room[0] + room[2] - width);
  const y = side === 'bottom' ? target[1] + target[3] + gap : target[1] - gap - height;
  return { side, box: [x, y, width, height], arrow: clamp(middle - x, inset, width - inset) / zoom };
}
