/** The words that stand round a field, piece by piece, with where they stand. */

import { LABEL_SCOPE } from '../limits';
import { height, wordsBox, type Rect } from './box';
import { headOf, normals, WORDLESS } from './text';

/** Words on the page that may name a field near them. */
export interface Words {
  readonly element: Element;
  readonly forms: readonly string[];
  readonly box: Rect;
}

/** Raw characters of the longest label; what is longer explains and does not name. */
const LONGEST_LABEL = 40;

/** CSS pixels between the parts of one label: an asterisk, a spread-out word. */
const WORD_GAP = 24;

/** A line of words is less than so many times as high as one of its words. */
const LINE = 1.7;

/** The largest box round the field that is small enough to be read whole; one in each root it stands in. */
export function scopesOf(field: Element): readonly Node[] {
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

export function* wordsIn(scope: Node): Generator<Words> {
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const raw = node.nodeValue ?? '';
    if (!element || !raw.trim() || raw.length > LONGEST_LABEL * 2 || WORDLESS.has(element.localName)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.isContentEditable || isOnPress(element)) continue;
    yield* spoken(node, element, raw);
  }
}

/** What is pressed names no field; Mint UI's rows are links with label and field in them. */
function isOnPress(element: Element): boolean {
  const press = element.closest('a, button, [role=button]');
  return press !== null && !press.querySelector('input, select, textarea');
}

/** Whether words of the line stand apart, as those of several columns or tabs do. */
function isSpaced(line: Element): boolean {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let right: number | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const box = wordsBox(node);
    if (!node.nodeValue?.trim() || box.right <= box.left) continue;
    if (right !== null && box.left - right > WORD_GAP) return true;
    right = box.right;
  }
  return false;
}

/** The words of a text node, and of its whole line where the site breaks one label into several. */
function* spoken(node: Node, element: Element, raw: string): Generator<Words> {
  const box = wordsBox(node);
  if (box.right <= box.left) return;
  const head = headOf(raw);
  const forms = [...normals(raw.slice(0, LONGEST_LABEL)), ...(head ? [head] : [])];
  if (forms.length) yield { element, forms, box };
  for (const line of [element, element.parentElement]) {
    const whole = line?.textContent ?? '';
    if (!line || whole.trim() === raw.trim() || whole.trim().length > LONGEST_LABEL) continue;
    if (line.querySelector('input, select, textarea, a, button')) continue;
    const all = normals(whole);
    const lineBox = wordsBox(line);
    // Words in rows are a column of labels, those far apart a row of them; the first word of a line speaks for the whole.
    const isLine = height(lineBox) < height(box) * LINE && Math.abs(lineBox.left - box.left) <= 1 && !isSpaced(line);
    if (all.length && isLine) yield { element: line, forms: all, box: lineBox };
  }
}
