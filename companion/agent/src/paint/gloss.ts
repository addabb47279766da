/** The small tag beside a word that is pointed at: what it says, in the person's language. Never over the word. */

import type { Box } from '../messages';
import { beside } from './beside';
import { boxOf, inflate, overlap } from './box';
import { EDGE, LABEL_GAP } from './limits';
import { Popover } from './popover';
import type { Gloss } from './scene';
import { fill, make } from './words';

/** Characters up to which a word is said again, to show how far it goes; a sentence is plain by itself. */
const LONGEST_ECHO = 8;
/** In square pixels of what is marked: covering one of the next target or its bubble, and the next best side. */
const COVER_COST = 1e4;
const ORDER_COST = 300;

export interface GlossTag {
  readonly popover: Popover;
  readonly isShown: boolean;
  /** True when it says something else than before, or of another place. */
  render(gloss: Gloss | null): boolean;
  /** Take the side that covers least; `hard` matters before everything. */
  settle(hard: readonly Box[], soft: readonly Box[], viewport: Box, zoom: number): void;
}

export function createGloss(): GlossTag {
  const element = make('div', 'gloss');
  const popover = new Popover(element);
  let shown: Gloss | null = null;
  let key = '';
  let placed = '';

  return {
    popover,
    get isShown() {
      return shown !== null;
    },
    render(gloss) {
      const next = gloss ? JSON.stringify(gloss) : '';
      if (next === key) return false;
      [key, shown] = [next, gloss];
      popover.isStale ||= !gloss;
      if (!gloss) {
        if (popover.isOpen) element.hidePopover();
        return true;
      }
      element.replaceChildren(...gloss.words.flatMap(linesOf).map((words) => {
        const line = make('p', '');
        fill(line, words);
        return line;
      }));
      return true;
    },
    settle(hard, soft, viewport, zoom) {
      if (!shown) return;
      const [, , width, height] = boxOf(element);
      const spot = { target: shown.rect, keep: shown.keep, size: [width, height] as const };
      const room = inflate(viewport, -EDGE);
      const places = beside(['above', 'below', 'right', 'left'], spot, shown.rect, LABEL_GAP * zoom, room);
      const costs = places.map(({ box }, order) => order * ORDER_COST + overlap(box, hard) * COVER_COST + overlap(box, soft));
      const place = places[costs.indexOf(Math.min(...costs))];
      const [x, y] = place?.box ?? [0, 0];
      const style = `left:${x / zoom}px;top:${y / zoom}px;${place ? '' : 'visibility:hidden;'}`;
      if (style !== placed) element.style.cssText = placed = style;
    },
  };
}

function linesOf({ word, meaning, hint }: Gloss['words'][number]): string[] {
  const said = `${word.length <= LONGEST_ECHO ? `${word} ` : ''}**${meaning}**`;
  return hint ? [said, hint] : [said];
}
