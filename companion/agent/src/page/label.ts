/** What a field is called, as a person sees it: in words given to it, and in words that stand by it. */

import { height, isAbove, isInside, isLeftOf, sameColumn, sameRow, type Rect } from './box';
import type { Field } from './fields';
import { headOf, normals, wordsOf } from './text';
import type { Visibility } from './visible';
import { ancestorsOf, holds, type Root } from './walk';
import { scopesOf, wordsIn, type Words } from './words';

export type Source = 'label' | 'placeholder' | 'aria' | 'text' | 'beside' | 'inside' | 'above';

export interface Name {
  readonly source: Source;
  /** Normal forms: as written, and without remarks in brackets. */
  readonly forms: readonly string[];
  /** 0: the nearest words of this source; 1: those behind them. */
  readonly rank: 0 | 1;
}

/** CSS pixels between a label and its field; `beside`: further off, words over the field are its name, if there are any. */
const REACH = { left: 320, above: 44, right: 40, indent: 48, beside: 80 };

/** CSS pixels by which a remark is nearer to its field than a label to the field above it. */
const REMARK_GAP = 8;

/** Characters in normal form from which words above a field may be a remark under its label. */
const REMARK = 9;

/** A dialling code or a number alone names nothing. */
const BARE = /^\+?\d*$/;
const DIALLING = /(\+|(?<!\d)00)\d{1,4}(?!\d)|^\p{Script=Han}{2,6}\d{2,3}$/u;

/** Nothing but a dialling code and the country's name: a row of its own over the number. */
const DIAL_ROW = /^\p{L}{0,8}\+\d{1,4}$/u;

const BUTTONS = 'a, button, [role=button]';
const DIAL_SIGN = /^[^]{0,40}(?:\+|\uff0b|00)/;
const DIAL_BUTTON = /^\p{L}{0,12}(\+|00)\d{1,4}$/u;

/** Arrows that are characters: no icon is drawn then. */
const ARROW = /[\u02c5\u2193\u2228\u2304\u2335\u25b4-\u25bf\u2b9f\u2bc6\ufe35\ufe3e\ufe40\u{1f53d}]/u;

/** CSS pixels from such a row to the number below it. */
const DIAL_REACH = 60;

/** A box with a dialling code is no taller and wider than this. */
const DIAL_BOX = { width: 260, height: 64 };

const TICKED = new Set(['checkbox', 'radio']);

export class Labels {
  private readonly words = new Map<Node, readonly Words[]>();
  private readonly surroundings = new Map<Field, readonly Words[]>();
  private readonly cache = new Map<Field, readonly Name[]>();
  private readonly dials = new Map<Field, HTMLElement | null>();

  /** `pointing`: the page's labels that say by id which field they are for. */
  constructor(
    private readonly fields: readonly Field[],
    private readonly pointing: readonly HTMLLabelElement[],
    private readonly visibility: Visibility,
  ) {}

  /** Every name of the field, the surest first. */
  names(field: Field): readonly Name[] {
    let names = this.cache.get(field);
    if (!names) this.cache.set(field, (names = [...given(field, this.labelsOf(field)), ...this.seen(field)]));
    return names;
  }

  /** The box with a dialling code in or left of a text field, if one is drawn there. */
  dialBox(field: Field): HTMLElement | null {
    let dial = this.dials.get(field);
    if (dial === undefined) this.dials.set(field, (dial = this.findDial(field)));
    return dial;
  }

  private findDial(field: Field): HTMLElement | null {
    const box = this.visibility.box(field.element);
    const dial = this.around(field).find((words) =>
      words.forms.some((form) => DIALLING.test(form)) && (isLeftOf(words.box, box) || isInside(words.box, box) || isDialRow(words, box)) &&
      !isOffered(words.element, field) && this.blockers(field, words.box).length === 0);
    const outline = dial && this.outline(dial.element, field);
    return outline && opens(outline) ? outline : this.dialButton(field, box);
  }

  /** Words of buttons and links name no field; one that says a dialling code opens the list of them. */
  private dialButton(field: Field, box: Rect): HTMLElement | null {
    const buttons = scopesOf(field.element).flatMap((scope) => [...(scope as ParentNode).querySelectorAll<HTMLElement>(BUTTONS)]);
    return buttons.find((button) => {
      // Most of a page's links are ruled out sooner than read.
      if (!DIAL_SIGN.test(button.textContent ?? '') || !normals(wordsOf(button)).some((form) => DIAL_BUTTON.test(form))) return false;
      if (isOffered(button, field)) return false;
      const at = this.visibility.box(button);
      const isBy = isLeftOf(at, box) || isInside(at, box) || (isAbove(at, box, DIAL_REACH) && sameColumn(at, box));
      return isBy && this.visibility.shows(button) && this.blockers(field, at).length === 0;
    }) ?? null;
  }

  /** The largest box round the words that is still smaller than a row and does not hold the field. */
  private outline(inner: Element, field: Field): HTMLElement | null {
    let outline: HTMLElement | null = null;
    for (const box of [inner, ...ancestorsOf(inner)]) {
      const { left, right, top, bottom } = this.visibility.box(box);
      if (holds(box, field.control) || box.querySelector(LISTS) || right - left > DIAL_BOX.width || bottom - top > DIAL_BOX.height) break;
      if (box instanceof HTMLElement && this.visibility.shows(box)) outline = box;
    }
    return outline;
  }

  /** The `labels` of an element are the same, but each asking walks the whole document. */
  private labelsOf({ control }: Field): readonly HTMLLabelElement[] {
    const round = control.closest('label');
    const pointing = this.pointing.filter((label) => label.htmlFor === control.id && label.control === control);
    return [...(round && round.control === control && !pointing.includes(round) ? [round] : []), ...pointing];
  }

  private seen(field: Field): readonly Name[] {
    const box = this.visibility.box(field.element);
    const words = this.around(field);
    if (TICKED.has(field.sort)) return [...wrapping(field), ...this.behind(words, box)];
    const inside = words.filter((one) => isInside(one.box, box) && !holds(field.element, one.element) && this.isSeen(one));
    const beside = this.beside(field, words, box);
    const isFar = beside[0] !== undefined && box.left - beside[0].box.right > REACH.beside;
    const above = beside.length && !isFar ? [] : this.above(field, words, box);
    return [...named('inside', inside.slice(0, 1)), ...named('beside', above.length ? [] : beside), ...named('above', above)];
  }

  private beside(field: Field, words: readonly Words[], box: Rect): readonly Words[] {
    const dial = this.dialBox(field);
    return words
      .filter((one) => isLeftOf(one.box, box) && box.left - one.box.right <= REACH.left && this.isSeen(one))
      .filter((one) => !one.forms.every((form) => BARE.test(form)) && !this.isChoice(one) && !(dial && holds(dial, one.element)))
      .filter((one) => this.blockers(field, one.box).length === 0)
      .sort((a, b) => b.box.right - a.box.right)
      .slice(0, 2);
  }

  /** The nearest words over the field; those behind them only where the nearest are a remark. */
  private above(field: Field, words: readonly Words[], box: Rect): readonly Words[] {
    const left = this.rowStart(field, box);
    const over = words
      .filter((one) => isAbove(one.box, box, REACH.above * 2) && this.isSeen(one) && !this.isChoice(one))
      .filter((one) => Math.abs(one.box.left - left) <= REACH.indent && !this.namesItsRow(one, words, box))
      .filter((one) => this.fieldsBetween(field, one.box, box).length === 0 && !this.hintsAt(field, one.box, box))
      .sort((a, b) => b.box.bottom - a.box.bottom);
    const [nearest, next] = over;
    if (!nearest || !isAbove(nearest.box, box, REACH.above)) return [];
    const remark = nearest.forms.every((form) => form.length >= REMARK);
    return remark && next ? [nearest, next] : [nearest];
  }

  /** Words with other words right of them, still over the field, are the label of those: a number shown, not asked for. */
  private namesItsRow(label: Words, words: readonly Words[], box: Rect): boolean {
    return words.some((one) => one.box.left > label.box.left + 1 && one.box.left < box.right && isLeftOf(label.box, one.box) &&
      !holds(label.element, one.element) &&
      !this.headsAnotherColumn(one.box, label.box));
  }

  /** In a form of several columns labels stand in a row, each over a field of its own. */
  private headsAnotherColumn(words: Rect, label: Rect): boolean {
    return this.fields.some(({ element }) => {
      const below = this.visibility.box(element);
      return isAbove(words, below, REACH.above) && Math.abs(words.left - below.left) <= REACH.indent && !sameColumn(label, below);
    });
  }

  /** Words clearly nearer to a field over them than to the one below are a remark on the former. */
  private hintsAt(field: Field, words: Rect, box: Rect): boolean {
    return this.fields.some((other) => {
      const over = this.visibility.box(other.element);
      return other !== field && isAbove(over, words, box.top - words.bottom - REMARK_GAP) && sameColumn(over, words);
    });
  }

  /** Words right of a tick box, up to the next field. */
  private behind(words: readonly Words[], box: Rect): readonly Name[] {
    const right = words
      .filter((one) => isLeftOf(box, one.box) && one.box.left - box.right <= REACH.right && this.isSeen(one))
      .sort((a, b) => a.box.left - b.box.left);
    return named('beside', right.slice(0, 1));
  }

  /** Where the field's row begins: with a drop-down before it, that is where the label above stands. */
  private rowStart(field: Field, box: Rect): number {
    const before = this.fields
      .filter((other) => other.sort === 'choice' && isLeftOf(this.visibility.box(other.element), box))
      .map((other) => this.visibility.box(other.element).left);
    const dial = this.dialBox(field);
    if (dial) before.push(this.visibility.box(dial).left);
    return Math.min(box.left, ...before.filter((left) => box.left - left <= REACH.left));
  }

  /** Fields other than drop-downs that stand between the words and the field in its row. */
  private blockers(field: Field, words: Rect): readonly Field[] {
    const box = this.visibility.box(field.element);
    return this.fields.filter((other) => {
      if (other === field || other.sort === 'choice') return false;
      const between = this.visibility.box(other.element);
      return sameRow(between, box) && between.left >= words.left && between.right <= box.left + 1;
    });
  }

  private fieldsBetween(field: Field, words: Rect, box: Rect): readonly Field[] {
    return this.fields.filter((other) => {
      if (other === field) return false;
      const between = this.visibility.box(other.element);
      return between.top >= words.top - height(words) && between.bottom <= box.top + 1 && sameColumn(between, box);
    });
  }

  /** Words that are clipped or moved away may have a box on the field's own row all the same. */
  private isSeen({ element }: Words): boolean {
    return this.visibility.shows(element);
  }

  private isChoice(words: Words): boolean {
    return this.fields.some((other) => other.sort === 'choice' && holds(other.element, words.element));
  }

  private around(field: Field): readonly Words[] {
    let around = this.surroundings.get(field);
    if (!around) {
      const layer = this.visibility.layer(field.element);
      around = scopesOf(field.element).flatMap((scope) => this.read(scope))
        .filter((words) => this.visibility.layer(words.element) === layer);
      this.surroundings.set(field, around);
    }
    return around;
  }

  private read(scope: Node): readonly Words[] {
    let words = this.words.get(scope);
    if (!words) this.words.set(scope, (words = [...wordsIn(scope)]));
    return words;
  }
}

function named(source: Source, words: readonly Words[]): readonly Name[] {
  return words.map(({ forms }, index) => ({ source, forms, rank: index === 0 ? 0 : 1 }));
}

/** A box that opens a list shows it: a hand, a handler, an arrow beside its words. A fixed code has none. */
function opens(box: HTMLElement): boolean {
  if (getComputedStyle(box).cursor === 'pointer' || box.matches('[onclick], [tabindex], a, button, [role]')) return true;
  const arrow = [box, ...box.querySelectorAll('*')].some((part) => getComputedStyle(part, '::after').content !== 'none');
  return arrow || ARROW.test(box.textContent ?? '') || box.querySelector('i, b, svg, img, [class*=arrow], [class*=icon]') !== null;
}

/** A list of countries that is not open is no part of the box that opens it. */
const LISTS = 'ul, ol, dl, [role=listbox], [role=menu]';

function isDialRow({ forms, box: row, element }: Words, box: Rect): boolean {
  return isAbove(row, box, DIAL_REACH) && forms.some((form) => DIAL_ROW.test(form)) && getComputedStyle(element).cursor === 'pointer';
}

/** Words in an open list are on offer; only what stands in the field's own row is chosen. */
function isOffered(words: Element, { control }: Field): boolean {
  const list = words.closest('[role=listbox], [role=menu], [role=option], ul, ol, dl');
  return list !== null && !holds(list, control);
}

/** Names that the page's makers gave the field themselves. */
function given({ control }: Field, labels: readonly HTMLLabelElement[]): readonly Name[] {
  const names: Name[] = [];
  const add = (source: Source, raw: string | null | undefined): void => {
    const head = raw ? headOf(raw) : null;
    const forms = [...(raw ? normals(raw) : []), ...(head ? [head] : [])];
    if (forms.length) names.push({ source, forms, rank: 0 });
  };
  for (const label of labels) add('label', wordsOf(label));
  add('label', referred(control));
  add('aria', control.getAttribute('aria-label'));
  add('placeholder', control.getAttribute('placeholder') ?? control.getAttribute('aria-placeholder'));
  return names;
}

function referred(control: HTMLElement): string {
  const root = control.getRootNode() as Root;
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return ids.map((id) => root.getElementById(id)).map((element) => (element ? wordsOf(element) : '')).join('');
}

/** The words of the smallest box round a tick box that has any, as long as it holds no other field. */
function wrapping({ control }: Field): readonly Name[] {
  for (const around of [control, ...ancestorsOf(control)]) {
    if (around.querySelectorAll('input, select, textarea').length > 1) return [];
    const forms = normals(wordsOf(around));
    if (forms.length) return [{ source: 'beside', forms, rank: 0 }];
  }
  return [];
}
