/** What a document's found targets ask of the person: the next one, the labels, and the report of both. */

import { countsDown, judge, type Judgement, type Surroundings } from '../check';
import { Refusals } from '../check/refusals';
import type { Brief, TargetBrief } from '../brief';
import type { Found, Sight } from '../locate';
import type { TargetView, Tone } from '../messages';
import { boxOf, place, trackOf } from './place';

/** A found target with everything known about it. */
export interface Step {
  readonly target: TargetBrief;
  readonly element: HTMLElement;
  /** What must stay free besides the element: the way a handle slides, the words a box agrees to. */
  readonly clear: HTMLElement | null;
  readonly view: TargetView;
}

export interface Guidance {
  readonly steps: readonly Step[];
  /** What would be next in this document; drawn only while it holds the tab's lead. */
  readonly wants: Step | null;
  readonly labels: readonly Step[];
}

export class Guide {
  readonly #brief: Brief;
  readonly #targets: ReadonlyMap<string, TargetBrief>;
  readonly #rank: ReadonlyMap<string, number>;
  /** Targets seen counting down: their work is done, pressing them again is only for when it failed. */
  readonly #sent = new Set<string>();
  readonly #refusals = new Refusals();

  constructor(brief: Brief) {
    this.#brief = brief;
    const targets = brief.pages.flatMap((page) => page.targets);
    this.#targets = new Map(targets.map((target) => [target.id, target]));
    this.#rank = new Map(brief.order.map((id, index) => [id, index]));
  }

  /** `lead` false: another frame of the tab holds the next step. */
  decide(sight: Sight, around: Omit<Surroundings, 'element' | 'refusals'>, lead: boolean): Guidance {
    const element = (id: string): HTMLElement | null => sight.targets.get(id)?.element ?? null;
    const steps = [...sight.targets.values()].flatMap((found) => this.#step(found, { ...around, element, refusals: this.#refusals }));
    const wants = this.#next(steps);
    // A list lies over the box that opened it: a tag there would cover its first rows.
    const opened = new Set(steps.map(({ target }) => target.opened_by));
    const labels = steps.filter((step) => !(lead && step === wants) && isLabelled(step) && !opened.has(step.target.id));
    return { steps, wants, labels };
  }

  #next(steps: readonly Step[]): Step | null {
    const open = steps.filter(({ target, view }) => this.#isOpen(target, view));
    return open.sort((a, b) => this.#rankOf(a) - this.#rankOf(b))[0] ?? null;
  }

  #isOpen(target: TargetBrief, view: TargetView): boolean {
    const ours = target.account === null || target.account === this.#brief.account;
    return ours && this.#rank.has(target.id) && view.verdict === 'found' && view.status === 'todo' && !view.covered;
  }

  #rankOf(step: Step): number {
    return this.#rank.get(step.target.id) ?? Infinity;
  }

  #step(found: Found, around: Surroundings): Step[] {
    const target = this.#targets.get(found.target);
    if (!target || found.verdict === 'absent' || !found.element) return [];
    const judgement = this.#judge(target, found.element, around);
    const { verdict, covered, element } = found;
    const clear = clearOf(target, element);
    const kept = clear && boxOf(clear.getBoundingClientRect());
    const view = { target: target.id, verdict, covered, ...judgement, ...place(element), clear: kept };
    return [{ target, element, clear, view }];
  }

  #judge(target: TargetBrief, element: HTMLElement, around: Surroundings): Judgement {
    const judgement = judge(target, element, around);
    if (judgement.status === 'blocked') {
      if (countsDown(target, element)) this.#sent.add(target.id);
      return judgement;
    }
    return this.#sent.has(target.id) ? { status: 'done', code: '' } : judgement;
  }
}

function clearOf(target: TargetBrief, element: HTMLElement): HTMLElement | null {
  if (target.kind === 'slider') return trackOf(element);
  return target.kind === 'checkbox' ? element.closest('label') : null;
}

/** Covered and unsure targets get nothing drawn on them, and buttons that would refuse no invitation. */
function isLabelled({ target, view }: Step): boolean {
  return view.verdict === 'found' && !view.covered && view.status !== 'blocked' && target.words.label !== '';
}

/** The words at the next target: the sentence of its verdict code, or its hint. */
export function hintOf({ target, view }: Step): { words: string; tone: Tone } {
  const said = target.words.codes[view.code];
  if (!said) return { words: target.words.hint, tone: 'todo' };
  return { words: said, tone: view.code === 'ok' ? 'good' : 'bad' };
}

export function toneOf({ view }: Step): Tone {
  if (view.status === 'done') return 'good';
  return view.code && view.code !== 'ok' ? 'bad' : 'todo';
}
