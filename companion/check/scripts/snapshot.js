/** The unchanged page, to begin every change from: a document is not loaded again for it. */

/** A copy with all open shadow roots. Frames stay behind empty: each is changed as a document of its own. */
function deepCopy(element) {
  const copy = element.cloneNode(true);
  const [from, to] = [element, copy].map((one) => [one, ...one.querySelectorAll('*')]);
  from.forEach((original, index) => copyInside(original, to[index]));
  return copy;
}

function copyInside(original, copy) {
  if (original.localName === 'iframe') for (const name of ['src', 'srcdoc']) copy.removeAttribute(name);
  if (!original.shadowRoot || copy.shadowRoot) return;
  const root = copy.attachShadow({ mode: 'open' });
  for (const node of original.shadowRoot.childNodes) {
    root.append(node.nodeType === Node.ELEMENT_NODE ? deepCopy(node) : node.cloneNode());
  }
}

class Snapshot {
  constructor() {
    this.pristine = deepCopy(document.documentElement);
    const sheets = [...this.pristine.querySelectorAll('link[rel~=stylesheet]')];
    // A style sheet that has to be fetched again would come too late.
    const rules = [...document.querySelectorAll('link[rel~=stylesheet]')].map(({ sheet }) => rulesOf(sheet));
    sheets.forEach((link, index) => link.replaceWith(styleOf(rules[index])));
  }

  restore() {
    document.replaceChild(deepCopy(this.pristine), document.documentElement);
  }
}

function rulesOf(sheet) {
  try {
    return [...(sheet?.cssRules ?? [])].map(({ cssText }) => cssText).join('\n');
  } catch {
    return ''; // of another origin
  }
}

function styleOf(text) {
  const style = document.createElement('style');
  style.textContent = text;
  return style;
}

/** Every rule with a selector, in all style sheets of the document and its shadow roots. */
function styleRules() {
  const sheets = rootsIn(document).flatMap((root) => [...root.styleSheets]);
  const open = (rules) => [...rules].flatMap((rule) => [rule, ...(rule.cssRules ? open(rule.cssRules) : [])]);
  return sheets.flatMap((sheet) => { try { return open(sheet.cssRules); } catch { return []; } })
    .filter((rule) => rule.selectorText);
}

/** Renames in style sheets what was renamed on the page: `mark` is `.` or `#`. */
function renameInStyles(mark, names) {
  const shape = new RegExp(`(\\[[^\\]]*\\])|\\${mark}(-?[_a-zA-Z\\u0080-\\uffff][\\w\\u0080-\\uffff-]*)`, 'g');
  for (const rule of styleRules()) {
    const renamed = rule.selectorText.replace(shape, (all, attribute, name) => (attribute ? all : mark + (names.get(name) ?? name)));
    if (renamed !== rule.selectorText) rule.selectorText = renamed;
  }
}
