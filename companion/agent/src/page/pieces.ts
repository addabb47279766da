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

/** Elements below a wrapper; reading fewer as one text is sooner done than asking each. */
const WRAPPER_SIZE = 60;

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

  /** An element that came to the page, with everything in it. */
  visit(element: Element, depth = 0): number {
    if (WORDLESS.has(element.localName)) return 0;
    this.visits += 1;
    return isWrapper(element, depth) ? this.unwrap(element, depth) : this.read(element, depth);
  }

  /** The words of one element as a whole. */
  reread(element: Element): void {
    const raw = element.textContent ?? '';
    if (this.lexicon.beginsIn(raw)) this.keep(element, element, raw);
  }

  /** Returns the characters of raw text seen below `parent`. */
  private descend(parent: ParentNode & Node, depth: number): number {
    let seen = this.ownTexts(parent);
    // Rows of a list are many and alike: what says nothing of the pack's is soonest left as a whole.
    const below = parent.childElementCount > LIST ? WRAPPER_DEPTH : depth;
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      if (this.visits > TEXT_VISITS) return seen;
      seen += this.visit(child, below);
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

  /** Bare text between elements is words of its own: a label before its field in one cell. Returns its characters. */
  ownTexts(parent: ParentNode & Node): number {
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
  if (depth >= WRAPPER_DEPTH || !element.firstElementChild || element.childElementCount > WRAPPER_CHILDREN) return false;
  return element.getElementsByTagName('*').item(WRAPPER_SIZE) !== null;
}
