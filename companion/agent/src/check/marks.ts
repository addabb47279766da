/** Marks a site puts on a box or a tab: ticked, chosen. */

/** Class words that sites give to the chosen one of several tabs. */
const CHOSEN = /(^|[-_\s])(active|actived|current|cur|selected|checked|on)($|[-_\s])/i;

/** The native box behind a styled one is asked first; the drawn box answers where there is none. */
export function isChecked(element: HTMLElement): boolean {
  const box = nativeBox(element);
  if (box) return box.checked;
  const state = element.getAttribute('aria-checked') ?? element.closest('[aria-checked]')?.getAttribute('aria-checked');
  return state ? state === 'true' : CHOSEN.test(element.className);
}

function nativeBox(element: HTMLElement): HTMLInputElement | null {
  const BOX = 'input[type=checkbox], input[type=radio]';
  if (element.matches(BOX)) return element as HTMLInputElement;
  const own = element.querySelector<HTMLInputElement>(BOX);
  if (own) return own;
  const label = element.closest('label');
  if (label?.control instanceof HTMLInputElement && label.control.matches(BOX)) return label.control;
  return element.parentElement?.querySelector<HTMLInputElement>(`:scope > ${BOX.replace(', ', ', :scope > ')}`) ?? null;
}

/** A tab says it by ARIA, or by a class word that stands on it, its list item, or what it wraps. */
export function isSelected(element: HTMLElement): boolean {
  const tab = element.closest<HTMLElement>('[role=tab], li') ?? element;
  const aria = (element.getAttribute('aria-selected') ?? tab.getAttribute('aria-selected'));
  if (aria) return aria === 'true';
  const box = nativeBox(element);
  if (box) return box.checked;
  return [tab, element, element.firstElementChild].some((node) => node && CHOSEN.test(node.className));
}
