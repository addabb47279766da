/** Locating: which element of a document is which target of the pack, and which page states hold. */

import type { Sought } from '../brief';
import { Lexicon } from '../page/lexicon';
import type { Memory } from '../page/memory';
import { Assignment, type Choice } from './assign';
import type { Claim } from './claim';
import { Places } from './container';
import { FieldClaims } from './fields';
import { Placed } from './placed';
import { claimsOnPresses } from './presses';
import { gather, memoryOf, type Quest, type Scene } from './scene';
import { claimsOnSliders } from './slider';
import { statesOf } from './states';
import { isPressed, keyQueries, pagesAt, wordingsOf, type Page, type Target, type Where } from './targets';
import { vouched } from './vouch';

export interface Found {
  readonly target: string;
  readonly verdict: 'found' | 'ambiguous' | 'absent';
  /** The box a person sees; null unless something was recognised. */
  readonly element: HTMLElement | null;
  /** Something else would take a press meant for it. */
  readonly covered: boolean;
  /** What it was recognised by: the pack's own words and names of attributes, never what stands in a field. */
  readonly evidence: readonly string[];
}

export interface Sight {
  readonly states: readonly string[];
  readonly targets: ReadonlyMap<string, Found>;
  /** The open shadow roots that were looked into: trees of their own to whoever watches for changes. */
  readonly shadows: readonly ShadowRoot[];
}

/** A look, and what was weighed in it: for those who ask why something was not found. */
export interface Weighed {
  readonly sight: Sight;
  readonly claims: ReadonlyMap<Target, readonly Claim[]>;
  readonly scene: Scene;
}

export class Locator {
  private readonly pages: readonly Page[];
  private readonly targets: readonly Target[];
  private readonly quest: Quest;
  private memory: Memory | null = null;

  constructor(brief: Sought, where: Where) {
    this.pages = pagesAt(brief, where);
    this.targets = this.pages.flatMap((page) => page.targets);
    this.quest = {
      lexicon: Lexicon.of(wordingsOf(this.pages)),
      keys: keyQueries(this.pages),
      ours: brief.tag,
    };
  }

  /** Looks once; reads layout, writes nothing. */
  look(root: Document): Sight {
    return this.weigh(root).sight;
  }

  weigh(root: Document): Weighed {
    if (this.memory?.document !== root) this.memory = memoryOf(root, this.quest);
    const scene = gather(root, this.quest, this.memory);
    const assignment = this.assign(scene);
    const targets = this.foundOf(assignment, scene);
    const shadows = scene.roots.filter((part) => part instanceof ShadowRoot);
    return { sight: { states: statesOf(this.pages, targets, scene), targets, shadows }, claims: assignment.claims, scene };
  }

  private assign(scene: Scene): Assignment {
    const places = new Places(scene);
    const fields = new FieldClaims(scene, places, this.targets);
    const worded = new Map<Target, readonly Claim[]>();
    for (const target of this.targets) worded.set(target, this.claims(target, scene, places, fields));
    const known = new Placed(scene, fields, places, this.targets).with(worded);
    const claims = new Map(known);
    for (const target of this.targets) claims.set(target, vouched(target, known));
    const triggers = new Assignment(claims, scene);
    for (const target of this.targets) {
      if (target.brief.opened_by) claims.set(target, this.opened(target, claims.get(target) ?? [], triggers));
    }
    return this.targets.some(({ brief }) => brief.opened_by) ? new Assignment(claims, scene) : triggers;
  }

  private claims(target: Target, scene: Scene, places: Places, fields: FieldClaims): readonly Claim[] {
    if (isPressed(target)) return claimsOnPresses(target, scene, places, this.rowsOf(target, fields));
    return target.brief.kind === 'slider' ? claimsOnSliders(target, scene, places) : fields.of(target);
  }

  /** The fields that are called like one whose row the target ends. */
  private rowsOf({ brief: { ends_row_of: ids } }: Target, fields: FieldClaims): readonly HTMLElement[] {
    const owners = this.targets.filter(({ brief }) => ids.includes(brief.id));
    return owners.flatMap((owner) => fields.of(owner)).filter(({ tier }) => tier === 2).map(({ element }) => element);
  }

  /** What a list offers counts only while the list's trigger is there, and never as the trigger itself. */
  private opened(target: Target, claims: readonly Claim[], assignment: Assignment): readonly Claim[] {
    const trigger = this.targets.find(({ brief }) => brief.id === target.brief.opened_by);
    const opener = trigger && assignment.choice(trigger);
    if (!opener || opener.verdict === 'absent') return [];
    const box = opener.claim?.element;
    return claims.filter(({ element }) => !box || !(box.contains(element) || element.contains(box)));
  }

  private foundOf(assignment: Assignment, scene: Scene): ReadonlyMap<string, Found> {
    const found = new Map<string, Found>();
    for (const target of this.targets) {
      const { id } = target.brief;
      const before = found.get(id);
      // A target that several pages describe is found when one of them finds it.
      if (before && before.verdict !== 'absent') continue;
      found.set(id, describe(id, assignment.choice(target), scene));
    }
    return found;
  }
}

function describe(target: string, { verdict, claim }: Choice, scene: Scene): Found {
  if (verdict === 'absent' || !claim) {
    const evidence = claim ? ['not certain enough', claim.anchor, ...claim.witnesses] : ['nothing like it here'];
    return { target, verdict: 'absent', element: null, covered: false, evidence };
  }
  const covered = scene.front.covers(claim.element, claim.control);
  return { target, verdict, element: claim.element, covered, evidence: [claim.anchor, ...claim.witnesses] };
}
