/** The one big button below the fields of a form: a new design may give it new words, but not another place. */

import { CONTAINER_SIZE } from '../limits';
import { height, sameColumn, width, type Rect } from '../page/box';
import { isCodeBox, type Field } from '../page/fields';
import { normal, wordsOf } from '../page/text';
import { ancestorsOf, sharedAncestor } from '../page/walk';
import { Apart } from './apart';
import type { Scene } from './scene';
import type { Target } from './targets';

/** CSS pixels: how high such a button is, and how far below the last field, with what is to be ticked between them. */
const HIGH = { from: 28, to: 80 };
const REACH = 320;

/** Its share of the fields' width at least; what sends a code, or leads back, is narrower. */
const SHARE = 0.5;

/** From so many fields on a form is wider than its button, which is one by its tag then; its width in CSS pixels. */
const MANY_FIELDS = 4;
const WIDE = 72;
const BUTTON = 'a, button, [role=button], input[type=submit], input[type=button]';

const SUBMIT = '[type=submit], [type=image], button:not([type])';

/** Letters on it. */
const LETTERS = { from: 2, to: 12 };

/** Levels of red, green and blue (0-255) that differ less than this make a grey. */
const GREY = 48;

/** What tells something, and may be filled and as wide as a button. */
const TOLD = '[role=alert],[role=status],[role=note]';

/** Fields of one step in a box of its own: a code, and the one of a picture that it takes. */
const STEP_FIELDS = 2;

/** Boxes round the fields in which it is looked for. */
const DEPTH = 3;

/** For each form of the page, what may be its button. A target that stands in a box of its own ends no big form. */
export function endersOf(scene: Scene, target: Target): readonly (readonly HTMLElement[])[] {
  const most = target.containers.length ? STEP_FIELDS : Infinity;
  return formsOf(scene, target).filter(({ length }) => length <= most).map((fields) => {
    const found = below(fields, scene);
    return found.length ? found : submits(fields, scene);
  });
}

/** Old forms have small buttons; what sends off a form with a password is its end, if nothing else does. */
function submits(fields: readonly Field[], scene: Scene): readonly HTMLElement[] {
  const form = fields.find(({ sort }) => sort === 'password')?.element.closest('form');
  return form ? [...form.querySelectorAll<HTMLElement>(SUBMIT)].filter((one) => scene.visibility.shows(one)) : [];
}

/** Fields to write in, those of each layer of the page together. */
function formsOf(scene: Scene, target: Target): readonly (readonly Field[])[] {
  const apart = new Apart(scene, [target]);
  const forms = new Map<Element | null, Field[]>();
  for (const field of scene.fields) {
    if ((field.sort !== 'text' && field.sort !== 'password') || apart.holds(field)) continue;
    const layer = scene.visibility.layer(field.element);
    forms.set(layer, [...(forms.get(layer) ?? []), field]);
  }
  return [...forms.values()];
}

function below(fields: readonly Field[], scene: Scene): readonly HTMLElement[] {
  const parts = fields.flatMap(partsOf);
  const boxes = parts.map((part) => scene.visibility.box(part));
  const form: Rect = {
    left: Math.min(...boxes.map(({ left }) => left)), right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
  const widest = Math.max(...boxes.map(width));
  const narrowest = fields.length >= MANY_FIELDS ? WIDE : widest * SHARE;
  let around = parts.reduce<Element | null>((box, part) => box && sharedAncestor(box, part), parts[0] ?? null);
  for (let depth = 0; around && depth < DEPTH; depth += 1, around = around.parentElement) {
    if (around.getElementsByTagName('*').item(CONTAINER_SIZE)) return [];
    const found = [...around.querySelectorAll<HTMLElement>('*')].filter((one) => isEnder(one, form, [widest * SHARE, narrowest], scene));
    const outer = found.filter((one) => !found.some((other) => other !== one && other.contains(one)));
    if (outer.length) return coloured(outer);
  }
  return [];
}

/** A code in several boxes is all of them: its first one is no more than a corner. */
function partsOf({ element, control }: Field): readonly Element[] {
  if (!isCodeBox({ control })) return [element];
  const row = [...ancestorsOf(element)].find((box) => box.querySelectorAll('input').length > 1);
  return [element, ...(row?.querySelectorAll('input') ?? [])].filter((part) => part instanceof HTMLInputElement && isCodeBox({ control: part }));
}

/** `widths`: the least of anything, and of a button by its tag. */
function isEnder(element: HTMLElement, form: Rect, widths: readonly [number, number], scene: Scene): boolean {
  if (element.childElementCount > 2 || element.matches(TOLD)) return false;
  const box = scene.visibility.box(element);
  if (box.top < form.bottom - 1 || box.top > form.bottom + REACH || !sameColumn(box, form)) return false;
  if (height(box) < HIGH.from || height(box) > HIGH.to || width(box) < (element.matches(BUTTON) ? Math.min(...widths) : widths[0])) return false;
  const words = normal(wordsOf(element));
  if (words.length < LETTERS.from || words.length > LETTERS.to) return false;
  return isFilled(element) && scene.visibility.shows(element);
}

/** Of several the one in colour: what clears the form, or leads back, is grey. */
function coloured(enders: readonly HTMLElement[]): readonly HTMLElement[] {
  const bright = enders.filter((one) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    const [red = 0, green = 0, blue = 0] = (/\d+, \d+, \d+/.exec(backgroundColor)?.[0] ?? '').split(', ').map(Number);
    return backgroundImage !== 'none' || Math.max(red, green, blue) - Math.min(red, green, blue) > GREY;
  });
  return bright.length ? bright : enders;
}

/** Lines of words have no ground of their own. */
function isFilled(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== 'none' || !/^rgba\(.*, 0\)$|^rgb\(255, 255, 255\)$/.test(backgroundColor);
}
