/** Judging one found target: is it done, is it refused for now, and which verdict code says why. */

import type { DoneBrief, TargetBrief } from '../brief';
import type { Status } from '../messages';
import { matchesKeys, matchesText } from '../page/text';
import type { Refusals } from './refusals';
import { GOOD, RULES, UNFINISHED } from './rules';
import { chosen, typed, typedCode } from './value';
import { isChecked, isSelected } from './marks';

export interface Judgement {
  readonly status: Status;
  readonly code: string;
}

export interface Surroundings {
  element(target: string): HTMLElement | null;
  /** States recognised in any frame of the tab. */
  readonly states: ReadonlySet<string>;
  /** The field a person is still typing in, if any. */
  readonly busy: Element | null;
  readonly refusals: Refusals;
}

const OPEN: Judgement = { status: 'todo', code: '' };
const DONE: Judgement = { status: 'done', code: '' };

export function judge(target: TargetBrief, element: HTMLElement, around: Surroundings): Judgement {
  if (isBlocked(target, element)) return { status: 'blocked', code: '' };
  return target.done ? byRule(target.done, element, around) : OPEN;
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

function byRule(done: DoneBrief, element: HTMLElement, around: Surroundings): Judgement {
  switch (done.rule) {
    case 'check':
      return check(done, element, around);
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
  done: DoneBrief & { rule: 'check' },
  element: HTMLElement,
  around: Surroundings,
): Judgement {
  const rule = RULES[done.check];
  if (!rule) return OPEN;
  const value = read(done.check, element);
  if (!value.trim()) return OPEN;
  const other = (target: string): string | null => {
    const twin = around.element(target);
    return twin ? typed(twin) : null;
  };
  const code = rule({ value, other }, done.args);
  const typing = around.busy === element;
  around.refusals.forget(element);
  if (!typing && around.refusals.has(element, value)) return OPEN;
  if (GOOD.has(code)) return { status: typing ? 'todo' : 'done', code: typing && code !== 'ok' ? '' : code };
  return { status: 'todo', code: typing && UNFINISHED.has(code) ? '' : code };
}

function read(check: string, element: HTMLElement): string {
  if (check === 'dial') return chosen(element);
  return check === 'code' ? typedCode(element) : typed(element);
}
