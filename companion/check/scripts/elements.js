/** What an element is called and where it stands; whether two elements are one thing to a person. */

const ACTIONABLE = 'a[href], button, input:not([type=hidden]), select, textarea, ' +
  '[role=button], [role=link], [role=tab], [role=checkbox], [role=combobox], [role=option], [tabindex]';

/** The document and every open shadow root in it. */
function rootsIn(root) {
  const found = [root];
  for (const one of found) {
    for (const element of one.querySelectorAll('*')) if (element.shadowRoot) found.push(element.shadowRoot);
  }
  return found;
}

/**
 * All elements that `css` selects, in shadow roots too; ` >>> ` leads into one, as in `pathOf`, and a space does where
 * nothing else fits. Throws for what is no selector.
 */
function selectAll(root, css) {
  const roots = rootsIn(root);
  const ask = (part) => roots.flatMap((one) => [...one.querySelectorAll(part)]);
  const parts = css.split(' >>> ');
  const last = ask(parts.at(-1));
  if (parts.length > 1) return last.filter((element) => standsIn(element.getRootNode().host, parts.slice(0, -1), true));
  if (last.length || !css.includes(' ') || /[>+~,]/.test(css)) return last;
  const steps = css.split(' ');
  return ask(steps.at(-1)).filter((element) => standsIn(above(element), steps.slice(0, -1), false));
}

/** Whether `element` or what is around it fits the last selector, and so on outwards; `hosts`: hosts of shadow roots only. */
function standsIn(element, selectors, hosts) {
  if (!selectors.length) return true;
  for (let up = element; up; up = hosts ? up.getRootNode().host : above(up)) {
    if (up.matches(selectors.at(-1))) return standsIn(hosts ? up.getRootNode().host : above(up), selectors.slice(0, -1), hosts);
  }
  return false;
}

function above(element) {
  return element.parentElement ?? element.getRootNode().host ?? null;
}

/** A short selector of the element; ` >>> ` leads into a shadow root. */
function pathOf(element) {
  const root = element.getRootNode();
  const inner = pathIn(root, element);
  return root.host ? `${pathOf(root.host)} >>> ${inner}` : inner;
}

function pathIn(root, element) {
  const steps = [];
  for (let up = element; up && up.nodeType === Node.ELEMENT_NODE; up = up.parentElement) {
    const id = up.id && `#${CSS.escape(up.id)}`;
    if (id && root.querySelectorAll(id).length === 1) return [id, ...steps].join(' > ');
    steps.unshift(stepOf(up));
    if (up.localName === 'body') break;
  }
  return steps.join(' > ');
}

function stepOf(element) {
  const alike = [...(element.parentNode?.children ?? [])].filter(({ localName }) => localName === element.localName);
  return alike.length < 2 ? element.localName : `${element.localName}:nth-of-type(${alike.indexOf(element) + 1})`;
}

/** The words by which a person would tell the element from others; never what stands in a field. */
function captionOf(element) {
  const named = ['placeholder', 'aria-label', 'title', 'alt'].map((name) => element.getAttribute(name));
  const pressed = element.matches('input[type=submit], input[type=button]') ? element.getAttribute('value') : '';
  const label = element.labels?.[0]?.textContent;
  const words = element.matches('select, textarea') ? '' : element.textContent;
  return [pressed, words, label, ...named].map((said) => said?.replace(/\s+/g, ' ').trim()).find(Boolean)?.slice(0, 40) ?? '';
}

function holdsAcross(outer, inner) {
  for (let up = inner; up; up = up.getRootNode().host) if (outer.contains(up)) return true;
  return false;
}

/**
 * Whether pointing at `found` is pointing at `truth`: it is the same element, or one is drawn round the
 * other with nothing else to act on, or pressing either presses the other or ticks the same box.
 */
function isSame(found, truth) {
  if (found === truth) return true;
  const ticked = tickedBy(truth);
  if (ticked && tickedBy(found) === ticked) return true;
  // A press on a part of the true element is a press on it, unless the part is something to press by itself.
  if (holdsAcross(truth, found) && isPlainPart(found, truth)) return true;
  const outer = holdsAcross(found, truth) ? found : holdsAcross(truth, found) ? truth : null;
  const inner = outer === found ? truth : found;
  if (outer) return ![...outer.querySelectorAll(ACTIONABLE)].some((other) => !related(other, inner));
  return !isDrawn(found) && found.localName === 'input' && liesOn(found, truth);
}

function isPlainPart(part, whole) {
  return ![...whole.querySelectorAll(ACTIONABLE)].some((other) => related(other, part) && !tickedBy(other));
}

/** The native tick box that pressing the element ticks: itself, its label's, or the only one it is drawn round without words. */
function tickedBy(element) {
  if (element.closest('a')) return null;
  const inside = element.matches('label') || element.textContent.trim() ? [] : [...element.querySelectorAll('input')];
  const control = element.matches('input') ? element : element.closest('label')?.control ?? (inside.length === 1 ? inside[0] : null);
  return control?.matches('[type=checkbox], [type=radio]') ? control : null;
}

function related(other, inner) {
  return holdsAcross(other, inner) || holdsAcross(inner, other);
}

/** Whether the two take the same place, to the pixel. */
function liesOn(one, other) {
  const [a, b] = [boxOf(one), boxOf(other)];
  return a.every((side, index) => Math.abs(side - b[index]) <= 1);
}

function isDrawn(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 4 && height > 4 && getComputedStyle(element).opacity !== '0';
}

/** `[x, y, width, height]` in the document's viewport. */
function boxOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
}
