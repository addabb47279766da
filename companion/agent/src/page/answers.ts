/** What selectors select in one part of a page, remembered and kept true by the changes of the page. */

import type { Delta } from './changes';

/** What an element's own tag, attributes and emptiness decide; the rest of a selector looks at others too. */
const OWN = /"[^"]*"|:not\([\w\s,-]*\)|:empty|,\s+/g;
const OTHERS = /[\s>+~:]/;

/** Whether an element matches the selector or not by what it is itself, wherever it stands. */
export function isOwn(selector: string): boolean {
  return !OTHERS.test(selector.replace(OWN, ''));
}

/** Names of the attributes that the selectors look at. */
export function attributesOf(selectors: readonly string[]): readonly string[] {
  const named = selectors.flatMap((selector) => [...selector.matchAll(/\[([\w-]+)/g)].map(([, name = '']) => name));
  return [...new Set(['class', 'id', ...named])];
}

export class Answers {
  private readonly kept = new Map<string, readonly Element[]>();

  constructor(private readonly scope: ParentNode & Node) {}

  /** The elements in the scope, in document order. */
  ask(query: string): readonly Element[] {
    const known = this.kept.get(query);
    if (known) return known;
    const answer = [...this.scope.querySelectorAll(query)];
    // A pseudo-class may change without any change of the page: `:checked`, `:hover`.
    if (!query.replace(OWN, '').includes(':')) this.kept.set(query, answer);
    return answer;
  }

  update(delta: Delta): void {
    const added = delta.added.filter((element) => this.isInside(element));
    const touched = [...delta.touched].filter((element) => this.isInside(element));
    if (!added.length && !touched.length && !delta.removed) return;
    for (const [query, before] of this.kept) {
      if (!isOwn(query)) this.kept.delete(query);
      else this.kept.set(query, this.renewed(query, before, { ...delta, added, touched: new Set(touched) }));
    }
  }

  private renewed(query: string, before: readonly Element[], { added, touched, removed }: Delta): readonly Element[] {
    const still = removed ? before.filter((element) => this.isInside(element)) : before;
    const left = still.filter((element) => !touched.has(element) || element.matches(query));
    const come = [...touched, ...added].filter((element) => element.matches(query));
    for (const element of added) come.push(...element.querySelectorAll(query));
    const all = new Set([...left, ...come]);
    // What was moved is in its old place of the list.
    return added.length === 0 && all.size === left.length ? left : [...all].sort(inTree);
  }

  private isInside(element: Element): boolean {
    return element !== this.scope && this.scope.contains(element);
  }
}

function inTree(a: Node, b: Node): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
