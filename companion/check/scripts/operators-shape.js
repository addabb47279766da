/** Changes of the tree that a person does not see. */

const PRESSED = new Set(['link', 'button', 'tab', 'option']);
const FILLED = new Set(['text', 'password', 'code', 'choice']);

function wrap({ page, chance }) {
  for (const [, element] of page.truths) {
    for (let depth = chance.below(3) + 1; depth > 0; depth -= 1) {
      const box = document.createElement(chance.pick(isInline(element) ? ['span', 'em', 'bdi'] : ['div', 'section']));
      if (box.localName === 'em') box.style.fontStyle = 'inherit';
      element.replaceWith(box);
      box.append(element);
    }
  }
  return page.truths.size > 0;
}

function isInline(element) {
  return getComputedStyle(element).display.startsWith('inline') || !['DIV', 'FORM', 'BODY', 'SECTION'].includes(element.parentElement?.tagName);
}

/** Boxes that hold nothing but one element give way to it. */
function unwrap({ page, chance }) {
  let changed = false;
  for (const [, element] of page.truths) {
    const box = element.parentElement;
    const bare = box && ['DIV', 'SPAN', 'SECTION', 'EM', 'P'].includes(box.tagName) && box.childElementCount === 1 &&
      !box.textContent.replace(element.textContent, '').trim() && !box.hasAttribute('role') && ![...page.truths.values()].includes(box);
    if (!bare || chance.below(4) === 0) continue;
    box.replaceWith(element);
    changed = true;
  }
  return changed;
}

/** The largest box round a field that holds no other thing to act on than what belongs to it. */
function rowOf(element, others) {
  let row = element;
  for (let up = element.parentElement; up && !up.matches('body, form'); up = up.parentElement) {
    if (others.some((other) => other !== element && up.contains(other))) break;
    row = up;
  }
  return row;
}

function reorderFields({ page, chance }) {
  const filled = [...page.truths].filter(([id]) => FILLED.has(page.kinds[id]));
  const all = [...page.truths.values()];
  const groups = new Map();
  for (const [id, element] of filled) {
    const row = rowOf(element, all);
    if (row.parentNode) groups.set(row.parentNode, [...(groups.get(row.parentNode) ?? []), { id, row }]);
  }
  let changed = false;
  for (const rows of groups.values()) changed = permute(rows, chance) || changed;
  return changed;
}

/** Nobody asks for the password again before asking for it. */
function permute(rows, chance) {
  if (rows.length < 2) return false;
  const order = chance.shuffled(rows);
  const at = (part) => order.findIndex(({ id }) => id === part);
  const [first, again] = [at('form.password'), at('form.password_confirm')];
  if (first > again && again >= 0) [order[first], order[again]] = [order[again], order[first]];
  const places = rows.map(({ row }) => row.parentNode.insertBefore(document.createComment(''), row));
  places.forEach((place, index) => place.replaceWith(order[index].row));
  return order.some(({ row }, index) => row !== rows[index].row);
}

const SWAPS = [['a', ''], ['button', ''], ['span', 'button'], ['div', 'button']];

function swapTags({ page, chance }) {
  const pressed = [...page.truths].filter(([id, element]) => PRESSED.has(page.kinds[id]) && !element.matches('li, dd, option'));
  for (const [, element] of pressed) {
    const others = SWAPS.filter(([tag]) => tag !== element.localName);
    page.replace(element, remade(element, ...chance.pick(others)));
  }
  return pressed.length > 0;
}

function remade(element, tag, role) {
  const made = document.createElement(tag);
  for (const { name, value } of element.attributes) {
    if (!['href', 'type', 'value', 'target'].includes(name)) made.setAttribute(name, value);
  }
  const given = element.getAttribute('role');
  if (role && !given) made.setAttribute('role', role);
  if (role && !made.hasAttribute('tabindex')) made.tabIndex = 0;
  if (tag === 'a') made.href = element.getAttribute('href') ?? 'javascript:void(0)';
  if (tag === 'button') made.type = 'button';
  if (element.localName === 'input') made.textContent = element.getAttribute('value');
  made.append(...element.childNodes);
  const { display, cursor } = getComputedStyle(element);
  made.style.display = display;
  if (cursor === 'pointer' || role) made.style.cursor = 'pointer';
  return made;
}

/** The same words name the same field in another way. */
function relabel({ page, chance }) {
  let changed = false;
  for (const [, element] of page.truths) {
    const label = element.labels?.[0];
    if (!label) continue;
    changed = true;
    const way = chance.below(3);
    if (label.contains(element)) inDiv(label, page);
    else if (way === 0) label.removeAttribute('for');
    else if (way === 1) inDiv(label, page, element, chance);
    else enclose(label, element, chance);
  }
  return changed;
}

function inDiv(label, page, element = null, chance = null) {
  const box = document.createElement(label.contains(element) || element === null ? 'div' : 'span');
  for (const { name, value } of label.attributes) if (name !== 'for') box.setAttribute(name, value);
  box.style.display = getComputedStyle(label).display;
  box.append(...label.childNodes);
  page.replace(label, box);
  if (element) {
    box.id ||= chance.name();
    element.setAttribute('aria-labelledby', box.id);
  }
}

/** The label stays where it is and points at the field by a new id. */
function enclose(label, element, chance) {
  element.id = chance.name();
  label.setAttribute('for', element.id);
}

const HIDINGS = [
  'display: none', 'visibility: hidden', 'position: absolute; left: -9999px', 'opacity: 0; pointer-events: none; position: absolute',
  'height: 0; overflow: hidden', 'position: absolute; clip-path: inset(100%)',
];

/** Copies for phones, for printing, for later: before the true one, and not to be seen. */
function hiddenCopies({ page, chance }) {
  const all = [...page.truths.values()];
  const rows = [...new Set(all.map((element) => rowOf(element, all)))].filter((row) => row.parentNode);
  for (const row of rows) {
    const copy = deepCopy(row);
    const box = document.createElement(row.matches('li, dd, dt') ? row.localName : 'div');
    box.setAttribute('style', chance.pick(HIDINGS));
    box.append(...(row.matches('li, dd, dt') ? copy.childNodes : [copy]));
    row.parentNode.insertBefore(box, row);
  }
  return rows.length > 0;
}

Object.assign(OPERATORS, {
  wrap, unwrap, reorder_fields: reorderFields, swap_tags: swapTags, relabel, hidden_copies: hiddenCopies,
});
