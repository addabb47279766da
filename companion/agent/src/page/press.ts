/** What a person would press to press some words: the button, link, tab or row that holds them. */

import { normal, wordsOf } from './text';
import { ancestorsOf } from './walk';

/** How surely something can be pressed, surest first. */
export type Sign = 'native' | 'role' | 'pointer' | 'class';

export const SIGNS: readonly Sign[] = ['native', 'role', 'pointer', 'class'];

export interface Press {
  readonly element: HTMLElement;
  readonly sign: Sign | null;
  /** Words of the element beyond the ones pressed, in normal form. */
  readonly rest: string;
}

const NATIVE = 'a, button, summary, area, input[type=submit], input[type=button], input[type=reset], input[type=image]';
const ROLES = '[role=button], [role=link], [role=tab], [role=option], [role=menuitem], [role=radio], [onclick], [tabindex], label:has([type=radio])';
const LOOKS = /(^|[-_\s])(btn|button|tab|tabs|link|submit|option)([-_\s]|$)/i;
const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, caption, th';

/** Boxes looked through for what holds the words. */
const DEPTH = 5;

/** Characters in normal form that a pressed box may say beside the words: a tab with its explanation. */
const MOST_REST = 160;

/** As many make one row of a country's name and its code. */
const FEW_REST = 12;

/** What is pressed by pressing `words` (in normal form), which `inner` shows. */
export function pressOf(inner: HTMLElement, words: string): Press {
  let best: Press = { element: inner, sign: signOf(inner, inner), rest: '' };
  for (const box of [...drawingOf(inner), inner, ...ancestorsOf(inner)].slice(0, DEPTH + 1)) {
    if (!(box instanceof HTMLElement) || isPage(box)) break;
    const rest = restOf(box, words);
    if (rest === null || (box !== inner && holdsOthers(box, inner))) break;
    const whole = rest === '' || box.matches(`${NATIVE}, ${ROLES}`) || (rest.length <= FEW_REST && isPointed(box));
    const sign = whole ? signOf(box, inner) : null;
    if (sign && isBetter(sign, best.sign)) best = { element: box, sign, rest };
    if (sign === 'native') break;
  }
  return best;
}

/** What a component draws its own words in: the boxes round its slot, inner first. */
function drawingOf(component: Element): readonly Element[] {
  const slot = component.shadowRoot?.querySelector('slot:not([name])');
  const boxes: Element[] = [];
  for (let box = slot?.parentElement; box; box = box.parentElement) boxes.push(box);
  return boxes;
}

/** The pointer cursor is inherited, so that of two boxes with it the outer is the one that has it. */
function isBetter(sign: Sign, than: Sign | null): boolean {
  if (than === null) return true;
  return sign === 'pointer' && than === 'pointer' ? true : SIGNS.indexOf(sign) < SIGNS.indexOf(than);
}

function isPointed(box: Element): boolean {
  return getComputedStyle(box).cursor === 'pointer';
}

/** Why the box can be pressed, if it can. */
export function signOf(box: HTMLElement, inner: HTMLElement): Sign | null {
  if (box.matches(NATIVE)) return 'native';
  if (box.matches(ROLES)) return 'role';
  if (isPointed(box)) return 'pointer';
  if (box.matches(HEADINGS)) return null;
  return LOOKS.test(box.className) || LOOKS.test(inner.className) || isTab(box) ? 'class' : null;
}

/** A row of a list that calls itself tabs, in class words or by its parent's role. */
function isTab(box: HTMLElement): boolean {
  const list = box.parentElement;
  if (!list || list.childElementCount < 2) return false;
  return list.getAttribute('role') === 'tablist' || /(^|[-_\s])tabs?([-_\s]|$)/i.test(list.className);
}

/** What the box says beside the words; null when that is too much for one thing to press. */
function restOf(box: HTMLElement, words: string): string | null {
  const raw = wordsOf(box);
  if (raw.length > (words.length + MOST_REST) * 3) return null;
  const text = normal(raw);
  const rest = text.replace(words, '');
  return rest.length <= MOST_REST ? rest : null;
}

/** A box with something else to press or to fill in is a row, not a button. */
function holdsOthers(box: HTMLElement, inner: HTMLElement): boolean {
  const others = box.querySelectorAll(`${NATIVE}, input, select, textarea, [role=tab], [role=option], [role=button]`);
  const own = box instanceof HTMLLabelElement ? box.control : null;
  return [...others].some((other) => other !== own && !other.contains(inner) && !inner.contains(other));
}

function isPage(element: Element): boolean {
  return element === element.ownerDocument.body || element === element.ownerDocument.documentElement;
}
