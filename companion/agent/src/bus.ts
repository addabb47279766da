/** Reports on their way to Python, fetched by a long poll: no binding, nothing the page could see. */

import type { Report } from './messages';
import { REPORTS_KEPT } from './limits';

export class Bus {
  #waiting: ((reports: Report[]) => void) | null = null;
  #queue: Report[] = [];

  /** Keeps only the newest of each kind that replaces the last one, so that nobody listening costs nothing. */
  send(report: Report): void {
    this.#queue = this.#queue.filter((older) => !replaces(report, older));
    this.#queue.push(report);
    if (this.#queue.length > REPORTS_KEPT) this.#queue.shift();
    this.#flush();
  }

  /** Resolves with at least one report; a newer call takes over from one that is still waiting. */
  next(): Promise<Report[]> {
    return new Promise((resolve) => {
      this.#waiting?.([]);
      this.#waiting = resolve;
      this.#flush();
    });
  }

  #flush(): void {
    if (!this.#waiting || !this.#queue.length) return;
    const resolve = this.#waiting;
    this.#waiting = null;
    resolve(this.#queue.splice(0));
  }
}

function replaces(newer: Report, older: Report): boolean {
  if (newer.kind !== older.kind) return false;
  if (newer.kind === 'frame' && older.kind === 'frame') return newer.frame === older.frame;
  return newer.kind === 'view' || newer.kind === 'foreign' || newer.kind === 'notices' || newer.kind === 'unexplained' || newer.kind === 'front';
}
