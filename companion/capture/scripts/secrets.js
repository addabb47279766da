/** What a person typed, and what marks their visit: known here so that it can be left out, and never returned. */

const UNTYPED = new Set(['submit', 'button', 'reset', 'image', 'checkbox', 'radio', 'hidden', 'range', 'color', 'file']);
const EDITED = '[role=textbox], [role=searchbox], [role=spinbutton]';
// Cookies in which the site keeps the name of whoever is signed in.
const NAMING_COOKIES = new Set(['_nk_', 'lgc', 'tracknick', 'lid', 'dnk', '__cn_logon_id__', 'login_aliyunid', 'unb']);

/** The document and every open shadow root in it. */
function rootsIn(root) {
  const found = [root];
  for (const one of found) {
    for (const element of one.querySelectorAll('*')) if (element.shadowRoot) found.push(element.shadowRoot);
  }
  return found;
}

/** This window and every other one that may be looked into from here. */
function reachableDocuments() {
  const found = [];
  const open = (view) => {
    try { found.push(view.document); } catch { return; } // of another origin
    for (let index = 0; index < view.length; index += 1) open(view[index]);
  };
  open(self);
  try { if (top !== self) open(top); } catch { /* of another origin */ }
  return [...new Set(found.filter(Boolean))];
}

/** Strings that must not stand anywhere in what is saved. */
function secretsHere() {
  const roots = reachableDocuments().flatMap((document) => rootsIn(document));
  const typed = roots.flatMap((root) => [...root.querySelectorAll('input, textarea')].map(typedInto));
  const edited = roots.flatMap((root) => [...root.querySelectorAll(`[contenteditable], ${EDITED}`)].map(({ textContent }) => textContent));
  const all = [...typed, ...edited, ...cookieValues(), ...queryValues()].map((said) => said.trim()).filter((said) => said.length > 1);
  return [...new Set(all.flatMap(spellings))];
}

function typedInto(field) {
  if (UNTYPED.has(field.type)) return '';
  // A list drawn by the site shows the chosen entry in a field nobody can type into.
  const chosen = field.readOnly && (field.hasAttribute('aria-haspopup') || field.closest('[role=combobox], [aria-haspopup=listbox]'));
  return chosen ? '' : field.value;
}

function cookieValues() {
  let pairs = [];
  try { pairs = document.cookie.split(/;\s*/); } catch { return []; } // a sandboxed frame has none
  return pairs.flatMap((pair) => {
    const [name, ...rest] = pair.split('=');
    const values = [rest.join('='), ...rest.join('=').split(/[&|]/).map((part) => part.slice(part.indexOf('=') + 1))].flatMap(decoded);
    return values.filter((value) => value.length >= (NAMING_COOKIES.has(name.trim()) ? 2 : 8));
  });
}

function queryValues() {
  const query = new URLSearchParams(location.search);
  return [...query.values()].filter((value) => value.length >= 6 && !/^https?:/.test(value));
}

function decoded(value) {
  const unescaped = value.replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  try { return [unescaped, decodeURIComponent(unescaped)]; } catch { return [unescaped]; }
}

/** The ways in which a site writes the same: in an address, without spaces. */
function spellings(said) {
  const written = [said, said.replace(/\s+/g, ' '), said.replace(/\s+/g, '')];
  try { written.push(encodeURIComponent(said), encodeURI(said)); } catch { /* half of a surrogate pair */ }
  return written;
}
