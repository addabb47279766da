/** Which corner the panel rests in: it leaves one only when it covers something there, and never flutters. */

import type { Box } from '../messages';
import { overlapWith } from './box';
import { CORNER_GAIN, PANEL_EDGE } from './limits';

export const CORNERS = ['right-bottom', 'right-top', 'left-top', 'left-bottom'] as const;
export type Corner = (typeof CORNERS)[number];

export interface CornerChoice {
  readonly corner: Corner;
  /** Square pixels of the next target and the bubble that stay covered even there. */
  readonly covered: number;
}

export interface Obstacles {
  /** The next target and the bubble. */
  readonly hard: readonly Box[];
  /** Other marked fields. */
  readonly soft: readonly Box[];
}

export function chooseCorner(
  current: Corner, size: readonly [number, number], viewport: Box, { hard, soft }: Obstacles, zoom: number,
): CornerChoice {
  const ranked = CORNERS.map((corner) => {
    const box = cornerBox(corner, size, viewport, zoom);
    return { corner, covered: overlapWith(box, hard), softly: overlapWith(box, soft) };
  });
  const [best] = [...ranked].sort((a, b) => a.covered - b.covered || a.softly - b.softly);
  const here = ranked.find(({ corner }) => corner === current);
  if (!best || !here) return { corner: current, covered: 0 };
  const stays = here.covered <= best.covered && here.softly < best.softly + CORNER_GAIN;
  return stays ? here : best;
}

export function cornerBox(
  corner: Corner, [width, height]: readonly [number, number], viewport: Box, zoom: number,
): Box {
  const edge = PANEL_EDGE * zoom;
  const x = corner.startsWith('right') ? viewport[2] - edge - width : edge;
  const y = corner.endsWith('bottom') ? viewport[3] - edge - height : edge;
  return [x, y, width, height];
}
