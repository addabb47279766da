/** Which page states hold, judged from what was located. */

import type { Page, State } from './targets';
import type { Found } from './index';
import type { Scene } from './scene';

/** Ids of the states of this document; a state that another one rules out is left away. */
export function statesOf(pages: readonly Page[], found: ReadonlyMap<string, Found>, scene: Scene): readonly string[] {
  const holding = pages.flatMap((page) => page.states).filter((state) => holdsTrue(state, found, scene));
  const ids = new Set(holding.map(({ brief }) => brief.id));
  const left = holding.filter(({ brief }) => !brief.unless.some((id) => id !== brief.id && ids.has(id)));
  return [...new Set(left.map(({ brief }) => brief.id))];
}

function holdsTrue(state: State, found: ReadonlyMap<string, Found>, scene: Scene): boolean {
  const { all, any, none } = state.brief;
  // Two elements that both may be the target still say that the page has one.
  const isThere = (id: string): boolean => (found.get(id)?.verdict ?? 'absent') !== 'absent';
  return all.every(isThere) && (any.length === 0 || any.some(isThere)) &&
    !none.some(isThere) && (state.texts.empty || isSaid(state, scene));
}

/** Whether one of the state's texts stands on the page by itself, for a person to see. */
function isSaid({ texts }: State, { pieces, visibility }: Scene): boolean {
  return pieces.some((piece) => texts.match(piece.text) !== null && visibility.shows(piece.element));
}
