/** What a document's found targets ask of the person: the next one, the labels, and the report of both. */

import { countsDown, judge, type Judgement, type Surroundings } from '../check';
import { toneOfCode } from '../check/codes';
import { Refusals } from '../check/refusals';
import type { Brief, TargetBrief } from '../brief';
import type { Found, Sight } from '../locate';
import type { TargetView, Tone } from '../messages';
import { missingBefore, missingWords } from './missing';
import { boxOf, place, trackOf } from './place';

/** A found target with everything known about it. */
export interface Step {
  readonly target: TargetBrief;
  readonly element: HTMLElement;
  /** What must stay free besides the element: the way a handle slides, the words a box agrees to. */
  readonly clear: HTMLElement | null;
  readonly view: TargetView;
  /** The form to type instead: drawn in this document, and no part of any report. */
  readonly correction: string;
  /** A good value as people read it out, likewise. */
  readonly reading: string;
}

/** What the person is at, besides what stands on the page. */
export type Hands = Omit<Surroundings, 'element' | 'refusals'> & {
  /** The field that the person has typed in and not left. */
  readonly held: Element | null;
};

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
  decide(sight: Sight, around: Hands, lead: boolean): Guidance {
    const element = (id: string): HTMLElement | null => sight.targets.get(id)?.element ?? null;
    const judged = [...sight.targets.values()].flatMap((found) => this.#step(found, { ...around, element, refusals: this.#refusals }));
    const open = judged.filter(({ target, view }) => this.#isOpen(target, view));
    const steps = judged.map((step) => ({
      ...step, view: { ...step.view, missing: missingBefore(step, open, (one) => this.#rankOf(one)) },
    }));
    const wants = this.#next(steps, around.held);
    // A list lies over the box that opened it: a tag there would cover its first rows.
    const opened = new Set(steps.map(({ target }) => target.opened_by));
    const labels = steps.filter((step) => !(lead && step === wants) && isLabelled(step) && !opened.has(step.target.id));
    return { steps, wants, labels };
  }

  /** A mistake in the field at hand comes first: what was just typed is what a person thinks of. */
  #next(steps: readonly Step[], held: Element | null): Step | null {
    const open = steps.filter(({ target, view }) => this.#isOpen(target, view));
    const mistaken = open.find(({ element, view }) => element === held && toneOfCode(view.code) === 'bad');
    return mistaken ?? open.sort((a, b) => this.#rankOf(a) - this.#rankOf(b))[0] ?? null;
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
    const { correction, reading, ...judgement } = this.#judge(target, found.element, around);
    const { verdict, covered, element } = found;
    const clear = clearOf(target, element);
    const kept = clear && boxOf(clear.getBoundingClientRect());
    const view = { target: target.id, verdict, covered, ...judgement, counting: countsDown(target, element), missing: [], ...place(element), clear: kept };
    return [{ target, element, clear, view, correction, reading }];
  }

  #judge(target: TargetBrief, element: HTMLElement, around: Surroundings): Judgement {
    const judgement = judge(target, element, around);
    if (judgement.status === 'blocked') {
      if (countsDown(target, element)) this.#sent.add(target.id);
      return judgement;
    }
    return this.#sent.has(target.id) ? { ...judgement, status: 'done', code: '' } : judgement;
  }
}

function clearOf(target: TargetBrief, element: HTMLElement): HTMLElement | null {
  if (target.kind === 'slider') return trackOf(element);
  return target.kind === 'checkbox' ? element.closest('label') : null;
}

/** Covered and unsure targets get nothing drawn on them, and buttons that would refuse no invitation. */
function isLabelled({ target, view }: Step): boolean {
  const isOpen = view.status !== 'blocked' || view.missing.length > 0;
  return view.verdict === 'found' && !view.covered && isOpen && target.words.label !== '';
}

/** The words of a tag: what is missing before a button, what is to be said of a value, or the name. */
export function tagOf({ target, view }: Step, brief: Brief): { words: string; tone: Tone } {
  if (view.missing.length) return { words: missingWords(view.missing, brief), tone: 'todo' };
  return { words: target.words.tags[view.code] ?? target.words.label, tone: toneOf(view) };
}

/** The words at the next target: the sentence of its verdict code, or its hint. */
export function hintOf({ target, view }: Step): { words: string; tone: Tone } {
  const said = target.words.codes[view.code];
  if (!said) return { words: target.words.hint, tone: 'todo' };
  return { words: said, tone: toneOfCode(view.code) };
}

function toneOf({ status, code }: TargetView): Tone {
  return code ? toneOfCode(code) : status === 'done' ? 'good' : 'todo';
}
