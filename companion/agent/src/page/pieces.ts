/** Finding the pack's texts on a page of any size without looking at every text node. */

import { LONGEST_TEXT, TEXT_VISITS } from '../limits';
import { literal } from './pattern';
import { normal, WORDLESS, type Wording } from './text';
import type { Root } from './walk';

/** Words that stand on the page by themselves: a whole element's, or one of its text nodes. */
export interface Piece {
  readonly element: HTMLElement;
  /** What draws the words: the element, or its text node. */
  readonly node: Node;
  /** In normal form. */
  readonly text: string;
}

/** What may stand between two characters of a caption: spaces, punctuation, zero-width characters. */
const BETWEEN = '[\\s\\u00ad\\u200b-\\u200f\\u2060\\ufeff!-*,-/:-@\\[-`{-~\\u3000-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20]*';

/** Spellings that the normal form folds into one. */
const SPELLINGS: Readonly<Record<string, string>> = { 账: '账帐', 录: '录陆', 你: '你您' };

/** Characters of a text that are asked for: enough to be rare, few enough to be quick. */
const NEEDLE = 4;

/** Boxes with few children near the top only wrap the page; reading their text would read it all again. */
const WRAPPER_DEPTH = 8;
const WRAPPER_CHILDREN = 8;

/** Elements with more children than this are lists; nobody puts bare text between the rows. */
const LIST = 40;

/** One regular expression that finds a beginning of each of the wordings in raw text. */
export function needlesOf(wordings: readonly Wording[]): RegExp | null {
  const starts = new Set<string>();
  for (const wording of wordings) {
    for (const parts of wording.parts) {
      const longest = [...parts].sort((a, b) => b.length - a.length)[0] ?? '';
      starts.add([...longest].slice(0, NEEDLE).join(''));
    }
  }
  const needed = [...starts].filter((start) => ![...starts].some((other) => other !== start && start.startsWith(other)));
  return needed.length ? new RegExp(branch(needed.sort()), 'u') : null;
}

/** The beginnings as one tree: texts share their first characters, and a page has few of those. */
function branch(starts: readonly string[]): string {
  const tails = new Map<string, string[]>();
  for (const start of starts) {
    const [first = '', ...rest] = [...start];
    tails.set(first, [...(tails.get(first) ?? []), rest.join('')]);
  }
  return [...tails].map(([first, rests]) => {
    const tail = rests.includes('') ? '' : `${BETWEEN}(?:${branch(rests)})`;
    return spellings(first) + tail;
  }).join('|');
}

function spellings(char: string): string {
  const wide = /[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : '';
  const all = new Set([...(SPELLINGS[char] ?? char), ...char.toUpperCase(), ...wide, ...wide.toUpperCase()]);
  return all.size === 1 ? literal(char) : `[${[...all].map(literal).join('')}]`;
}

/** Collects the pieces of a root whose raw text holds one of the needles. */
export class TextSearch {
  readonly pieces: Piece[] = [];
  private visits = 0;

  constructor(private readonly needles: RegExp) {}

  search(root: Root): void {
    this.descend(root instanceof Document ? root.body ?? root : root, 0);
  }

  /** Returns the characters of raw text seen below `parent`. */
  private descend(parent: ParentNode & Node, depth: number): number {
    let seen = this.ownTexts(parent);
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      if (WORDLESS.has(child.localName)) continue;
      if ((this.visits += 1) > TEXT_VISITS) return seen;
      seen += isWrapper(child, depth) ? this.unwrap(child, depth) : this.read(child, depth);
    }
    return seen;
  }

  private unwrap(wrapper: Element, depth: number): number {
    const before = this.pieces.length;
    const seen = this.descend(wrapper, depth + 1);
    if (seen <= LONGEST_TEXT && this.pieces.length > before) this.keep(wrapper, wrapper, wrapper.textContent ?? '');
    return seen;
  }

  private read(element: Element, depth: number): number {
    const raw = element.textContent ?? '';
    if (this.needles.test(raw)) {
      this.keep(element, element, raw);
      if (element.firstElementChild) this.descend(element, depth + 1);
    }
    return raw.length;
  }

  /** Bare text between elements is words of its own: a label before its field in one cell. */
  private ownTexts(parent: ParentNode & Node): number {
    if (!(parent instanceof Element) || parent.childElementCount === 0 || parent.childElementCount > LIST) return 0;
    let seen = 0;
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const raw = node.nodeValue ?? '';
      seen += raw.length;
      if (this.needles.test(raw)) this.keep(parent, node, raw);
    }
    return seen;
  }

  private keep(element: Element, node: Node, raw: string): void {
    if (raw.length > LONGEST_TEXT || !(element instanceof HTMLElement) || element.isContentEditable) return;
    const text = normal(raw);
    if (text) this.pieces.push({ element, node, text });
  }
}

function isWrapper(element: Element, depth: number): boolean {
  const children = element.childElementCount;
  return depth < WRAPPER_DEPTH && children > 0 && children <= WRAPPER_CHILDREN;
}
