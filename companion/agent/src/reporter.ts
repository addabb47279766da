/** What a document tells Python: changes of state at once, mere movement at most ten times a second (DESIGN 5). */

import type { Bus } from './bus';
import type { Facts } from './foreign';
import type { Guidance, Step } from './guide/guide';
import { contentBox, isCovered, place } from './guide/place';
import { RECT_REPORT_MS } from './limits';
import type { NoticeView } from './messages';

export class Reporter {
  readonly #bus: Bus;
  readonly #ours: string;
  readonly #later: () => void;
  readonly #frames = new Map<string, HTMLElement>();
  /** Whether the document is in another language than its own. */
  translated = false;
  /** The connection was lost while the document was there, and is not back. */
  offline = false;
  readonly #told = new Map<string, { state: string; places: string; at: number }>();

  /** `ours` is our element's name; `later` asks for another frame: something moved again too soon to be told. */
  constructor(bus: Bus, ours: string, later: () => void) {
    this.#bus = bus;
    this.#ours = ours;
    this.#later = later;
  }

  /** Keeps track of where a child frame's document stands; Python resolves the owner element. */
  adopt(frame: string, owner: HTMLElement): void {
    this.#frames.set(frame, owner);
    this.frames();
  }

  owner(frame: string): HTMLElement | undefined {
    return this.#frames.get(frame);
  }

  view(states: readonly string[], { steps, wants, labels }: Guidance): void {
    const ids = (list: readonly Step[]): string[] => list.map(({ target }) => target.id);
    const targets = steps.map(({ view }) => view);
    const shown = { wants: wants?.target.id ?? null, labels: ids(labels), translated: this.translated, offline: this.offline };
    const state = [states, shown, targets.map(({ rect: _, scroll: __, clear: ___, ...rest }) => rest)];
    const places = targets.map(({ rect, scroll, clear }) => [rect, scroll, clear]);
    if (!this.#isDue('view', state, places)) return;
    this.#bus.send({ kind: 'view', states, targets, ...shown, viewport: [innerWidth, innerHeight] });
  }

  /** The site's messages, when others are seen than before; at first only if there are any. */
  notices(seen: readonly NoticeView[]): void {
    if (!seen.length && !this.#told.has('notices')) return;
    const state = seen.map(({ notice, visible }) => [notice, visible]);
    if (this.#isDue('notices', state, [])) this.#bus.send({ kind: 'notices', seen });
  }

  /** Messages that are to be translated, which the person agreed to. */
  unexplained(texts: readonly string[]): void {
    if (texts.length && this.#isDue('unexplained', texts, [])) this.#bus.send({ kind: 'unexplained', texts });
  }

  /** What a page is that is not the site's; at first only if there is anything to tell. */
  foreign(facts: Facts): void {
    if (!facts.secret && !this.#told.has('foreign')) return;
    if (this.#isDue('foreign', facts, [])) this.#bus.send({ kind: 'foreign', ...facts });
  }

  frames(): void {
    for (const [frame, owner] of this.#frames) {
      if (!owner.isConnected) continue;
      const box = contentBox(owner);
      const { visible, scroll } = place(owner);
      const covered = isCovered(owner, this.#ours);
      if (!this.#isDue(frame, [visible, covered], [box, scroll])) continue;
      this.#bus.send({ kind: 'frame', frame, box, visible, scroll, covered });
    }
  }

  #isDue(subject: string, newState: unknown, newPlaces: unknown): boolean {
    const [state, places, at] = [JSON.stringify(newState), JSON.stringify(newPlaces), performance.now()];
    const told = this.#told.get(subject);
    if (told?.state === state) {
      if (told.places === places) return false;
      if (at - told.at < RECT_REPORT_MS) {
        this.#later();
        return false;
      }
    }
    this.#told.set(subject, { state, places, at });
    return true;
  }
}
