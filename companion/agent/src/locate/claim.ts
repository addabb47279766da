/** A claim: one element that may be one target, with what speaks for it. */

import type { Target } from './targets';

/** 2: the pack's own words; 1: words very like them; 0: only keys that the site's makers gave. */
export type Tier = 0 | 1 | 2;

export interface Claim {
  readonly target: Target;
  /** What a person sees. */
  readonly element: HTMLElement;
  /** What holds its state; mostly the same element. */
  readonly control: HTMLElement;
  readonly tier: Tier;
  /** What it was recognised by, in the pack's words: `label “…”`. */
  readonly anchor: string;
  /** Names of independent facts that agree: attributes, `kind`, `in <container>`. */
  readonly witnesses: readonly string[];
  /** Steps from the element to the container it must stand in; 0 when it may stand anywhere. */
  readonly distance: number;
  /** It was recognised by words that other things are called too. */
  readonly vague: boolean;
  /** The element has words of its own, and they are not the pack's. */
  readonly contradicted: boolean;
}

/** Witnesses that a claim by keys alone needs, and one whose own words are strange. */
const KEYS_ALONE = 3;
const KEYS_AGAINST_WORDS = 4;
const NEAR_WORDS = 3;

/** Keys that are given to one element on purpose; classes and types are shared. */
const DELIBERATE: ReadonlySet<string> = new Set(['id', 'name', 'css', 'autocomplete']);

/**
 * What each fact is worth when two elements are compared: stability of attributes over four months on
 * 30 sites (Kluge and Stocco, arXiv 2505.16424); label and placeholder are weighed like texts.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  name: 2.85, text: 2.8, label: 2.8, type: 2.75, autocomplete: 2.75, placeholder: 1.85, beside: 1.85, inside: 1.85,
  above: 1.6, neighbour: 1.45, order: 1.2, href: 0.95, aria: 0.9, role: 0.8, kind: 0.8, id: 0.5, class: 0.2,
};
const OTHER_WEIGHT = 1;

/** Facts that count once whatever they name: `in form`, `beside form.phone`. */
function kindOf(witness: string): string {
  return witness.split(' ')[0] ?? witness;
}

export function weigh(claim: Claim): number {
  return [claim.anchor, ...claim.witnesses].reduce((sum, fact) => sum + (WEIGHTS[kindOf(fact)] ?? OTHER_WEIGHT), 0);
}

/** Whether the claim is certain enough to be shown, if no other element is as certain. */
export function holdsUp(claim: Claim): boolean {
  const { tier, witnesses, target, contradicted } = claim;
  const count = witnesses.length;
  if (tier === 2) return count >= target.brief.witnesses;
  if (tier === 1) return count >= Math.max(NEAR_WORDS, target.brief.witnesses);
  if (!isPlaced(claim)) return false;
  if (contradicted && !witnesses.some((fact) => DELIBERATE.has(fact))) return false;
  return count >= Math.max(contradicted ? KEYS_AGAINST_WORDS : KEYS_ALONE, target.brief.witnesses);
}

/** Keys alone are believed only in their container, or on a page that says where it may be met. */
function isPlaced({ target, witnesses }: Claim): boolean {
  return witnesses.some((fact) => fact.startsWith('in ')) || target.page.guard > 0;
}

/** Greater: surer. Two claims of one tier are told apart only by a difference of one or more. */
export function sureness(claim: Claim): number {
  return claim.witnesses.length + weigh(claim) / 2 - claim.distance / 4;
}
