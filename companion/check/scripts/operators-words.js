/** Changes that a person does see: other words, things alike beside, things taken away. */

const NAMING = ['placeholder', 'aria-label', 'title', 'alt'];

/** Changes words where a person reads them; tells whether anything changed. */
function reword(element, change) {
  let changed = false;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const said = node.nodeValue;
    const other = said.trim() && !node.parentElement.closest('style, script') ? change(said) : said;
    if (other !== said) { node.nodeValue = other; changed = true; }
  }
  for (const one of [element, ...element.querySelectorAll('*')]) {
    const names = one.matches('input[type=submit], input[type=button]') ? [...NAMING, 'value'] : NAMING;
    for (const name of names) {
      const said = one.getAttribute(name);
      if (!said?.trim() || change(said) === said) continue;
      one.setAttribute(name, change(said));
      changed = true;
    }
  }
  return changed;
}

/** A designer who rewords one thing rewords it all over its row. */
function synonyms({ page, chance, words }) {
  const chosen = Object.entries(words.synonyms).map(([said, others]) => [said, chance.pick(others)]);
  const change = (text) => chosen.reduce((now, [said, other]) => now.replaceAll(said, other), text);
  const all = [...page.truths.values()];
  const reworded = new Set();
  for (const [id, element] of page.truths) {
    const row = PRESSED.has(page.kinds[id]) ? element : rowOf(element, all);
    const label = element.labels?.[0];
    const changed = [reword(row, change), label && !row.contains(label) && reword(label, change)].some(Boolean);
    if (changed) reworded.add(id);
  }
  page.judged = reworded;
  return reworded.size > 0;
}

/** Something much like a target, named so that a person would not take it. */
function decoys({ page, chance, words }) {
  const [id, element] = chance.pick([...page.truths]);
  const kind = page.kinds[id];
  if (kind === 'slider') return false;
  const all = [...page.truths.values()];
  const row = PRESSED.has(kind) ? element : rowOf(element, all);
  if (!row.parentNode || row === element && !PRESSED.has(kind)) return false;
  const shape = chance.pick(words.decoys[PRESSED.has(kind) ? 'pressed' : kind === 'checkbox' ? 'box' : 'field']);
  const decoy = deepCopy(row);
  for (const one of [decoy, ...decoy.querySelectorAll('[id], [name]')]) for (const name of ['id', 'name']) one.removeAttribute(name);
  for (const label of decoy.querySelectorAll('label[for]')) label.removeAttribute('for');
  if (!reword(decoy, (said) => shape.replace('{}', said.trim()))) return false;
  row.parentNode.insertBefore(decoy, chance.below(2) ? row : row.nextSibling);
  return true;
}

/** One target goes, with its row or without; nothing that is left is it. */
function remove({ page, chance }) {
  const [id, element] = chance.pick([...page.truths]);
  const all = [...page.truths.values()];
  const boxes = element.maxLength === 1 ? element.parentElement : null;
  const gone = boxes ?? (chance.below(2) ? rowOf(element, all) : element);
  if (!gone.parentNode || gone === document.body) return false;
  page.deleted = id;
  page.judged = new Set([id]);
  gone.remove();
  return true;
}

Object.assign(OPERATORS, { synonyms, decoys, delete: remove });
