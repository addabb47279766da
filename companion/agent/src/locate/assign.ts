/** Choosing for all targets together: one element is one target, and what is not certain is not chosen. */

import { CONTAINER_SIZE } from '../limits';
import { isLeftOf } from '../page/box';
import { precedes, sharedAncestor } from '../page/walk';
import { holdsUp, sureness, type Claim } from './claim';
import type { Scene } from './scene';
import type { Target } from './targets';

/** The difference that makes one of two claims the better one. */
const MARGIN = 1;

/** Targets that were found help to find their neighbours; after this many rounds nothing new comes. */
const ROUNDS = 3;

/** So many times smaller a box has to be to be clearly the smaller one. */
const CLEARLY = 2;

/** Targets that ask for so many witnesses are pressed once and for all. */
const IRREVERSIBLE = 3;

export interface Choice {
  readonly verdict: 'found' | 'ambiguous' | 'absent';
  /** The best claim, or what would have been it. */
  readonly claim: Claim | null;
}

export class Assignment {
  private readonly settled = new Map<Target, Claim>();
  private readonly unsure = new Map<Target, Claim>();

  constructor(readonly claims: ReadonlyMap<Target, readonly Claim[]>, private readonly scene: Scene) {
    // What follows others in its form is looked for when those are known.
    this.settle((target) => target.brief.after.length === 0);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = this.settled.size;
      this.settle(() => true);
      if (this.settled.size === before && round > 0) break;
    }
  }

  choice(target: Target): Choice {
    const found = this.settled.get(target);
    if (found) return { verdict: 'found', claim: found };
    const unsure = this.unsure.get(target);
    if (unsure) return { verdict: 'ambiguous', claim: unsure };
    return { verdict: 'absent', claim: this.claims.get(target)?.[0] ?? null };
  }

  private settle(isTurn: (target: Target) => boolean): void {
    this.unsure.clear();
    const chosen = new Map<Target, Claim>(this.settled);
    for (const [target, claims] of this.claims) {
      if (this.settled.has(target) || !isTurn(target)) continue;
      const open = claims.filter((claim) => !this.isTaken(claim) && !this.isAstray(claim));
      const choice = this.choose(open.map((claim) => this.support(claim)));
      if (choice.verdict === 'found') chosen.set(target, choice.claim as Claim);
      if (choice.verdict === 'ambiguous') this.unsure.set(target, choice.claim as Claim);
    }
    this.part(chosen);
  }

  private isTaken(claim: Claim): boolean {
    return [...this.settled.values()].some((other) => other.control === claim.control && other.target !== claim.target);
  }

  /** The form's own fields are known, and the element stands somewhere else: a dialog's button, not the form's. */
  private isAstray({ target, element }: Claim): boolean {
    const before = [...this.settled.values()].filter((other) => target.brief.after.includes(other.target.brief.id));
    return before.length > 0 && !before.some((other) => this.isNear(other.element, element));
  }

  /** What was found around an element speaks for it: its neighbours, and that it follows those it should. */
  private support(claim: Claim): Claim {
    const { target, element } = claim;
    const near = [...this.settled.values()].filter((other) => other.target !== target && this.isNear(other.element, element));
    const before = near.filter((other) => target.brief.after.includes(other.target.brief.id));
    const facts = near[0] ? [`neighbour ${near[0].target.brief.id}`] : [];
    if (before.some((other) => precedes(other.element, element) || this.isInRow(other.element, element))) facts.push('order');
    const kin = near.filter((other) => before.includes(other) || other.target.page === target.page);
    // What can't be undone ends a form: without anything of that form it is somebody else's button.
    if (target.brief.after.length && target.brief.witnesses >= IRREVERSIBLE && kin.length === 0) return { ...claim, witnesses: [] };
    return facts.length ? { ...claim, witnesses: [...claim.witnesses, ...facts] } : claim;
  }

  /** In one box that is small enough to be one part of the page, and on the same layer of it. */
  private isNear(a: Element, b: Element): boolean {
    const { visibility } = this.scene;
    if (visibility.layer(a) !== visibility.layer(b)) return false;
    const shared = sharedAncestor(a, b);
    return shared !== null && shared.getElementsByTagName('*').item(CONTAINER_SIZE) === null;
  }

  /** Where a site lets things float, their order in the page is not the one on the screen. */
  private isInRow(before: Element, after: Element): boolean {
    const { visibility } = this.scene;
    return isLeftOf(visibility.box(before), visibility.box(after));
  }

  private choose(claims: readonly Claim[]): Choice {
    const tier = Math.max(0, ...claims.map((claim) => claim.tier));
    const able = claims.filter((claim) => claim.tier === tier && holdsUp(claim)).sort((a, b) => sureness(b) - sureness(a));
    const [best, second] = able;
    if (!best) return { verdict: 'absent', claim: claims[0] ?? null };
    if (!second || sureness(best) - sureness(second) >= MARGIN) return { verdict: 'found', claim: best };
    const rivals = able.filter((claim) => sureness(best) - sureness(claim) < MARGIN);
    return this.breakTie(rivals);
  }

  /** Equal claims are told apart by what lies in front, or are one when they lead to the same place. */
  private breakTie(rivals: readonly Claim[]): Choice {
    const open = rivals.filter(({ element, control }) => !this.scene.front.covers(element, control));
    const left = open.length ? open : rivals;
    const [first] = left;
    if (!first) return { verdict: 'absent', claim: null };
    if (left.length === 1 || left.every((claim) => leadTogether(claim, first))) return { verdict: 'found', claim: first };
    return this.amongItsKin(left) ?? { verdict: 'ambiguous', claim: first };
  }

  /** The one that stands clearly nearer to the rest of its form: another box for the same is a feedback's, or a call-back's. */
  private amongItsKin(rivals: readonly Claim[]): Choice | null {
    const [best, second] = rivals.map((claim) => ({ claim, room: this.roomWithKin(claim) })).sort((a, b) => a.room - b.room);
    return best && second && best.room < Infinity && best.room * CLEARLY <= second.room ? { verdict: 'found', claim: best.claim } : null;
  }

  /** How many elements the smallest box has that holds the claim and something else of its page of the pack. */
  private roomWithKin({ target, element }: Claim): number {
    const kin = [...this.settled.values()].filter((other) => other.target !== target && other.target.page === target.page);
    return Math.min(...kin.map((other) => sharedAncestor(other.element, element)?.getElementsByTagName('*').length ?? Infinity));
  }

  /** Settles what nobody else wants, and the surer of two that want one element. */
  private part(chosen: ReadonlyMap<Target, Claim>): void {
    for (const [target, claim] of chosen) {
      const rivals = [...chosen.values()].filter((other) => other.target !== target && other.control === claim.control);
      if (rivals.every((rival) => this.isSurer(claim, rival))) this.settled.set(target, claim);
      else if (!rivals.some((rival) => this.isSurer(rival, claim))) this.unsure.set(target, claim);
    }
  }

  /** The better recognised wins; else the target whose page says more narrowly where it may be met. */
  private isSurer(claim: Claim, rival: Claim): boolean {
    if (claim.tier !== rival.tier) return claim.tier > rival.tier;
    if (this.endsMore(claim, rival) !== this.endsMore(rival, claim)) return this.endsMore(claim, rival);
    return compare(claim, rival);
  }

  /** The claim's part of the page began before the rival's: a button ends all that stands in its form. */
  private endsMore(claim: Claim, rival: Claim): boolean {
    const [own, others] = [this.leading(claim), this.leading(rival)];
    return others.length > 0 && own.some((one) => others.every((other) => other !== one && precedes(one.element, other.element)));
  }

  /** What was found near, and has to stand before the claim's target. */
  private leading({ target, element }: Claim): readonly Claim[] {
    return [...this.settled.values()].filter((other) =>
      target.brief.after.includes(other.target.brief.id) && this.isNear(other.element, element) && precedes(other.element, element));
  }
}

function compare(claim: Claim, rival: Claim): boolean {
  const lead = sureness(claim) - sureness(rival);
  if (Math.abs(lead) >= MARGIN) return lead > 0;
  return claim.target.page.guard > rival.target.page.guard;
}

/** Two links with the same words and the same address are one thing in two places. */
function leadTogether(a: Claim, b: Claim): boolean {
  if (a === b) return true;
  const [from, to] = [a.element.getAttribute('href'), b.element.getAttribute('href')];
  return from !== null && from === to && !/^(#|javascript:)/i.test(from);
}
