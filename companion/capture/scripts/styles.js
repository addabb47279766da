/** The style rules that a document needs to look as it does. */

const STATEFUL = /::?(?:before|after|first-(?:letter|line)|placeholder(?:-shown)?|selection|marker|backdrop|hover|focus(?:-visible|-within)?|active|visited|link|any-link|target|checked|indeterminate|disabled|enabled|valid|invalid|user-(?:in)?valid|required|optional|autofill|read-(?:only|write)|open|modal|popover-open|-(?:webkit|moz|ms)-[\w-]+)(?:\([^()]*\))?/g;
const EXCLUDED = /:not\([^()]*(?:\([^()]*\)[^()]*)*\)/g;

/** Addresses of style sheets of other origins: their rules cannot be read from here. */
function closedSheets() {
  const sheets = rootsIn(document).flatMap((root) => [...root.styleSheets]);
  return [...new Set(sheets.filter((sheet) => sheet.href && ownRules(sheet) === null).map(({ href }) => href))];
}

function ownRules(sheet) {
  try {
    return [...sheet.cssRules];
  } catch {
    return null; // of another origin
  }
}

/** @param {Record<string, string>} fetched address -> text of sheets that cannot be read from here */
function stylesOf(root, fetched) {
  const sheets = [...root.styleSheets, ...(root.adoptedStyleSheets ?? [])];
  return sheets.filter(({ disabled }) => !disabled).map((sheet) => {
    const css = keptRules(ownRules(sheet) ?? parsed(fetched[sheet.href] ?? ''), root);
    return css && sheet.media.length ? `@media ${sheet.media.mediaText}{${css}}` : css;
  }).filter(Boolean).join('\n');
}

function parsed(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replace(/^\uFEFF/, ''));
  return [...sheet.cssRules];
}

function keptRules(rules, root) {
  return rules.map((rule) => kept(rule, root)).filter(Boolean).join('\n');
}

function kept(rule, root) {
  if (rule instanceof CSSStyleRule) return isUsed(rule.selectorText, root) ? rule.cssText : '';
  if (rule instanceof CSSImportRule) {
    const inner = keptRules((rule.styleSheet && ownRules(rule.styleSheet)) ?? [], root);
    return inner && rule.media.length ? `@media ${rule.media.mediaText}{${inner}}` : inner;
  }
  if (rule instanceof CSSFontFaceRule || rule instanceof CSSNamespaceRule) return '';
  if (rule instanceof CSSKeyframesRule || !rule.cssRules) return rule.cssText;
  const inner = keptRules([...rule.cssRules], root);
  return inner ? `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inner}}` : '';
}

function isUsed(selector, root) {
  if (/:host|::slotted|::part|&/.test(selector)) return true;
  const plain = selector.replace(EXCLUDED, '').replace(STATEFUL, (_, at, whole) => (/^$|[\s,>+~(]/.test(whole.slice(at - 1, at)) || at === 0 ? '*' : ''));
  try {
    return root.querySelector(plain) !== null;
  } catch {
    return true; // a selector that is more than this can take apart
  }
}
