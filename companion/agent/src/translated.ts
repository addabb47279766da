/** Whether the browser has put another language into a document: its own words are gone then, and its buttons may be dead. */

/** As Chrome, Edge and their kin mark it (measured on saved pages: `font` elements with this very style). */
const FONTS = 'font[style*="vertical-align: inherit"]';
const FEW = 3;

export function isTranslated(document: Document): boolean {
  if (document.documentElement?.matches('.translated-ltr, .translated-rtl, [_msttexthash]')) return true;
  if (document.querySelector('[_msttexthash]')) return true;
  return document.querySelectorAll(FONTS).length >= FEW;
}
