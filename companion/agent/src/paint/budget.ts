/** How often we may undo what a page does to us, so that two stubborn programs never hang a tab. */

import { BACK_OFF, REPAIR_WINDOW, REPAIRS } from './limits';

export class RepairBudget {
  private windowStart = -Infinity;
  private spent = 0;
  private refusals = 0;
  private closedUntil = -Infinity;

  /** `now` in milliseconds of a monotonic clock. True when one more repair is allowed. */
  spend(now: number): boolean {
    if (now < this.closedUntil) return false;
    if (now - this.windowStart > REPAIR_WINDOW) {
      if (this.spent < REPAIRS) this.refusals = 0;
      this.windowStart = now;
      this.spent = 0;
    }
    this.spent += 1;
    if (this.spent >= REPAIRS) this.close(now);
    return true;
  }

  private close(now: number): void {
    this.closedUntil = now + (BACK_OFF[Math.min(this.refusals, BACK_OFF.length - 1)] ?? 0);
    this.refusals += 1;
    this.windowStart = -Infinity;
  }
}
