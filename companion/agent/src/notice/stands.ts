/** Whether words on a page are a message to the person: seen, by themselves, and where sites put messages. */

import type { Visibility } from '../page/visible';
import { BARE_PAGE, FORM_DEPTH, FORM_TEXT, LAYER_TEXT, LIST_ROWS, MARK_DEPTH } from './limits';

/** What is pressed or leads elsewhere, and what is read at leisure. */
const NO_MESSAGE = 'a, button, [role=button], [role=tab], [role=tablist], [role=menu], [role=menuitem], [role=option], [role=listbox], ' +
  'nav, footer, article, details, [role=navigation], [role=article], [role=contentinfo], pre, code, blockquote';

/** Sites have messages spoken, too. */
const SPOKEN = '[role=alert], [role=alertdialog], [role=status], [aria-live=assertive], [aria-live=polite]';
const DIALOG = 'dialog, [role=dialog], [role=alertdialog]';

/** Class words for a fault, and for a message that comes and goes. */
const FAULT = /(^|[-_\s])(has-)?(err|error|errors|invalid|warn|warning|danger|fail|failed|alert|wrong)(?![a-z])|(^|[-_\s])err[A-Z]/;
const TOAST = /(^|[-_\s])(toast|message|notification|notice|snackbar|layer|tips?-?pop)(?![a-z])/i;

/** Fields, and what stands for them: a frame, the box of a slider. */
const FIELDS = 'input:not([type=hidden]), select, textarea, iframe, [class*="nc_"], [class*="nc-container"]';
const BOXES = 'input:not([type=hidden]), select, textarea';

export function isSeen(element: Element, visibility: Visibility): boolean {
  return visibility.shows(element);
}

/** Not a link, a row of a menu or a line of an article, and where messages stand. */
export function isMessage(element: Element): boolean {
  if (element.closest(NO_MESSAGE) || element.querySelector(BOXES)) return false;
  if (element.closest('label') && !isFault(element)) return false;
  if (isRow(element) && !isFault(element)) return false;
  return isSpoken(element) || floats(element) || isNearFields(element) || isBarePage();
}

/** Where nothing but messages stands: marked as a fault, spoken, on a short layer of its own, or all there is. */
export function isSetApart(element: Element): boolean {
  return isFault(element) || isSpoken(element) || isOnShortLayer(element) || isBarePage(LAYER_TEXT);
}

/** Marked as a fault: by its own role, class or red letters, or by those of its row. */
export function isFault(element: Element): boolean {
  if (element.closest('[role=alert], [role=alertdialog]') || isRed(element)) return true;
  for (let up: Element | null = element, step = 0; up && step <= MARK_DEPTH; up = up.parentElement, step += 1) {
    // A row with several fields says nothing of one of them.
    if (up.querySelectorAll(BOXES).length > 1) return false;
    if (FAULT.test(classesOf(up))) return true;
  }
  return false;
}

export function isSpoken(element: Element): boolean {
  return element.closest(SPOKEN) !== null;
}

/** On a layer of its own: a dialog, or a box that came over the page. */
export function floats(element: Element): boolean {
  return layerOf(element) !== null;
}

/** The terms lie on layers, too; a line of theirs on stopping a sign-up tells of no trouble. */
function isOnShortLayer(element: Element): boolean {
  const layer = layerOf(element);
  return layer !== null && (layer.textContent ?? '').length <= LAYER_TEXT;
}

function layerOf(element: Element): Element | null {
  for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
    if (up.matches(DIALOG) || TOAST.test(classesOf(up))) return up;
    const { position, zIndex } = getComputedStyle(up);
    if (position === 'fixed' || (position === 'absolute' && Number(zIndex) > 1)) return up;
  }
  return null;
}

/** Red as sites write faults: far more red than anything else. */
function isRed(element: Element): boolean {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return alpha > 0.3 && red >= 150 && red - green >= 70 && red - blue >= 70;
}

/** One of several rows with words: steps, menus, questions and answers. */
function isRow(element: Element): boolean {
  const row = element.closest('li, dt, tr, [role=listitem]');
  const rows = row?.parentElement ? [...row.parentElement.children] : [];
  return rows.filter((one) => (one.textContent ?? '').trim() !== '' && !one.querySelector(BOXES)).length >= LIST_ROWS;
}

export function isNearFields(element: Element): boolean {
  for (let up = element.parentElement, step = 0; up && step < FORM_DEPTH; up = up.parentElement, step += 1) {
    if ((up.textContent ?? '').length > FORM_TEXT) return false;
    if (up.matches(FIELDS) || up.querySelector(FIELDS)) return true;
  }
  const root = element.getRootNode();
  return root instanceof ShadowRoot && (root.querySelector(FIELDS) !== null || isNearFields(root.host));
}

function isBarePage(most = BARE_PAGE): boolean {
  return (document.body?.innerText ?? '').length <= most;
}

function classesOf(element: Element): string {
  return element.getAttribute('class') ?? '';
}
