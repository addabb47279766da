/** The same things in another document, or behind a shadow root. */

/** Elements of the largest part that is moved at once: a form or a dialog, not a whole page. */
const PART = 400;

function partAround(element) {
  let part = element;
  for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
    if (up.getElementsByTagName('*').length > PART) break;
    part = up;
  }
  return part;
}

/** Empty copies of the boxes round the part, so that style sheets find what they ask for. */
function nest(part, into) {
  let box = into;
  const around = [];
  for (let up = part.parentElement; up && up !== document.body; up = up.parentElement) around.unshift(up);
  for (const one of around) {
    const copy = into.ownerDocument.importNode(one, false);
    copy.removeAttribute('id');
    box.append(copy);
    box = copy;
  }
  return box;
}

function allStyles() {
  return rootsIn(document).flatMap((root) => [...root.styleSheets]).map(rulesOf).join('\n');
}

function moveToShadow({ page, chance }) {
  const part = partAround(chance.pick([...page.truths.values()]));
  if (part.getRootNode() !== document || part === document.body) return false;
  const host = document.createElement(chance.pick(['div', 'x-part', 'section']));
  const root = host.attachShadow({ mode: 'open' });
  root.append(styleOf(`:host { display: block } ${allStyles()}`));
  const inner = nest(part, Object.assign(document.createElement('div'), { className: document.body.className }));
  part.replaceWith(host);
  const outermost = rootBox(inner);
  root.append(outermost);
  inner.append(part);
  return true;
}

function rootBox(element) {
  let outermost = element;
  while (outermost.parentElement) outermost = outermost.parentElement;
  return outermost;
}

function moveToFrame({ page, chance }) {
  const part = partAround(chance.pick([...page.truths.values()]));
  const shadowed = [part, ...part.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot);
  if (part.getRootNode() !== document || part === document.body || shadowed) return false;
  const styles = allStyles();
  const frame = document.createElement('iframe');
  const { width, height } = part.getBoundingClientRect();
  const { position, left, top, zIndex } = getComputedStyle(part);
  const around = part.parentNode.insertBefore(document.createElement('div'), part);
  around.append(frame);
  // A dialog reckons with a whole window, even where the box round it has no height.
  Object.assign(frame.style, { width: `${Math.max(width, 200) + 40}px`, height: `${Math.max(height + 200, innerHeight)}px`, border: '0' });
  if (position === 'fixed' || position === 'absolute') Object.assign(frame.style, { position, left, top, zIndex });
  const inside = frame.contentDocument;
  inside.head.append(inside.importNode(styleOf(styles), true));
  inside.body.className = document.body.className;
  page.reimport(part, inside);
  page.frames.push(frame);
  // A list in another document than what opens it: no page does that.
  const apart = ([id, element]) => page.truths.get(page.openers[id])?.ownerDocument !== element.ownerDocument && page.openers[id];
  page.judged = new Set([...page.truths].filter((one) => !apart(one)).map(([id]) => id));
  return true;
}

OPERATORS.move_to_shadow = moveToShadow;
OPERATORS.move_to_frame = moveToFrame;
