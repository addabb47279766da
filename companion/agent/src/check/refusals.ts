/** Values that the site itself has refused: whatever our checks say, the field is to do again. */

/** Class words of a field, or of its row, that the site finds fault with. */
const FAULT = /(^|[-_])(has-)?(err|error|invalid)($|[-_]|input)/i;

/** Steps up from a field to its row; a row with several fields says nothing of one of them. */
const ROW_DEPTH = 4;

export class Refusals {
  /** What stood in a field when the site found fault with it: stays in the page like every value. */
  readonly #refused = new WeakMap<Element, string>();

  /**
   * True until something else stands in the field; a mark that lingers over a new value counts no more.
   * `isFaulted`: a message of the site is about the field.
   */
  has(field: Element, value: string, isFaulted: boolean): boolean {
    const known = this.#refused.get(field);
    if (known !== undefined) return known === value;
    if (!isFaulted && !isMarked(field)) return false;
    this.#refused.set(field, value);
    return true;
  }

  /** A field without a mark may be refused anew later. */
  forget(field: Element): void {
    if (!isMarked(field)) this.#refused.delete(field);
  }
}

function isMarked(field: Element): boolean {
  if (field.getAttribute('aria-invalid') === 'true') return true;
  let row: Element | null = field;
  for (let step = 0; row && step <= ROW_DEPTH && row.querySelectorAll('input, select, textarea').length <= 1; step++) {
    if ([...row.classList].some((name) => FAULT.test(name))) return true;
    row = row.parentElement;
  }
  return false;
}
