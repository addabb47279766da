/** Looks over changed copies of this document and counts what is still found. */

/** Operators after which a person reads exactly what they read before. */
const SAME_WORDS = [
  'rename_ids', 'rename_classes', 'rename_names', 'hash_classes', 'wrap', 'unwrap', 'reorder_fields', 'swap_tags',
  'move_to_frame', 'move_to_shadow', 'relabel', 'hidden_copies',
];

/** A page being changed; `truths` follow their elements through every change. */
class ChangedPage {
  /** `kinds` and `openers`: target -> what it is, and the target that opens the list it is in. */
  constructor(truths, { kinds, openers }) {
    this.kinds = kinds;
    this.openers = openers;
    this.frames = [];
    this.judged = null;
    this.deleted = null;
    this.truths = new Map(Object.entries(truths).map(([id, css]) => [id, selectAll(document, css)[0]]).filter(([, element]) => element));
    this.addresses = new Map([...this.truths].map(([id, element]) => [id, addressOf(element)]));
  }

  /** Whether the element is the target, or a link to the very place that the target led to. */
  isRight(id, element) {
    if (this.deleted !== id && this.truths.has(id) && isSame(element, this.truths.get(id))) return true;
    return leadTogether(this.addresses.get(id), addressOf(element));
  }

  /** Put `made` in the place of `element`, also as the true one. */
  replace(element, made) {
    element.replaceWith(made);
    for (const [id, truth] of this.truths) if (truth === element) this.truths.set(id, made);
  }

  /** Moves a part into another document: made anew there, since elements keep the classes of their first window. */
  reimport(part, inside) {
    const made = inside.importNode(part, true);
    const [from, to] = [part, made].map((one) => [one, ...one.querySelectorAll('*')]);
    nest(part, inside.body).append(made);
    part.remove();
    for (const [id, truth] of this.truths) if (from.includes(truth)) this.truths.set(id, to[from.indexOf(truth)]);
  }
}

OPERATORS.mixed = (change) => {
  const chosen = change.chance.shuffled(SAME_WORDS).slice(0, 3);
  // What has gone into another document is out of reach for further changes.
  chosen.sort((a, b) => Number(a.startsWith('move')) - Number(b.startsWith('move')));
  const moves = chosen.filter((name) => name.startsWith('move'));
  return chosen.filter((name) => !moves.slice(1).includes(name)).map((name) => OPERATORS[name](change)).some(Boolean);
};

function addressOf(element) {
  const href = element.getAttribute('href') ?? '';
  return href && !/^(#|javascript:)/i.test(href) ? new URL(href, document.baseURI) : null;
}

/** The same page, whatever one of the links tells it besides: where to return to, who sent the person. */
function leadTogether(a, b) {
  if (!a || !b || a.host !== b.host || a.pathname !== b.pathname) return false;
  const [fewer, more] = [[...a.searchParams], [...b.searchParams]].sort((one, other) => one.length - other.length);
  return fewer.every(([name, value]) => more.some(([other, held]) => other === name && held === value));
}

/**
 * @param {{brief: object, truths: Record<string, string>, operators: string[], seeds: number[], name: string,
 *   words: object, bundle: string}} asked
 */
function lookOverChanged(asked) {
  const { official, host } = CompanionAgent.standing(self.origin, asked.brief.hosts);
  if (!official || Object.keys(asked.truths).length === 0) return [];
  const look = lookerFor(asked, { host, path: location.pathname });
  const targets = asked.brief.pages.flatMap((page) => page.targets);
  const kinds = Object.fromEntries(targets.map(({ id, kind }) => [id, kind]));
  const known = { kinds, openers: Object.fromEntries(targets.map(({ id, opened_by }) => [id, opened_by])) };
  const snapshot = new Snapshot();
  snapshot.restore();
  const standing = outcomesOf(new ChangedPage(asked.truths, known), look);
  const truths = Object.fromEntries(Object.entries(asked.truths).filter(([id]) => standing.get(id)?.outcome === 'found'));
  const before = new Set([...standing].filter(([, { outcome }]) => outcome === 'wrong').map(([id]) => id));
  const results = asked.operators.flatMap((operator) => asked.seeds.map((seed) => {
    snapshot.restore();
    const page = new ChangedPage(truths, known);
    const chance = new Chance(`${seed}/${asked.name}/${operator}`);
    const applied = page.truths.size > 0 && OPERATORS[operator]({ page, chance, words: asked.words });
    return applied ? tally(operator, seed, page, look, before) : null;
  }));
  snapshot.restore();
  return results.filter(Boolean);
}

function lookerFor({ brief, bundle }, where) {
  const locator = new CompanionAgent.Locator(brief, where);
  return (page) => [
    locator.look(document),
    ...page.frames.map(({ contentWindow }) => {
      // A document's elements belong to its own window's classes, so the locator must too.
      contentWindow.eval(`${bundle}; globalThis.CompanionAgent = CompanionAgent;`);
      return new contentWindow.CompanionAgent.Locator(brief, where).look(contentWindow.document);
    }),
  ];
}

/** Target -> what became of it; a target that should not be found is there only if it was. */
function outcomesOf(page, look) {
  const outcomes = new Map([...page.truths.keys()].map((id) => [id, { outcome: 'refused' }]));
  for (const { targets } of look(page)) {
    for (const [id, found] of targets) {
      const known = outcomes.get(id);
      if (found.verdict === 'found' && known?.outcome !== 'wrong') outcomes.set(id, answered(page, id, found));
      // Of several documents the one that came nearest tells why.
      else if (known?.outcome === 'refused' && found.evidence.length > 1) known.evidence = found.evidence;
    }
  }
  return outcomes;
}

function answered(page, id, { element, evidence }) {
  if (page.isRight(id, element)) return { outcome: page.deleted === id ? 'refused' : 'found' };
  return { outcome: 'wrong', css: pathOf(element), evidence };
}

function tally(operator, seed, page, look, before) {
  const outcomes = [...outcomesOf(page, look)].filter(([id, { outcome }]) =>
    (outcome === 'wrong' && !before.has(id)) || (page.truths.has(id) && (page.judged === null || page.judged.has(id))));
  const missed = outcomes.filter(([, { outcome }]) => outcome !== 'found')
    .map(([target, { outcome, css, evidence }]) => ({ target, seed, outcome, css: css ?? '', evidence: evidence ?? [] }));
  return { operator, cases: outcomes.length, found: outcomes.length - missed.length, missed };
}
