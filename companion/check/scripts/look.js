/** One look of the real locator over this document, held against what is expected of it. */

/**
 * @param {{brief: object, truths: Record<string, string>}} asked target -> selector of its true element, of the
 *   expectations that speak of this document
 */
function lookOver({ brief, truths }) {
  const { official, host } = CompanionAgent.standing(self.origin, brief.hosts);
  const elements = Object.fromEntries(Object.entries(truths).map(([target, css]) => [target, selected(css)]));
  const answer = { official, states: [], targets: {}, matches: {}, width: innerWidth, height: innerHeight };
  for (const [target, { count, valid }] of Object.entries(elements)) answer.matches[target] = valid ? count : -1;
  if (!official) return answer;
  const locator = new CompanionAgent.Locator(brief, { host, path: location.pathname });
  const { sight, ...insight } = locator.weigh(document);
  answer.states = sight.states;
  for (const [target, found] of sight.targets) {
    answer.targets[target] = judged(found, elements[target]?.element ?? null, insight, sight);
  }
  for (const [target, { element }] of Object.entries(elements)) {
    if (!sight.targets.has(target) && element) answer.targets[target] = judged(unsought(target), element, insight, sight);
  }
  return answer;
}

/** The pack's page with this target is not for this address. */
function unsought(target) {
  return { target, verdict: 'absent', element: null, covered: false, evidence: [] };
}

function selected(css) {
  try {
    const found = selectAll(document, css);
    return { count: found.length, valid: true, element: found.length === 1 ? found[0] : null };
  } catch {
    return { count: 0, valid: false, element: null };
  }
}

function judged({ target, verdict, element, covered, evidence }, truth, insight, sight) {
  const same = element !== null && truth !== null && isSame(element, truth);
  const lost = truth !== null && !(verdict === 'found' && same);
  return {
    verdict, covered, evidence, same,
    css: element ? pathOf(element) : '',
    box: element ? boxOf(element) : null,
    truth: truth ? boxOf(truth) : null,
    candidates: lost ? candidatesFor(target, truth, insight, sight) : [],
  };
}
