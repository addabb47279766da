/** What a field is called, as a person sees it: in words given to it, and in words that stand by it. */

import { LABEL_SCOPE } from '../limits';
import { height, isAbove, isInside, isLeftOf, sameColumn, sameRow, wordsBox, type Rect } from './box';
import type { Field } from './fields';
import { normals, wordsOf, WORDLESS } from './text';
import type { Visibility } from './visible';
import { ancestorsOf, holds, type Root } from './walk';

export type Source = 'label' | 'placeholder' | 'aria' | 'text' | 'beside' | 'inside' | 'above';

export interface Name {
  readonly source: Source;
  /** Normal forms: as written, and without remarks in brackets. */
  readonly forms: readonly string[];
  /** 0: the nearest words of this source; 1: those behind them. */
  readonly rank: 0 | 1;
}

/** Words on the page that may name a field near them. */
interface Words {
  readonly element: Element;
  readonly forms: readonly string[];
  readonly box: Rect;
}

/** CSS pixels between a label and its field. */
const REACH = { left: 320, above: 44, right: 40, indent: 48 };

/** Raw characters of the longest label; what is longer explains and does not name. */
const LONGEST_LABEL = 40;

/** Characters in normal form from which words above a field may be a remark under its label. */
const REMARK = 9;

/** A dialling code or a number alone names nothing. */
const BARE = /^\+?\d*$/;
const DIALLING = /\+\d{1,4}/;

/** A box with a dialling code is no taller and wider than this. */
const DIAL_BOX = { width: 260, height: 64 };

const TICKED = new Set(['checkbox', 'radio']);

export class Labels {
  private readonly words = new Map<Node, readonly Words[]>();
  private readonly surroundings = new Map<Field, readonly Words[]>();
  private readonly cache = new Map<Field, readonly Name[]>();

  constructor(private readonly fields: readonly Field[], private readonly visibility: Visibility) {}

  /** Every name of the field, the surest first. */
  names(field: Field): readonly Name[] {
    let names = this.cache.get(field);
    if (!names) this.cache.set(field, (names = [...given(field), ...this.seen(field)]));
    return names;
  }

  /** The box with a dialling code in or left of a text field, if one is drawn there. */
  dialBox(field: Field): HTMLElement | null {
    const box = this.visibility.box(field.element);
    const dial = this.around(field).find((words) =>
      words.forms.some((form) => DIALLING.test(form)) && (isLeftOf(words.box, box) || isInside(words.box, box)) &&
      this.blockers(field, words.box).length === 0);
    return dial ? this.outline(dial.element, field) : null;
  }

  /** The largest box round the words that is still smaller than a row and does not hold the field. */
  private outline(inner: Element, field: Field): HTMLElement | null {
    let outline: HTMLElement | null = null;
    for (const box of [inner, ...ancestorsOf(inner)]) {
      const { left, right, top, bottom } = this.visibility.box(box);
      if (holds(box, field.control) || right - left > DIAL_BOX.width || bottom - top > DIAL_BOX.height) break;
      if (box instanceof HTMLElement && this.visibility.shows(box)) outline = box;
    }
    return outline;
  }

  private seen(field: Field): readonly Name[] {
    const box = this.visibility.box(field.element);
    const words = this.around(field);
    if (TICKED.has(field.sort)) return [...wrapping(field), ...this.behind(words, box)];
    const inside = words.filter((one) => isInside(one.box, box) && !holds(field.element, one.element));
    const beside = this.beside(field, words, box);
    const above = beside.length ? [] : this.above(field, words, box);
    return [...named('inside', inside.slice(0, 1)), ...named('beside', beside), ...named('above', above)];
  }

  private beside(field: Field, words: readonly Words[], box: Rect): readonly Words[] {
    return words
      .filter((one) => isLeftOf(one.box, box) && box.left - one.box.right <= REACH.left)
      .filter((one) => !one.forms.every((form) => BARE.test(form)) && !this.isChoice(one))
      .filter((one) => this.blockers(field, one.box).length === 0)
      .sort((a, b) => b.box.right - a.box.right)
      .slice(0, 2);
  }

  /** The nearest words over the field; those behind them only where the nearest are a remark. */
  private above(field: Field, words: readonly Words[], box: Rect): readonly Words[] {
    const left = this.rowStart(field, box);
    const over = words
      .filter((one) => isAbove(one.box, box, REACH.above * 2) && !this.isChoice(one))
      .filter((one) => Math.abs(one.box.left - left) <= REACH.indent)
      .filter((one) => this.fieldsBetween(field, one.box, box).length === 0)
      .sort((a, b) => b.box.bottom - a.box.bottom);
    const [nearest, next] = over;
    if (!nearest || !isAbove(nearest.box, box, REACH.above)) return [];
    const remark = nearest.forms.every((form) => form.length >= REMARK);
    return remark && next ? [nearest, next] : [nearest];
  }

  /** Words right of a tick box, up to the next field. */
  private behind(words: readonly Words[], box: Rect): readonly Name[] {
    const right = words
      .filter((one) => isLeftOf(box, one.box) && one.box.left - box.right <= REACH.right)
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

  private isChoice(words: Words): boolean {
    return this.fields.some((other) => other.sort === 'choice' && holds(other.element, words.element));
  }

  private around(field: Field): readonly Words[] {
    let around = this.surroundings.get(field);
    if (!around) this.surroundings.set(field, (around = scopesOf(field.element).flatMap((scope) => this.read(scope))));
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

/** Names that the page's makers gave the field themselves. */
function given({ control }: Field): readonly Name[] {
  const names: Name[] = [];
  const add = (source: Source, raw: string | null | undefined): void => {
    const forms = raw ? normals(raw) : [];
    if (forms.length) names.push({ source, forms, rank: 0 });
  };
  for (const label of (control as Partial<HTMLInputElement>).labels ?? []) add('label', wordsOf(label));
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
  for (const around of ancestorsOf(control)) {
    if (around.querySelectorAll('input, select, textarea').length > 1) return [];
    const forms = normals(wordsOf(around));
    if (forms.length) return [{ source: 'beside', forms, rank: 0 }];
  }
  return [];
}

/** The largest box round the field that is small enough to be read whole; one in each root it stands in. */
function scopesOf(field: Element): readonly Node[] {
  let scope: Node = field;
  while (scope.parentNode instanceof Element && isSmall(scope.parentNode)) scope = scope.parentNode;
  const root = scope.parentNode;
  if (!(root instanceof ShadowRoot)) return [scope];
  return [isSmall(root) ? root : scope, ...scopesOf(root.host)];
}

function isSmall(box: Element | ShadowRoot): boolean {
  if (box instanceof Element) return box.getElementsByTagName('*').item(LABEL_SCOPE) === null;
  return box.querySelectorAll('*').length <= LABEL_SCOPE;
}

function* wordsIn(scope: Node): Generator<Words> {
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const raw = node.nodeValue ?? '';
    if (!element || !raw.trim() || raw.length > LONGEST_LABEL * 2 || WORDLESS.has(element.localName)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.isContentEditable || element.closest('a, button, [role=button]')) continue;
    yield* spoken(node, element, raw);
  }
}

/** The words of a text node, and of its whole line where the site breaks one label into several. */
function* spoken(node: Node, element: Element, raw: string): Generator<Words> {
  const box = wordsBox(node);
  if (box.right <= box.left) return;
  const forms = normals(raw.slice(0, LONGEST_LABEL));
  if (forms.length) yield { element, forms, box };
  for (const line of [element, element.parentElement]) {
    const whole = line?.textContent ?? '';
    if (!line || whole.trim() === raw.trim() || whole.trim().length > LONGEST_LABEL) continue;
    if (line.querySelector('input, select, textarea, a, button')) continue;
    const all = normals(whole);
    if (all.length) yield { element: line, forms: all, box: wordsBox(line) };
  }
}
