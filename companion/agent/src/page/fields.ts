/** The fields of a page, native or drawn, each with the box a person sees. */

import { normal } from './text';
import { FIELDS } from '../limits';
import { height, isEmpty, sameRow, width } from './box';
import type { Visibility } from './visible';
import { ancestorsOf, holds, parentOf } from './walk';

/** What a field is for, whatever element it is made of. */
export type Sort = 'text' | 'password' | 'choice' | 'checkbox' | 'radio' | 'slider';

export interface Field {
  /** The element that holds the field's state. */
  readonly control: HTMLElement;
  /** The box a person sees: the control itself, or what is drawn in its place. */
  readonly element: HTMLElement;
  readonly sort: Sort;
}

/** Selects everything that may be a field. */
export const FIELD_QUERY = 'input, select, textarea, [contenteditable], [role], [aria-haspopup]';

const ROLES: Readonly<Record<string, Sort>> = {
  checkbox: 'checkbox', switch: 'checkbox', radio: 'radio', slider: 'slider', combobox: 'choice', textbox: 'text',
};

const TYPES: Readonly<Record<string, Sort | null>> = {
  checkbox: 'checkbox', radio: 'radio', range: 'slider', password: 'password',
  hidden: null, submit: null, button: null, reset: null, image: null, file: null, color: null,
};

/** Sides of a drawn tick box, in CSS pixels. */
const TICK_BOX = { from: 8, to: 40 };

/** The smallest width and the greatest height of a box that opens a list. */
const CHOICE_BOX = { width: 24, height: 80 };

/** Boxes looked through for the drawn part of a native field. */
const DRAWN_DEPTH = 4;

const DIALLING = /^(\+|00)\d{1,4}$/;

/** One-character boxes in a row, from this many on, are one code. */
const CODE_BOXES = 4;

/** What the element is to a person who fills in the form; null: not a field. */
export function sortOf(element: Element): Sort | null {
  const role = ROLES[element.getAttribute('role') ?? ''] ?? null;
  if (element instanceof HTMLInputElement) return inputSort(element, role);
  if (element.localName === 'select') return 'choice';
  if (element.localName === 'textarea') return 'text';
  if (role) return role;
  if (opensList(element)) return 'choice';
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable !== 'false' ? 'text' : null;
}

function inputSort(input: HTMLInputElement, role: Sort | null): Sort | null {
  const sort = TYPES[input.type];
  if (sort !== undefined) return sort;
  if (input.readOnly && showsArrow(input)) return 'choice';
  return role === 'choice' || opensList(input) ? 'choice' : 'text';
}

/** A box that can't be typed into and has an arrow in it is a drop-down drawn by a library. */
function showsArrow(input: HTMLInputElement): boolean {
  const arrow = input.parentElement?.querySelector(':scope > input ~ i, :scope > input ~ svg, [class*=arrow], [class*=caret], [class*=suffix]');
  return arrow !== null && arrow !== undefined;
}

function opensList(element: Element): boolean {
  if (['listbox', 'true', 'menu'].includes(element.getAttribute('aria-haspopup') ?? '')) return true;
  // A button that says nothing but a dialling code, and maybe an arrow, can only open the list of them.
  return element.getAttribute('role') === 'button' && DIALLING.test(normal(element.textContent ?? ''));
}

/** Those of the elements that are fields a person can see, in their order; a code in several boxes is its first box. */
export function fieldsAmong(controls: readonly Element[], visibility: Visibility): readonly Field[] {
  const fields: Field[] = [];
  for (const control of controls) {
    const sort = sortOf(control);
    if (!sort || !(control instanceof HTMLElement)) continue;
    const element = drawn(control, sort, visibility);
    if (element) fields.push({ control, element, sort });
    if (fields.length >= FIELDS) break;
  }
  return firstCodeBoxes(fields.filter((field) => !isPartOfAnother(field, fields)), visibility);
}

function drawn(control: HTMLElement, sort: Sort, visibility: Visibility): HTMLElement | null {
  if (sort === 'checkbox' || sort === 'radio') return tickBox(control, visibility);
  if (sort === 'choice') return choiceBox(control, visibility);
  return visibility.shows(control) ? control : null;
}

/**
 * A native tick box is often transparent under the drawn one, and then lies just over it; when it is
 * taken away altogether, the drawn one stands beside it in the same label.
 */
function tickBox(control: HTMLElement, visibility: Visibility): HTMLElement | null {
  if (visibility.shows(control)) return (!isTickBox(control, visibility) && drawnIn(control, visibility)) || control;
  if (visibility.takesRoom(control) && isTickBox(control, visibility) && isSeenAround(control, visibility)) return control;
  for (const around of [...ancestorsOf(control)].slice(0, DRAWN_DEPTH)) {
    // A native box in a part of the page that is not shown has no drawn one either.
    if (!isEmpty(visibility.box(around)) && !visibility.shows(around)) return null;
    if (around.querySelectorAll('input, select, textarea').length > 1) return null;
    const box = drawnIn(around, visibility);
    if (box) return box;
    if (around instanceof HTMLLabelElement) return visibility.shows(around) ? around : null;
  }
  return null;
}

/** The box to tick in a row that is pressed as a whole; the middle of the row may be a link. */
function drawnIn(row: Element, visibility: Visibility): HTMLElement | null {
  return [...row.querySelectorAll<HTMLElement>('span, i, em, b, div, ins, img, label')]
    .find((part) => isTickBox(part, visibility) && visibility.shows(part) && normal(part.textContent ?? '') === '') ?? null;
}

/** A transparent box in a place that is itself not shown is a decoy. */
function isSeenAround(control: HTMLElement, visibility: Visibility): boolean {
  const around = parentOf(control);
  return around !== null && visibility.shows(around);
}

function isTickBox(element: Element, visibility: Visibility): boolean {
  const box = visibility.box(element);
  return [width(box), height(box)].every((side) => side >= TICK_BOX.from && side <= TICK_BOX.to);
}

/** The native part of a drawn drop-down is often a hair's breadth of an input inside it. */
function choiceBox(control: HTMLElement, visibility: Visibility): HTMLElement | null {
  for (const box of [control, ...ancestorsOf(control)].slice(0, DRAWN_DEPTH + 1)) {
    const { width: least, height: most } = CHOICE_BOX;
    if (height(visibility.box(box)) > most || (box !== control && holdsAnother(box, control))) return null;
    if (width(visibility.box(box)) >= least && box instanceof HTMLElement && visibility.shows(box)) return box;
  }
  return null;
}

/** A box with a field of another kind of its own is a row: what is seen of it belongs to that one. */
function holdsAnother(box: Element, control: Element): boolean {
  // A field made by a component stands in a tree of its own.
  const roots = [box, ...box.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [box, ...roots].flatMap((root) => [...root.querySelectorAll(FIELD_QUERY)])
    .some((other) => sortOf(other) !== null && !holds(other, control) && !holds(control, other));
}

/** The input in a drawn drop-down, and the drawn box round a native one, are not fields of their own. */
function isPartOfAnother(field: Field, fields: readonly Field[]): boolean {
  return fields.some((other) => {
    if (other === field) return false;
    if (other.sort === 'choice' && field.control !== other.control) {
      return holds(other.control, field.control) || (field.element === other.element && field.sort === 'choice' && fields.indexOf(other) < fields.indexOf(field));
    }
    return other.sort === field.sort && field.control !== other.control && holds(field.control, other.control) &&
      other.control instanceof HTMLInputElement;
  });
}

function firstCodeBoxes(fields: readonly Field[], visibility: Visibility): readonly Field[] {
  const single = fields.filter(({ control }) => control instanceof HTMLInputElement && control.maxLength === 1);
  const inRow = (field: Field): readonly Field[] =>
    single.filter((other) => sameRow(visibility.box(other.element), visibility.box(field.element)));
  return fields.filter((field) => {
    if (!single.includes(field)) return true;
    const row = inRow(field);
    return row.length >= CODE_BOXES && row[0] === field;
  });
}

/** Whether the field is the first of a code's boxes. */
export function isCodeBox({ control }: Pick<Field, 'control'>): boolean {
  return control instanceof HTMLInputElement && control.maxLength === 1;
}
