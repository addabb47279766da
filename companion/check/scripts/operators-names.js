/** Changes of what only makers see: ids, classes, names. */

const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'list'];

function everything() {
  return rootsIn(document).flatMap((root) => [...root.querySelectorAll('*')]);
}

function renameIds({ chance }) {
  const names = new Map();
  const renamed = (id) => names.get(id) ?? names.set(id, chance.name()).get(id);
  const elements = everything();
  for (const element of elements) if (element.id) element.id = renamed(element.id);
  for (const element of elements) {
    for (const name of REFERENCES) {
      const said = element.getAttribute(name);
      if (said) element.setAttribute(name, said.split(/\s+/).map((id) => names.get(id) ?? id).join(' '));
    }
  }
  renameInStyles('#', names);
  return names.size > 0;
}

function changeClasses(change) {
  const names = new Map();
  const changed = (name) => names.get(name) ?? names.set(name, change(name)).get(name);
  for (const element of everything()) {
    const said = element.getAttribute('class');
    if (said?.trim()) element.setAttribute('class', said.trim().split(/\s+/).map(changed).join(' '));
  }
  renameInStyles('.', names);
  return names.size > 0;
}

function renameNames({ chance }) {
  const named = everything().filter((element) => element.getAttribute('name') && element.localName !== 'meta');
  const names = new Map();
  for (const element of named) {
    const name = element.getAttribute('name');
    element.setAttribute('name', names.get(name) ?? names.set(name, chance.name()).get(name));
  }
  return named.length > 0;
}

OPERATORS.rename_ids = renameIds;
OPERATORS.rename_classes = ({ chance }) => changeClasses(() => chance.name());
OPERATORS.rename_names = renameNames;
OPERATORS.hash_classes = ({ chance }) => changeClasses((name) => `${name}--${chance.name().slice(0, 5)}${chance.below(10)}`);
