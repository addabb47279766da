/** A selector that fits one element alone, looked for in all shadow roots at once. */

function elementAt(path) {
  return path.split(' >>> ').reduce((root, step) => root && (root.shadowRoot ?? root).querySelector(step), document);
}

function loneSelector(path) {
  const element = elementAt(path);
  if (!element) return '';
  const named = ['id', 'name', 'placeholder', 'aria-label', 'data-key', 'for', 'type', 'value', 'class']
    .filter((name) => element.getAttribute(name))
    .map((name) => `${element.localName}[${name}="${CSS.escape(element.getAttribute(name))}"]`);
  const inner = path.split(' >>> ').at(-1);
  const candidates = [...named, ...named.map((one) => named[0] + one.slice(element.localName.length)), inner, element.localName];
  const roots = rootsIn(document);
  return candidates.find((css) => roots.reduce((count, root) => count + root.querySelectorAll(css).length, 0) === 1) ?? '';
}
