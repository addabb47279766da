/** Claims on things that are filled in: recognised by what they are called. */

import type { Kind } from '../brief';
import { isCodeBox, type Field, type Sort } from '../page/fields';
import type { Name, Source } from '../page/label';
import { isPictured } from '../page/picture';
import { normals, wordsOf } from '../page/text';
import { Apart, concluding } from './apart';
import type { Claim, Tier } from './claim';
import type { Places } from './container';
import { dialBoxes, drawnTicks } from './drawn';
import type { Scene } from './scene';
import { isPressed, type Target } from './targets';

export const SORTS: Readonly<Partial<Record<Kind, Sort>>> = {
  text: 'text', code: 'text', password: 'password', choice: 'choice', checkbox: 'checkbox', radio: 'radio',
};

/** How surely words of each source belong to the field: given to it, standing by it, standing near it. */
const STRENGTH: Readonly<Record<Source, number>> = {
  label: 3, placeholder: 3, aria: 3, text: 3, inside: 2, beside: 2, above: 2,
};

const DIALLING = /^\p{L}*(\+|00)\d{1,4}\p{L}*$/u;
/** A country and its code, as in "China 86"; one alone may be anything. */
const COUNTRY = /^\p{L}{2,}\d{2,4}$/u;
const DIALLING_OPTIONS = 12;

const MESSAGE_CODE = 6;

/** Characters in normal form from which words given to a field are a remark. */
const REMARK = 9;

interface Call {
  readonly tier: Tier;
  readonly source: Source | 'keys';
  readonly said: string;
  readonly strength: number;
}

/** A field with its names, and what the targets make of them. */
export interface Candidate {
  readonly field: Field;
  readonly names: readonly Name[];
}

export class FieldClaims {
  readonly candidates: readonly Candidate[];
  readonly apart: Apart;
  private readonly targets: readonly Target[];
  private readonly calls = new Map<Candidate, Map<Target, Call | null>>();

  constructor(private readonly scene: Scene, private readonly places: Places, all: readonly Target[]) {
    this.apart = new Apart(scene, concluding(all));
    const targets = all.filter((target) => !isPressed(target));
    this.targets = targets;
    const drawn = targets.some(({ brief: { kind } }) => kind === 'choice') ? dialBoxes(scene) : [];
    const ticked = targets.filter(({ brief: { kind } }) => kind === 'checkbox');
    const fields = [...scene.fields, ...drawn, ...ticked.flatMap((target) => drawnTicks(target, scene))];
    this.candidates = fields.map((field) => ({ field, names: namesOf(field, scene) }));
  }

  of(target: Target): readonly Claim[] {
    return this.candidates.flatMap((candidate) => this.claim(target, candidate) ?? []);
  }

  private claim(target: Target, candidate: Candidate): Claim | null {
    const call = this.call(target, candidate);
    if (!call || this.isCalledElsewhere(candidate, target, call)) return null;
    if (target.brief.kind === 'code' && isPictured(candidate.field, this.scene.fields, this.scene.visibility)) return null;
    const { control, element } = candidate.field;
    // The code's box may be all there is in a dialog's form.
    if (target.brief.kind !== 'code' && this.apart.holds(candidate.field)) return null;
    const place = this.places.of(target, element);
    if (target.containers.length && !place) return null;
    const witnesses = [...agreeing(target, candidate, call), ...(place ? [`in ${place.container}`] : [])];
    const anchor = call.source === 'keys' ? 'keys' : `${call.source} “${call.said}”`;
    const contradicted = call.tier === 0 && candidate.names.some(({ rank, source }) => rank === 0 && source !== 'above');
    const vague = target.vague.lists(call.said) && !isForSix(candidate.field);
    return { target, element, control, tier: call.tier, anchor, witnesses, distance: place?.distance ?? 0, vague, contradicted };
  }

  /** A field that more surely calls itself something else is not this target. */
  private isCalledElsewhere(candidate: Candidate, target: Target, call: Call): boolean {
    return this.targets.some((other) => {
      if (other === target || other.brief.id === target.brief.id) return false;
      const rival = this.call(other, candidate);
      return rival !== null && rival.tier === 2 && isSurer(rival, call);
    });
  }

  private call(target: Target, candidate: Candidate): Call | null {
    let known = this.calls.get(candidate);
    if (!known) this.calls.set(candidate, (known = new Map<Target, Call | null>()));
    let call = known.get(target);
    if (call === undefined) known.set(target, (call = callOf(target, candidate)));
    return call;
  }
}

function callOf(target: Target, candidate: Candidate): Call | null {
  const { field, names } = candidate;
  if (!isSort(target, field)) return null;
  const exact = best(names.flatMap((name) => heard(name, (form) => wordingOf(target, name).match(form), 2)));
  if (names.some((name) => name.rank === 0 && isForbidden(target, name) && !isAside(target, name, exact))) return null;
  if (exact) return exact;
  if (target.brief.kind === 'code' && isCodeBox(field)) return { tier: 2, source: 'text', said: '1', strength: 3 };
  if (isDialling(target, candidate)) return { tier: 2, source: 'text', said: '+', strength: 3 };
  const near = best(names.flatMap((name) => heard(name, (form) => wordingOf(target, name).near(form), 1)));
  if (near) return near;
  return target.keys.agreeing(field.control).length ? { tier: 0, source: 'keys', said: '', strength: 0 } : null;
}

/** What stands by the field names it outright, while words in it may only have something of another: "for the code". */
function isSurer(rival: Call, call: Call): boolean {
  const [named, remarked] = [isOutright(rival) && isRemark(call), isOutright(call) && isRemark(rival)];
  return named || (!remarked && rival.strength > call.strength);
}

function isRemark({ source, said }: Call): boolean {
  return source === 'placeholder' && said.includes('*');
}

/** By words beside it, with nothing round them. */
function isOutright({ source, said }: Call): boolean {
  return source !== 'placeholder' && !said.includes('*');
}

function heard(name: Name, match: (form: string) => string | null, tier: Tier): readonly Call[] {
  const said = name.forms.map(match).find((found) => found !== null);
  return said ? [{ tier, source: name.source, said, strength: STRENGTH[name.source] - name.rank }] : [];
}

function best(calls: readonly Call[]): Call | null {
  return [...calls].sort((a, b) => b.strength - a.strength)[0] ?? null;
}

/** Words in or by a field may be any of its names; a tick box or drop-down is also known by its own words. */
function wordingOf(target: Target, name: Name): Target['names'] {
  return name.source === 'aria' && !target.aria.empty && target.label.empty && target.placeholder.empty ? target.aria : target.names;
}

function isForbidden(target: Target, { forms }: Name): boolean {
  return forms.some((form) => target.forbidden.within(form) !== null);
}

/**
 * Whether the name only remarks on something else than the field: it is longer than a name or less sure than the
 * words the field was recognised by, and has none of the target's own words in it.
 */
function isAside(target: Target, { source, forms }: Name, exact: Call | null): boolean {
  if (!exact || (exact.strength < STRENGTH.label && !isOutright(exact))) return false;
  const isLess = STRENGTH[source] < exact.strength || (forms[0] ?? '').length >= REMARK;
  return isLess && forms.every((form) => target.names.within(form) === null);
}

/** A password that is being shown is a text field for the while; its keys still say what it is. */
function isSort(target: Target, { sort, control }: Field): boolean {
  const wanted = SORTS[target.brief.kind];
  // Of several roles one may have more than one.
  if (wanted === sort || (wanted === 'radio' && sort === 'checkbox')) return true;
  if (wanted !== 'password' || sort !== 'text') return false;
  const keys = target.keys.agreeing(control);
  return control.getAttribute('autocomplete')?.includes('password') === true || keys.includes('id') || keys.includes('name');
}

function agreeing(target: Target, { field, names }: Candidate, call: Call): readonly string[] {
  const facts = new Set<string>(target.keys.agreeing(field.control));
  for (const name of names) {
    if (name.source !== call.source && name.forms.some((form) => target.names.match(form))) facts.add(name.source);
  }
  if (field.control.matches('input, select, textarea')) facts.add('kind');
  else if (field.control.hasAttribute('role')) facts.add('role');
  if (target.brief.kind === 'code' && isForCode(field)) facts.add('length');
  if (call.tier === 0 && target.page.guard > 0) facts.add('page');
  return [...facts];
}

/** A code's field takes four to eight characters and says so, or is split into boxes. */
function isForCode(field: Field): boolean {
  if (!(field.control instanceof HTMLInputElement)) return false;
  const { maxLength, inputMode } = field.control;
  return isCodeBox(field) || (maxLength >= 4 && maxLength <= 8) || inputMode === 'numeric';
}

/** Codes in messages have six digits, those in pictures four or five. */
function isForSix({ control }: Field): boolean {
  return control instanceof HTMLInputElement && control.maxLength === MESSAGE_CODE;
}

/** What shows or offers a dialling code is the drop-down for it, where the pack looks for one. */
function isDialling(target: Target, { field, names }: Candidate): boolean {
  const { done, text, label } = target.brief;
  const wanted = (done?.rule === 'check' && done.check === 'dial') || [...text, ...label].some((said) => said.includes('+'));
  if (!wanted) return false;
  const options = field.control instanceof HTMLSelectElement ? [...field.control.options].slice(0, DIALLING_OPTIONS) : [];
  const shown = names.filter(({ source }) => source === 'text').flatMap(({ forms }) => forms);
  const offered = options.flatMap((option) => normals(option.text));
  return [...shown, ...offered].some((form) => DIALLING.test(form)) || offered.filter((form) => COUNTRY.test(form)).length > 1;
}

function namesOf(field: Field, scene: Scene): readonly Name[] {
  const names = scene.labels.names(field);
  if (field.sort !== 'choice') return names;
  const forms = normals(wordsOf(field.element));
  return forms.length ? [{ source: 'text', forms, rank: 0 }, ...names] : names;
}
