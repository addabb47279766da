/** Reading what stands in a field, for the checks alone: nothing read here may leave the page. */

/** The text a person sees in a field, as typed. */
export function typed(element: HTMLElement): string {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
  const inner = element.querySelector('input, textarea');
  if (inner instanceof HTMLInputElement || inner instanceof HTMLTextAreaElement) return inner.value;
  return element.isContentEditable ? (element.textContent ?? '') : '';
}

/** A code spread over one-character boxes is read from all of them (DESIGN: its target is the first box). */
export function typedCode(element: HTMLElement): string {
  const own = typed(element);
  if (!(element instanceof HTMLInputElement) || element.maxLength !== 1) return own;
  let row: HTMLElement | null = element.parentElement;
  while (row && row.querySelectorAll('input[maxlength="1"]').length < 2) row = row.parentElement;
  const boxes = row ? [...row.querySelectorAll<HTMLInputElement>('input[maxlength="1"]')] : [element];
  return boxes.map((box) => box.value).join('');
}

/** What a choice shows: its selected option, its input's text or its own words. */
export function chosen(element: HTMLElement): string {
  if (element instanceof HTMLSelectElement) {
    return element.selectedOptions[0]?.textContent ?? '';
  }
  return `${typed(element)} ${element.innerText}`;
}
