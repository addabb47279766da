/** Where a label tag goes: outside its field, over nothing that is marked, and rather over blank paper than over text. */

import type { Box } from '../messages';
import { overlapWith } from './box';
import { EDGE, LABEL_GAP } from './limits';

export const TAG_SIDES = ['right', 'above', 'below', 'left', 'above-end'] as const;
export type TagSide = (typeof TAG_SIDES)[number];

export interface TagPlace {
  readonly side: TagSide;
  readonly box: Box;
}

/** How bad it is to cover what the page shows inside a box; 0 is blank. */
export type CoverCost = (side: TagSide, box: Box) => number;

const STAY_GAIN = 1.5;

/** Null when every side would cover something marked or leave the page sideways. */
export function placeTag(
  field: Box, size: readonly [number, number], avoid: readonly Box[],
  width: number, cover: CoverCost, current: TagSide | null, zoom: number,
): TagPlace | null {
  let best: TagPlace | null = null;
  let least = Infinity;
  TAG_SIDES.forEach((side, order) => {
    const box = at(side, field, size, LABEL_GAP * zoom);
    const fits = box[0] >= EDGE && box[0] + box[2] <= width - EDGE;
    // Cheap costs first: asking what the page shows is a hit test.
    const floor = order - (side === current ? STAY_GAIN : 0);
    if (!fits || floor >= least || overlapWith(box, avoid) > 0) return;
    const cost = floor + cover(side, box);
    if (cost < least) [best, least] = [{ side, box }, cost];
  });
  return best;
}

function at(side: TagSide, [x, y, width, height]: Box, [w, h]: readonly [number, number], gap: number): Box {
  switch (side) {
    case 'right': return [x + width + gap, y + (height - h) / 2, w, h];
    case 'left': return [x - gap - w, y + (height - h) / 2, w, h];
    case 'above': return [x, y - gap - h, w, h];
    case 'above-end': return [x + width - w, y - gap - h, w, h];
    case 'below': return [x, y + height + gap, w, h];
  }
}
