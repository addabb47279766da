/** Why a target was not found: its true element and the nearest others, with what each lacks. */

const MOST = 3;
const LEAST_LIKENESS = 0.34;

/** The true element first, then the nearest others. `reason` is a code, `detail` fills its sentence. */
function candidatesFor(id, truth, insight, sight) {
  const target = [...insight.claims.keys()].find(({ brief }) => brief.id === id);
  const claims = [...(insight.claims.get(target) ?? [])].sort(bySureness);
  const isTruth = ({ element }) => isSame(element, truth);
  const own = claims.find(isTruth);
  const context = { id, target, sight, insight, best: claims[0] };
  const others = claims.filter((claim) => claim !== own && !isTruth(claim)).slice(0, MOST)
    .map((claim) => told(claim.element, false, lossOf(claim, context), claim));
  const first = own ? told(truth, true, lossOf(own, context), own) : told(truth, true, silenceOf(truth, context), null);
  const like = others.length < MOST ? likest(target, truth, claims, context).slice(0, MOST - others.length) : [];
  return [first, ...others, ...like];
}

function told(element, truth, { reason, detail }, claim) {
  const evidence = claim ? [claim.anchor, ...claim.witnesses] : [];
  return { css: pathOf(element), text: captionOf(element), truth, reason, detail, evidence };
}

function bySureness(a, b) {
  return b.tier - a.tier || b.witnesses.length - a.witnesses.length;
}

/** Why a claim was not the answer, as far as it can be told from outside. */
function lossOf(claim, { id, target, sight, best }) {
  for (const [other, found] of sight.targets) {
    if (other !== id && found.verdict === 'found' && found.element === claim.element) return { reason: 'taken', detail: other };
  }
  const answer = sight.targets.get(id);
  if (answer.element === claim.element) {
    return { reason: answer.verdict === 'ambiguous' ? 'tie' : 'chosen', detail: '' };
  }
  if (best && claim.tier < best.tier) return { reason: 'weaker_anchor', detail: claim.anchor };
  const needed = neededBy(claim, target);
  if (claim.witnesses.length < needed) return { reason: 'few_witnesses', detail: `${claim.witnesses.length}/${needed}` };
  return answer.verdict === 'ambiguous' ? { reason: 'tie', detail: '' } : { reason: 'less_sure', detail: '' };
}

/** The counterpart of `holdsUp` in agent/src/locate/claim.ts. */
function neededBy({ tier, contradicted }, target) {
  const least = tier === 2 ? 0 : tier === 1 ? 3 : contradicted ? 4 : 3;
  return Math.max(least, target.brief.witnesses);
}

/** Why an element is not even claimed. */
function silenceOf(element, { id, target, sight, insight }) {
  if (!target) return { reason: 'page_closed', detail: location.pathname };
  if (!insight.scene.visibility.shows(element)) return { reason: 'not_shown', detail: '' };
  for (const [other, found] of sight.targets) {
    if (other !== id && found.verdict === 'found' && found.element && isSame(found.element, element)) return { reason: 'taken', detail: other };
  }
  const words = captionOf(element);
  const text = plain(words);
  const barred = text && target.forbidden.within(text);
  if (barred) return { reason: 'forbidden', detail: barred };
  if (text && target.names.match(text)) {
    return target.containers.length ? { reason: 'outside', detail: target.brief.within.join(', ') } : { reason: 'other_kind', detail: target.brief.kind };
  }
  if (target.brief.opened_by && sight.targets.get(target.brief.opened_by)?.verdict === 'absent') return { reason: 'not_opened', detail: target.brief.opened_by };
  return { reason: 'other_words', detail: words };
}

/** Visible things to act on whose words are most like the pack's. */
function likest(target, truth, claims, context) {
  if (!target) return [];
  const wanted = target.names.said.map(plain);
  const known = new Set(claims.map(({ element }) => element));
  const near = selectAll(document, ACTIONABLE)
    .filter((element) => !known.has(element) && !isSame(element, truth) && element.getClientRects().length > 0)
    .map((element) => ({ element, likeness: Math.max(0, ...wanted.map((said) => likeness(said, plain(captionOf(element))))) }))
    .filter(({ likeness: alike }) => alike >= LEAST_LIKENESS);
  near.sort((a, b) => b.likeness - a.likeness);
  return near.slice(0, MOST).map(({ element }) => told(element, false, silenceOf(element, context), null));
}

function plain(raw) {
  return raw.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}+]+/gu, '');
}

/** Shared neighbouring pairs of characters over all of them (Dice). */
function likeness(a, b) {
  const [first, second] = [pairs(a), pairs(b)];
  const shared = first.filter((pair) => second.includes(pair)).length;
  return first.length + second.length ? (2 * shared) / (first.length + second.length) : 0;
}

function pairs(text) {
  return Array.from(text).map((_, index) => text.slice(index, index + 2)).filter(({ length }) => length === 2);
}
