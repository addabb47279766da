/** How often we may undo what a page does to us, so that two stubborn programs never hang a tab. */

import { LONGEST_PAUSE, REPAIR_WINDOW, REPAIRS, SHORTEST_PAUSE } from './limits';

/** Asked with the milliseconds of a monotonic clock; true when one more repair is allowed. */
export function repairBudget(): (now: number) => boolean {
  let since = 0;
  let spent = 0;
  let pause = SHORTEST_PAUSE;

  return (now) => {
    if (now < since) return false;
    if (now > since + REPAIR_WINDOW) [since, spent, pause] = [now, 0, SHORTEST_PAUSE];
    spent += 1;
    if (spent === REPAIRS) [since, spent, pause] = [now + pause, 0, Math.min(2 * pause, LONGEST_PAUSE)];
    return true;
  };
}
