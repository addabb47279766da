/** A name that other things have too counts only in company: of the form's fields, or of the choice beside it. */

import { normal, wordsOf } from '../page/text';
import { childOn, sharedAncestor } from '../page/walk';
import type { Claim } from './claim';
import { isPressed, type Target } from './targets';

/** As many things to press side by side are a choice; more are a menu. */
const CHOICE = 3;

/** The claims of a target that count, those of all targets being known. */
export function vouched(target: Target, claims: ReadonlyMap<Target, readonly Claim[]>): readonly Claim[] {
  const own = claims.get(target) ?? [];
  const { vouched_by: ids } = target.brief;
  if (ids.length === 0) return own;
  const company = [...claims].filter(([{ brief }]) => ids.includes(brief.id)).flatMap(([, others]) => others).filter(({ tier }) => tier > 0);
  const isSure = company.some(({ vague }) => !vague);
  return own.filter((claim) => !claim.vague || (isSure && !isOpen(claim)) || company.some((other) => vouches(other, claim)));
}

/** Recognised by a word with anything round it: half of all menus have such. */
function isOpen({ anchor, target }: Claim): boolean {
  return isPressed(target) && anchor.includes('*');
}

/**
 * Of two vague names a field vouches for a field, a choice for the one beside it; a button for no field, nor the other way
 * round: every chat has both.
 */
function vouches(other: Claim, claim: Claim): boolean {
  const pressed = isPressed(claim.target);
  if (other.vague && isPressed(other.target) !== pressed) return false;
  return !pressed || isChoice(claim.element, other.element);
}

/** Whether the two stand side by side in a small group of their like: tabs, cards, the links of a switch. */
function isChoice(a: Element, b: Element): boolean {
  const group = sharedAncestor(a, b);
  if (!group || group === a || group === b) return false;
  const [one, other] = [childOn(group, a), childOn(group, b)];
  const worded = [...(one.parentNode?.children ?? [])].filter((child) => normal(wordsOf(child)) !== '');
  return one !== other && one.localName === other.localName && worded.length <= CHOICE;
}
