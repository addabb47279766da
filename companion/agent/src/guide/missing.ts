/** Why a button is grey: what is still to be done before it, and the words for that. */

import type { Brief } from '../brief';
import type { Step } from './guide';

/** More names than these would make the tag a paragraph. */
const NAMES = 3;

/** Of the steps before it in the pack's order, those that are open and can be done at all. */
export function missingBefore(button: Step, open: readonly Step[], rankOf: (step: Step) => number): string[] {
  if (!button.target.concludes || button.view.covered) return [];
  return open.filter((step) => step.target.done !== null && rankOf(step) < rankOf(button)).sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ target }) => target.id);
}

/** The words of the tag (companion/session/knowledge.py composes the same). */
export function missingWords(targets: readonly string[], { pages, tags }: Brief): string {
  const labels = new Map(pages.flatMap((page) => page.targets.map(({ id, words }) => [id, words.label])));
  const names = targets.slice(0, NAMES).map((id) => labels.get(id) ?? '');
  if (targets.length > NAMES) names.push(tags.more);
  return tags.missing.replace('{names}', () => names.join(', '));
}
