/**
 * Where known messages stand: all of a document is read once, after that only what has changed.
 *
 * Whether a message can be seen changes with styles alone, so that is asked afresh by whoever asks (stands.ts); here
 * are texts, which change with mutations only.
 */

import type { Root } from '../page/walk';
import type { Book, Reading } from './book';
import { LEVELS, LONGEST_MESSAGE, TEXTS } from './limits';

/** Elements whose text is no words of the page, or what a person wrote. */
const SILENT = 'script, style, noscript, template, textarea, select, option, datalist, svg, head, title, [contenteditable=""], [contenteditable=true]';

export class Search {
  readonly #book: Book;
  readonly #observer = new MutationObserver((records) => this.#note(records));
  readonly #watched = new WeakSet<Root>();
  /** What came, with everything in it. */
  #added = new Set<Node>();
  /** What says something else now. */
  #reworded = new Set<Node>();
  /** Elements, or bare texts among elements, that say a message. */
  readonly #known = new Map<Node, Reading>();

  constructor(book: Book) {
    this.#book = book;
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** Every element or bare text that says a known message, seen or not. */
  find(roots: readonly Root[]): ReadonlyMap<Node, Reading> {
    for (const root of roots) if (!this.#watched.has(root)) this.#watch(root);
    this.#note(this.#observer.takeRecords());
    const [added, reworded] = [this.#added, this.#reworded];
    this.#added = new Set();
    this.#reworded = new Set();
    for (const node of this.#known.keys()) if (!this.#isSaid(node)) this.#known.delete(node);
    const asked = new Set<Element>();
    for (const node of added) if (node.isConnected) this.#readAll(node, asked);
    for (const node of reworded) if (node.isConnected) this.#reread(node, asked);
    return this.#known;
  }

  #watch(root: Root): void {
    this.#watched.add(root);
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
    this.#added.add(root instanceof Document ? root.documentElement : root);
  }

  #note(records: readonly MutationRecord[]): void {
    for (const { target, addedNodes } of records) {
      this.#reworded.add(target);
      for (const node of addedNodes) this.#added.add(node);
    }
  }

  #isSaid(node: Node): boolean {
    return node.isConnected && this.#book.read(said(node))?.notice === this.#known.get(node)?.notice;
  }

  #readAll(scope: Node, asked: Set<Element>): void {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    let node = scope instanceof Text ? scope : walker.nextNode();
    for (let visits = 0; node && visits < TEXTS; node = walker.nextNode(), visits += 1) this.#read(node, asked);
  }

  /** A child that went, or a text that was rewritten, changes what is said round it. */
  #reread(node: Node, asked: Set<Element>): void {
    if (node instanceof Text) return this.#read(node, asked);
    for (const child of node.childNodes) if (child instanceof Text) this.#read(child, asked);
    if (node instanceof Element && !node.closest(SILENT)) this.#climb(node, asked);
  }

  #read(node: Node, asked: Set<Element>): void {
    const raw = node.nodeValue ?? '';
    const parent = node.parentElement;
    if (!parent || raw.length > LONGEST_MESSAGE || !this.#book.mayHold(raw) || parent.closest(SILENT)) return;
    if (parent.firstElementChild) this.#consider(node, raw);
    this.#climb(parent, asked);
  }

  #climb(from: Element, asked: Set<Element>): void {
    let up: Element | null = from;
    for (let level = 0; up && level < LEVELS && up !== document.body && !asked.has(up); level += 1, up = up.parentElement) {
      asked.add(up);
      const raw = up.textContent ?? '';
      if (raw.length > LONGEST_MESSAGE) return;
      this.#consider(up, raw);
    }
  }

  #consider(node: Node, raw: string): void {
    const reading = this.#book.read(raw);
    if (reading) this.#known.set(node, reading);
    else this.#known.delete(node);
  }
}

function said(node: Node): string {
  return node.textContent ?? '';
}
