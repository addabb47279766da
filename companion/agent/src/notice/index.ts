/** The site's messages that a person sees now in this document, each once, and the tags that explain them. */

import type { Brief, NoticeBrief } from '../brief';
import { place } from '../guide/place';
import type { NoticeView, Tone } from '../messages';
import type { Mark } from '../paint';
import { Visibility } from '../page/visible';
import type { Root } from '../page/walk';
import { Book, type Reading } from './book';
import { Search } from './search';
import { isFault, isMessage, isSeen, isSetApart } from './stands';
import { Unknown } from './unknown';

export interface Told {
  readonly notice: NoticeBrief;
  readonly element: HTMLElement;
}

interface Candidate extends Told {
  /** What says it: the element, or bare text in it. */
  readonly node: Node;
  readonly exact: boolean;
}

const TONES: Readonly<Record<NoticeBrief['severity'], Tone>> = { info: 'todo', error: 'bad', block: 'bad', good: 'good' };

export class Notices {
  readonly #search: Search;
  readonly unknown: Unknown;
  told: readonly Told[] = [];

  constructor({ notices, supposed, unknown }: Pick<Brief, 'notices' | 'supposed' | 'unknown'>) {
    const book = new Book(notices, supposed);
    this.#search = new Search(book);
    this.unknown = new Unknown(unknown, book);
  }

  stop(): void {
    this.#search.stop();
  }

  /** Looks once; reads layout, writes nothing. */
  look(shadows: readonly ShadowRoot[], states: ReadonlySet<string>): readonly Told[] {
    const roots: Root[] = [document, ...shadows];
    const known = [...this.#search.find(roots)];
    const visibility = new Visibility(document, () => null);
    const seen = known.flatMap(([node, reading]) => candidate(node, reading, states, visibility));
    this.told = unique(seen.filter((one) => !isPartOfAnother(one, seen)));
    this.unknown.look(roots, seen.map(({ element }) => element), visibility);
    return this.told;
  }

  views(): NoticeView[] {
    return this.told.map(({ notice, element }) => {
      const { rect, visible } = place(element);
      return { notice: notice.id, rect, visible };
    });
  }

  /** Targets that the site finds fault with now, and those of them that it will not hear of again. */
  faults(): { readonly faulted: ReadonlySet<string>; readonly barred: ReadonlySet<string> } {
    const about = (...kinds: NoticeBrief['severity'][]): Set<string> =>
      new Set(this.told.flatMap(({ notice }) => (kinds.includes(notice.severity) ? notice.targets : [])));
    return { faulted: about('error', 'block'), barred: about('block') };
  }

  /** What is well needs no explaining beside it. */
  marks(): Mark[] {
    const explained = this.told.filter(({ notice }) => notice.severity !== 'good').map(({ notice, element }) => ({
      target: `notice:${notice.id}`, element, words: shortWords(notice), tone: TONES[notice.severity],
    }));
    return [...explained, ...this.unknown.marks()];
  }
}

/** What happened, and the first thing to do; all of it stands in the panel. */
function shortWords({ words }: NoticeBrief): string {
  const [first = ''] = words.remedy.split(/(?<=[.!?])\s/u);
  return `**${words.meaning}** ${first}`;
}

function candidate(node: Node, { notice, exact, loose }: Reading, states: ReadonlySet<string>, visibility: Visibility): Candidate[] {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  if (!element || (notice.states.length && !notice.states.some((state) => states.has(state)))) return [];
  if (!isSeen(element, visibility) || !isMessage(element)) return [];
  if (loose && !isSetApart(element)) return [];
  return notice.marked && !isFault(element) ? [] : [{ notice, element, node, exact }];
}

/** The same words are said by an element and by those round it: a whole text counts before its parts, stems after them. */
function isPartOfAnother(one: Candidate, all: readonly Candidate[]): boolean {
  return all.some((other) => {
    if (other === one) return false;
    if (other.node.contains(one.node)) return other.exact || !one.exact;
    return one.node.contains(other.node) && !one.exact && other.exact;
  });
}

function unique(told: readonly Told[]): Told[] {
  return [...new Map(told.map((one) => [one.notice.id, one] as const).reverse()).values()].reverse();
}
