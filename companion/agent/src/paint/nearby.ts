/** The page's own controls round what is next: the bubble had better not lie on them, known to the pack or not. */

import type { Box } from '../messages';
import { holds, parentOf } from '../page/walk';
import { boxOf, isEmpty } from './box';

export const CONTROLS = 'a[href],button,input,select,textarea,iframe,[role=button],[role=option],[role=combobox],[contenteditable]';

/** Elements of the part of the page that is asked about: a form has some hundreds. */
const PART = 400;
const MOST = 80;

export class Nearby {
  #anchor: Element | null = null;
  /** From the anchor's corner, so that they are right while all scrolls together. */
  #shifts: readonly Box[] = [];

  /** The page may show other things now. */
  spoil(): void {
    this.#anchor = null;
  }

  boxes(anchor: Element): Box[] {
    const [left, top] = boxOf(anchor);
    if (anchor !== this.#anchor) {
      this.#anchor = anchor;
      this.#shifts = controlsRound(anchor).map(([x, y, width, height]) => [x - left, y - top, width, height]);
    }
    return this.#shifts.map(([x, y, width, height]) => [x + left, y + top, width, height]);
  }
}

function controlsRound(anchor: Element): Box[] {
  let part = anchor;
  for (let up = parentOf(anchor); up && up.getElementsByTagName('*').item(PART) === null; up = parentOf(up)) part = up;
  return [...part.querySelectorAll(CONTROLS)].slice(0, MOST)
    .filter((one) => !holds(one, anchor) && !holds(anchor, one) && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map(boxOf).filter((box) => !isEmpty(box));
}
