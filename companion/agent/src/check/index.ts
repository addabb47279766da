/** Judging one found target: is it done, is it refused for now, and which verdict code says why. */

import type { DoneBrief, TargetBrief } from '../brief';
import type { Status } from '../messages';
import { matchesKeys, matchesText } from '../page/text';
import type { Refusals } from './refusals';
import { GOOD, UNFINISHED } from './codes';
import { RULES } from './rules';
import { chosen, typed, typedCode } from './value';
import { isChecked, isSelected } from './marks';

export interface Judgement {
  readonly status: Status;
  readonly code: string;
  /** The form to type instead: for drawing alone, never for a report. */
  readonly correction: string;
  /** The value to be looked over, where its rule reads it out: for drawing alone as well. */
  readonly reading: string;
}

export interface Surroundings {
  element(target: string): HTMLElement | null;
  /** States recognised in any frame of the tab. */
  readonly states: ReadonlySet<string>;
  /** The field a person is still typing in, if any; with an input method whose word is not settled, nothing is said. */
  readonly busy: Element | null;
  readonly composing: boolean;
  readonly refusals: Refusals;
  /** Targets that a message of the site finds fault with, and those of them that would be refused again. */
  readonly faulted: ReadonlySet<string>;
  readonly barred: ReadonlySet<string>;
}

const OPEN: Judgement = { status: 'todo', code: '', correction: '', reading: '' };
const DONE: Judgement = { ...OPEN, status: 'done' };

export function judge(target: TargetBrief, element: HTMLElement, around: Surroundings): Judgement {
  const isBarred = isPressed(target) && around.barred.has(target.id);
  if (isBarred || isBlocked(target, element)) return { ...OPEN, status: 'blocked' };
  // A number that is only shown again, with stars in it: nothing to do, and nothing to find fault with.
  if (isWritten(target) && element.matches(':disabled')) return DONE;
  return target.done ? byRule(target, target.done, element, around) : OPEN;
}

/** A button that counts down or is switched off would refuse to be pressed. */
export function isBlocked(target: TargetBrief, element: HTMLElement): boolean {
  const { texts, keys } = target.blocked;
  if (element.matches(':disabled, [aria-disabled="true"]') && isPressed(target)) return true;
  return matchesText(element, texts) || matchesKeys(element, keys);
}

/** True while the element shows one of the pack's countdown texts. */
export function countsDown(target: TargetBrief, element: HTMLElement): boolean {
  return matchesText(element, target.blocked.texts);
}

function isPressed(target: TargetBrief): boolean {
  return ['link', 'button', 'tab', 'option'].includes(target.kind);
}

function isWritten(target: TargetBrief): boolean {
  return ['text', 'password', 'code'].includes(target.kind);
}

function byRule(target: TargetBrief, done: DoneBrief, element: HTMLElement, around: Surroundings): Judgement {
  switch (done.rule) {
    case 'check':
      return check(target, done, element, around);
    case 'checked':
      return isChecked(element) ? DONE : OPEN;
    case 'selected':
      return isSelected(element) ? DONE : OPEN;
    case 'shows':
      return matchesText(element, done.texts) || matchesKeys(element, done.keys) ? DONE : OPEN;
    case 'state':
      return done.states.some((state) => around.states.has(state)) ? DONE : OPEN;
  }
}

function check(
  { id, kind }: TargetBrief,
  done: DoneBrief & { rule: 'check' },
  element: HTMLElement,
  around: Surroundings,
): Judgement {
  const rule = RULES[done.check];
  const value = read(done.check, element);
  const typing = around.busy === element;
  if (!rule || !value.trim() || (typing && around.composing)) return OPEN;
  const asked: (HTMLElement | null)[] = [];
  const other = (target: string): string | null => {
    const twin = around.element(target);
    asked.push(twin);
    return twin ? typed(twin) : null;
  };
  const { code, correction = '', reading = '', refused = false } = rule({ value, other }, done.args);
  const isFaulted = around.faulted.has(id);
  // What a site says of a code goes by as a toast; of other fields it says it again as they change.
  if (kind !== 'code' && !isFaulted) around.refusals.forget(element);
  // What comes from a list is as it should be or not: fault found in its row is with the number beside it.
  const isTyped = kind !== 'choice';
  const isRefused = isTyped && !typing && around.refusals.has(element, value, isFaulted);
  // Where we see the fault too, we can say which one, and what to type instead.
  if (isRefused && GOOD.has(code)) return OPEN;
  // A half word in the password above is no reason to find fault with the one below.
  const isHalf = typing ? UNFINISHED.has(code) : !GOOD.has(code) && asked.some((twin) => twin && twin === around.busy);
  if (isHalf) return OPEN;
  const isDone = GOOD.has(code) && !refused && !typing;
  return { status: isDone ? 'done' : 'todo', code, correction, reading: isDone ? reading : '' };
}

function read(check: string, element: HTMLElement): string {
  if (check === 'dial') return chosen(element);
  return check === 'code' ? typedCode(element) : typed(element);
}
