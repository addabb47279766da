/** What would be taken at a point of the page, and all that its makers and a person call it. */

const NATIVE = 'a, button, summary, area, input[type=submit], input[type=button], input[type=reset], input[type=image]';
const ROLES = '[role=button], [role=link], [role=tab], [role=option], [role=menuitem], [onclick], [tabindex]';
const TYPED = 'input, textarea, select, script, style, [contenteditable]:not([contenteditable=false]), [role=textbox]';
const DRAGGED = ['move', 'grab', 'grabbing', 'ew-resize', 'col-resize', 'all-scroll'];
const HANDLE = /slid|handle|drag|thumb/i;
const DEPTH = 5;
/** Characters of the longest words by which anything is recognised. */
const LONGEST = 60;
const SHORT = 30;
/** The highest track of a slider, in CSS pixels. */
const TRACK = 110;

/** One look of the real locator, with what it gathered on the way. */
function lookWith(brief) {
  const { host, official } = CompanionAgent.standing(self.origin, brief.hosts);
  const locator = new CompanionAgent.Locator(brief, { host, path: location.pathname });
  const { sight, ...insight } = locator.weigh(document);
  return { insight, sight, host, official };
}

/** `{element, control, kind, field}` of what a press at `raw` is meant for; null for nothing that can be named. */
function takenAt(raw, scene) {
  const press = closestAcross(raw, NATIVE);
  const field = fieldAt(raw, scene);
  if (field && !(press && press !== field.control && !press.contains(field.element))) {
    return { element: field.element, control: field.control, kind: kindOfField(field), field };
  }
  const handle = handleAt(raw);
  if (handle) return { element: handle, control: handle, kind: 'slider', field: null };
  const pressed = press ?? closestAcross(raw, ROLES, isSingle) ?? pointedAt(raw);
  return pressed && { element: pressed, control: pressed, kind: kindOfPress(pressed), field: null };
}

/** Why nothing can be taken here: a code of the sentences. */
function obstacleAt(raw) {
  if (raw.matches('canvas, embed, object, video')) return 'canvas';
  if (raw.localName === 'iframe' || raw.localName === 'frame') return 'foreign_frame';
  if (isLayer(raw)) return 'covered';
  const hollow = !raw.shadowRoot && !raw.firstElementChild && !raw.textContent.trim();
  return raw.localName.includes('-') || (hollow && raw.localName === 'div') ? 'closed' : 'nothing';
}

/** An empty box over most of the window, as dialogs have behind them. */
function isLayer(raw) {
  if (raw.shadowRoot || raw.textContent.trim()) return false;
  const { width, height } = raw.getBoundingClientRect();
  const laid = ['fixed', 'absolute'].includes(getComputedStyle(raw).position);
  return laid && width * height > (innerWidth * innerHeight) / 2;
}

function closestAcross(raw, query, wanted = () => true) {
  for (let up = raw; up; up = up.parentElement ?? up.getRootNode().host) if (up.matches(query) && wanted(up)) return up;
  return null;
}

function isSingle(box) {
  return box.querySelectorAll(ACTIONABLE).length <= 1 && box !== document.body;
}

function fieldAt(raw, { fields }) {
  const label = closestAcross(raw, 'label');
  const within = fields.filter(({ element, control }) => holdsAcross(element, raw) || holdsAcross(control, raw));
  within.sort((a, b) => (a.element.contains(b.element) ? 1 : -1));
  return within[0] ?? fields.find(({ control }) => label && label.control === control) ?? null;
}

function handleAt(raw) {
  for (const box of [raw, raw.parentElement]) {
    if (!box || box.textContent.replace(/[^\p{L}\p{N}]/gu, '')) return null;
    const { width, height } = box.getBoundingClientRect();
    const handy = [width, height].every((side) => side >= 18 && side <= 90);
    if (handy && (DRAGGED.includes(getComputedStyle(box).cursor) || HANDLE.test(box.className))) return box;
  }
  return null;
}

/** The pointer cursor is inherited: the outermost box that has it is the one it was given to. */
function pointedAt(raw) {
  let box = null;
  for (let up = raw, depth = 0; up && depth < DEPTH && up !== document.body; up = up.parentElement, depth += 1) {
    if (getComputedStyle(up).cursor === 'pointer' && isSingle(up)) box = up;
  }
  return box;
}

function kindOfField({ sort, control }) {
  if (sort !== 'text') return sort;
  const short = control.maxLength === 1 || (control.maxLength >= 4 && control.maxLength <= 8);
  return short || control.getAttribute('autocomplete') === 'one-time-code' ? 'code' : 'text';
}

function kindOfPress(element) {
  const role = element.getAttribute('role');
  const list = element.parentElement;
  if (role === 'tab' || /(^|[-_\s])tabs?([-_\s]|$)/i.test(list?.className ?? '')) return 'tab';
  if (role === 'option' || (element.matches('li') && element.closest('[role=listbox]'))) return 'option';
  return role === 'link' || (element.localName === 'a' && role !== 'button') ? 'link' : 'button';
}

/** Everything that may become an anchor. What was typed or chosen is never read. */
function describe(taken, raw, look) {
  const { element, control, kind, field } = taken;
  const known = [...look.sight.targets.values()].find((one) => one.verdict === 'found' && isSame(one.element, element));
  const keys = Object.fromEntries(['id', 'name', 'type', 'autocomplete', 'href']
    .map((name) => [name, control.getAttribute(name)]).filter(([, value]) => value));
  return {
    kind_of: kind, keys, words: wordsOf(taken, raw, look.insight.scene),
    known: known?.target ?? null, states: look.sight.states, css: selectorOf(element, kind), host: look.host, path: location.pathname,
  };
}

/** For `[expect]` of a fixture: there one selector is looked for in all shadow roots at once. */
function selectorOf(element, kind) {
  const path = pathOf(element);
  if (!path.includes(' >>> ')) return path;
  const lone = loneSelector(path);
  // What a page has put into a field may be somebody's own.
  return lone.includes('[value=') && kind !== 'radio' ? '' : lone;
}

function wordsOf({ element, kind, field }, raw, scene) {
  if (field) return wordsOfField(field, scene);
  return kind === 'slider' ? wordsOfTrack(element, scene) : wordsOfPress(element, raw);
}

/** A handle says nothing itself: the track it stands on does. */
function wordsOfTrack(handle, { visibility }) {
  const words = { text: [], label: [], placeholder: [], aria: said(handle, ['aria-label', 'title']) };
  for (let track = handle.parentElement, depth = 0; track && depth < DEPTH; track = track.parentElement, depth += 1) {
    if (track.getBoundingClientRect().height > TRACK) break;
    words.text = [...track.querySelectorAll('*')].filter((part) => isWorded(part) && visibility.shows(part)).map(shownIn);
    if (words.text.length) break;
  }
  return bounded({ ...words, text: [...new Set(words.text)] });
}

/** Whether an element says something itself, not only by what is in it. */
function isWorded(element) {
  return !element.matches(TYPED) && [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue.trim());
}

function wordsOfField(field, scene) {
  const words = { text: [], label: [], placeholder: [], aria: [] };
  const typed = field.control.closest('label')?.querySelector('[contenteditable]:not([contenteditable=false]), [role=textbox]');
  for (const { source, forms, rank } of scene.labels.names(field)) {
    if (rank > 0 || source === 'placeholder' || source === 'aria' || (source === 'label' && typed)) continue;
    // The last form is the one without remarks in brackets.
    if (!words.label.length) words.label.push(forms.at(-1));
  }
  words.placeholder = said(field.control, ['placeholder', 'aria-placeholder']);
  words.aria = said(field.control, ['aria-label']);
  return bounded(words);
}

function wordsOfPress(element, raw) {
  const whole = shownIn(element);
  const inner = element.contains(raw) ? shownIn(raw) : '';
  const text = whole.length > SHORT && inner ? inner : whole;
  const image = element.querySelector('img[alt]');
  const aria = [...said(element, ['aria-label', 'title', 'alt']), ...(image ? said(image, ['alt']) : [])];
  return bounded({ text: text ? [text] : [], label: [], placeholder: [], aria: aria.filter((one) => one !== text) });
}

function shownIn(element) {
  if (element.matches('input[type=submit], input[type=button], input[type=reset]')) return tidy(element.getAttribute('value') ?? '');
  if (element.matches(TYPED)) return '';
  return tidy([...element.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
    return node.nodeType === Node.ELEMENT_NODE ? shownIn(node) : '';
  }).join(''));
}

function said(element, attributes) {
  return [...new Set(attributes.map((name) => tidy(element.getAttribute(name) ?? '')).filter(Boolean))];
}

function bounded(words) {
  return Object.fromEntries(Object.entries(words).map(([kind, all]) => [kind, all.filter((one) => one && one.length <= LONGEST)]));
}

function tidy(raw) {
  return raw.replace(/\s+/g, ' ').trim();
}

/** How a pack that knows the target answers on this very page; `others` match its words as well. */
function tryOut(brief, id, picked) {
  const { insight, sight } = lookWith(brief);
  const found = sight.targets.get(id);
  const claims = [...insight.claims].filter(([target]) => target.brief.id === id).flatMap(([, all]) => all);
  const others = claims.filter(({ element, tier }) => tier === 2 && !isSame(element, picked));
  const same = found?.verdict === 'found' && isSame(found.element, picked);
  const told = found ? candidatesFor(id, picked, insight, sight)[0] : { reason: 'page_closed', detail: location.pathname };
  return { found: same, verdict: found?.verdict ?? 'absent', others: others.length, evidence: found?.evidence ?? [], reason: told.reason, detail: told.detail };
}
