/** Finding the pack's texts on a page of any size without looking at every text node. */

import { LONGEST_TEXT, TEXT_VISITS } from '../limits';
import type { Lexicon } from './lexicon';
import { WORDLESS } from './text';
import type { Root } from './walk';

/** Words that stand on the page by themselves: a whole element's, or one of its text nodes. */
export interface Piece {
  readonly element: HTMLElement;
  /** What draws the words: the element, or its text node. */
  readonly node: Node;
  /** In normal form. */
  readonly text: string;
}

/** Boxes with few children near the top only wrap the page; reading their text would read it all again. */
const WRAPPER_DEPTH = 8;
const WRAPPER_CHILDREN = 8;

/** Elements with more children than this are lists; nobody puts bare text between the rows. */
const LIST = 40;

/** Collects the pieces of a root that say something the pack knows. */
export class TextSearch {
  readonly pieces: Piece[] = [];
  private visits = 0;

  constructor(private readonly lexicon: Lexicon) {}

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
    const seen = this.descend(wrapper, depth + 1);
    const raw = seen <= LONGEST_TEXT ? wrapper.textContent ?? '' : '';
    if (this.lexicon.beginsIn(raw)) this.keep(wrapper, wrapper, raw);
    return seen;
  }

  private read(element: Element, depth: number): number {
    const raw = element.textContent ?? '';
    if (this.lexicon.beginsIn(raw)) {
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
      if (this.lexicon.beginsIn(raw)) this.keep(parent, node, raw);
    }
    return seen;
  }

  private keep(element: Element, node: Node, raw: string): void {
    if (raw.length > LONGEST_TEXT || !(element instanceof HTMLElement)) return;
    const text = this.lexicon.read(raw);
    if (text !== null && !element.isContentEditable) this.pieces.push({ element, node, text });
  }
}

function isWrapper(element: Element, depth: number): boolean {
  const children = element.childElementCount;
  return depth < WRAPPER_DEPTH && children > 0 && children <= WRAPPER_CHILDREN;
}
