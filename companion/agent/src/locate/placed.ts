/** What is known by its place when its words are new: a design renames its fields more often than it moves them. */

import { isAbove, isInside, isLeftOf, width } from '../page/box';
import { isCodeBox, type Field } from '../page/fields';
import { isPictured } from '../page/picture';
import { signOf } from '../page/press';
import { normal, wordsOf } from '../page/text';
import { ancestorsOf } from '../page/walk';
import type { Claim } from './claim';
import type { Places } from './container';
import { SORTS, type Candidate, type FieldClaims } from './fields';
import { endOfRow, isBehind } from './row';
import type { Scene } from './scene';
import { isPressed, type Target } from './targets';

/** CSS pixels between a field and the one that repeats it, with its label and a remark between them. */
const REPETITION_REACH = 110;

/** Digits of a code in a message; those in pictures have four or five. */
const MESSAGE_CODE = 6;

/** Boxes round a button in which its opposite is looked for. */
const PAIR_DEPTH = 3;

/** Boxes round a lone field in which the button below it is looked for, and the button's share of its width. */
const FORM_DEPTH = 8;
const SHARE = 0.5;
const PRESSED = 'a, button, [role=button], [type=submit], [type=button]';

/** Marks of a title: whoever ticks a box before them agrees to what is called so. */
const TITLED = /\u300a[^\u300b]{2,}\u300b/u;

type Claims = ReadonlyMap<Target, readonly Claim[]>;

export class Placed {
  constructor(
    private readonly scene: Scene,
    private readonly fields: FieldClaims,
    private readonly places: Places,
    private readonly targets: readonly Target[],
  ) {}

  /** What the claims of all targets become, those that no words were found for being known by their place. */
  with(claims: Claims): Claims {
    const all = new Map(claims);
    for (const target of this.targets) {
      const own = all.get(target) ?? [];
      const found = own.some(({ tier }) => tier > 0) ? [] : this.of(target, claims);
      if (found.length) all.set(target, [...own.filter(({ control }) => found.every((claim) => claim.control !== control)), ...found]);
    }
    return all;
  }

  private of(target: Target, claims: Claims): readonly Claim[] {
    const { brief } = target;
    if (isPressed(target)) return brief.opposite === null ? [] : this.opposite(target, owners(claims, [brief.opposite]));
    const open = this.fields.candidates.filter((candidate) => this.isOpen(target, candidate, claims));
    return [
      ...(brief.repeats === null ? [] : this.repetition(target)),
      ...(brief.sole ? this.sole(target, open) : []),
      ...(brief.beside.length ? this.beside(target, open, owners(claims, brief.beside)) : []),
      ...(brief.opens_row_of.length ? this.opening(target, open, claims) : []),
    ].slice(0, 1);
  }

  /** Of the target's sort, of this form, and not called like anything else that is looked for. */
  private isOpen(target: Target, { field, names }: Candidate, claims: Claims): boolean {
    if (field.sort !== SORTS[target.brief.kind] || this.fields.apart.holds(field)) return false;
    if (names.some(({ rank, forms }) => rank === 0 && forms.some((form) => target.forbidden.within(form) !== null))) return false;
    return [...claims].every(([other, those]) => other === target || those.every(({ control, tier }) => tier === 0 || control !== field.control));
  }

  /** The second of two fields to fill in, one below the other or beside it and alike, repeats the first whatever it is called. */
  private repetition(target: Target): readonly Claim[] {
    const { candidates, apart } = this.fields;
    const written = candidates.filter(({ field: { sort } }) => sort === 'text' || sort === 'password');
    const alike = written.filter(({ field }) => field.sort === SORTS[target.brief.kind] && !apart.holds(field));
    const [first, second] = alike;
    if (!first || !second || alike.length > 2 || written.indexOf(second) !== written.indexOf(first) + 1) return [];
    if (!this.follows(first.field, second.field) || this.isOtherwise(target, second)) return [];
    return [this.claim(target, second.field, 'repetition', ['kind', 'order'])];
  }

  private isOtherwise(target: Target, { names }: Candidate): boolean {
    return names.some(({ rank, forms }) => rank === 0 && forms.some((form) => target.forbidden.within(form) !== null));
  }

  private follows({ element: first }: Field, { element: second }: Field): boolean {
    const { visibility } = this.scene;
    const [one, next] = [visibility.box(first), visibility.box(second)];
    if (visibility.layer(first) !== visibility.layer(second) || Math.abs(width(one) - width(next)) > 1) return false;
    return isLeftOf(one, next) ? next.left - one.right <= REPETITION_REACH
      : Math.abs(one.left - next.left) <= 1 && isAbove(one, next, REPETITION_REACH);
  }

  /** The only one of its sort; of two passwords the first, which the second repeats; of texts the one for so many characters. */
  private sole(target: Target, open: readonly Candidate[]): readonly Claim[] {
    const alike = target.brief.kind === 'text' ? open.filter(({ field }) => this.formOf(target, field).length > 0) : open;
    const [first, second] = alike;
    if (!first || alike.length > 2 || (second && !this.follows(first.field, second.field))) return [];
    if (second && first.field.sort !== 'password') return [];
    if ((first.field.sort === 'checkbox' && !agreesTo(first.field)) || this.endsElse(first.field)) return [];
    return [this.claim(target, first.field, 'sole', ['kind', ...this.formOf(target, first.field)])];
  }

  /** What the field says of the form of its answer: a phone number, an address, so many characters. */
  private formOf({ keys }: Target, { control }: Field): readonly string[] {
    return keys.agreeing(control).filter((key) => key === 'type' || key === 'maxlength');
  }

  /** The button that ends it says that it is for signing in, or for anything else that ends no form of ours. */
  private endsElse({ element }: Field): boolean {
    const enders = this.targets.filter(({ brief }) => brief.concludes);
    for (const around of [...ancestorsOf(element)].slice(0, FORM_DEPTH)) {
      const ends = [...around.querySelectorAll<HTMLElement>(PRESSED)].filter((one) => this.isEnd(one, element)).map((one) => normal(wordsOf(one)));
      if (ends.some((said) => enders.some(({ text }) => text.match(said) !== null))) return false;
      if (ends.some((said) => enders.some(({ forbidden }) => forbidden.within(said) !== null))) return true;
    }
    return false;
  }

  /** Right behind the field, or below it and wide enough to be its button; a link to elsewhere is not. */
  private isEnd(press: HTMLElement, field: HTMLElement): boolean {
    const { visibility } = this.scene;
    const [box, own] = [visibility.box(press), visibility.box(field)];
    const isBelow = isAbove(own, box, Infinity) && width(box) >= width(own) * SHARE;
    return (isBelow || isBehind(box, own)) && visibility.shows(press);
  }

  /** The one field right behind such a thing, or round it. */
  private beside(target: Target, open: readonly Candidate[], those: readonly Claim[]): readonly Claim[] {
    const { visibility } = this.scene;
    const fields = open.filter(({ field: { element } }) => those.some((owner) => {
      const [own, other] = [visibility.box(element), visibility.box(owner.element)];
      return visibility.layer(element) === visibility.layer(owner.element) && (isInside(other, own) || isBehind(own, other));
    }));
    const [only] = fields;
    return only && fields.length === 1 ? [this.claim(target, only.field, 'place', ['beside', 'kind'])] : [];
  }

  /** The field whose row such a thing ends, where the other field that has such rows is known to be another. */
  private opening(target: Target, open: readonly Candidate[], claims: Claims): readonly Claim[] {
    const ends = owners(claims, target.brief.opens_row_of);
    const isElsewhere = owners(claims, this.others(target, ends)).length > 0;
    const fields = open.filter(({ field }) => (isElsewhere || isForSix(field)) &&
      !isPictured(field, this.scene.fields, this.scene.visibility) && this.isEnded(field, ends));
    const [only] = fields;
    return only && fields.length === 1 ? [this.claim(target, only.field, 'place', ['row', 'kind'])] : [];
  }

  /** What else such a thing may follow. */
  private others({ brief: { id } }: Target, ends: readonly Claim[]): readonly string[] {
    return ends.flatMap(({ target: { brief } }) => brief.after.filter((other) => other !== id));
  }

  private isEnded({ element }: Field, ends: readonly Claim[]): boolean {
    const last = endOfRow(element, this.scene);
    return last !== null && ends.some((end) => end.element === last || end.element.contains(last) || last.contains(end.element));
  }

  /** Of two things to press side by side the other one. */
  private opposite(target: Target, those: readonly Claim[]): readonly Claim[] {
    return those.slice(0, 1).flatMap(({ element }) => {
      for (const around of [...ancestorsOf(element)].slice(0, PAIR_DEPTH)) {
        const others = [...around.querySelectorAll<HTMLElement>(element.localName)].filter((one) => one !== element && this.isWorded(one));
        const [other] = others;
        if (!other) continue;
        return others.length === 1 && this.isFree(target, other) ? [this.claim(target, { element: other, control: other }, 'place', ['beside', 'kind'])] : [];
      }
      return [];
    });
  }

  private isFree(target: Target, element: HTMLElement): boolean {
    const isPlaced = target.containers.length === 0 || this.places.of(target, element) !== null;
    return isPlaced && signOf(element, element) !== null && target.forbidden.within(normal(wordsOf(element))) === null;
  }

  private isWorded(element: HTMLElement): boolean {
    return normal(wordsOf(element)) !== '' && this.scene.visibility.shows(element);
  }

  private claim(target: Target, { element, control }: Pick<Field, 'element' | 'control'>, anchor: string, facts: readonly string[]): Claim {
    const place = this.places.of(target, element);
    const witnesses = [...facts, ...(target.page.guard > 0 ? ['page'] : []), ...(place ? [`in ${place.container}`] : [])];
    return { target, element, control, tier: 0, anchor, witnesses, distance: place?.distance ?? 0, vague: false, contradicted: false };
  }
}

/** Those that are certainly one of the targets. */
function owners(claims: Claims, ids: readonly string[]): readonly Claim[] {
  return [...claims].filter(([{ brief }]) => ids.includes(brief.id)).flatMap(([, those]) => those).filter(({ tier, vague }) => tier === 2 && !vague);
}

function agreesTo({ element }: Field): boolean {
  const around = [...ancestorsOf(element)].slice(0, PAIR_DEPTH);
  return around.some((box) => box.querySelectorAll('input').length === 1 && TITLED.test(box.textContent ?? ''));
}

function isForSix(field: Field): boolean {
  return isCodeBox(field) || (field.control instanceof HTMLInputElement && field.control.maxLength === MESSAGE_CODE);
}
