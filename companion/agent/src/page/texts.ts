/** The pack's texts on a page, remembered from look to look and kept true by the changes of the page. */

import { LONGEST_TEXT } from '../limits';
import type { Delta } from './changes';
import type { Lexicon } from './lexicon';
import { TextSearch, type Piece } from './pieces';
import { WORDLESS } from './text';
import type { Root } from './walk';

const SILENT = [...WORDLESS].join(', ');

export class Texts {
  private readonly byNode = new Map<Node, Piece>();
  private readonly roots = new Map<Root, readonly Piece[]>();
  private stale = false;

  constructor(private readonly lexicon: Lexicon) {}

  /** The pieces of these roots, root by root in document order. */
  in(roots: readonly Root[]): readonly Piece[] {
    for (const root of roots) if (!this.roots.has(root)) this.read(root);
    if (this.stale) this.sort();
    return roots.flatMap((root) => this.roots.get(root) ?? []);
  }

  update(delta: Delta, roots: readonly Root[]): void {
    for (const root of this.roots.keys()) if (!roots.includes(root)) this.roots.delete(root);
    if (delta.reworded.size === 0 && delta.added.length === 0) return;
    this.stale = true;
    const search = new TextSearch(this.lexicon);
    for (const element of delta.reworded) if (this.isRead(element)) this.reread(element, search);
    for (const element of delta.added) if (this.isRead(element)) search.visit(element);
    this.take(search);
  }

  private read(root: Root): void {
    this.roots.set(root, []);
    const search = new TextSearch(this.lexicon);
    search.search(root);
    this.take(search);
    this.stale = true;
  }

  /** What an element says is said by those around it too, up to the first that says too much. */
  private reread(element: Element, search: TextSearch): void {
    for (const [node, piece] of this.byNode) if (piece.element === element) this.byNode.delete(node);
    search.ownTexts(element);
    let short = true;
    for (let up: Element | null = element; up && up !== up.ownerDocument.body; up = up.parentElement) {
      this.byNode.delete(up);
      short &&= isShort(up);
      if (short) search.reread(up);
    }
  }

  private isRead(element: Element): boolean {
    const root = element.getRootNode() as Root;
    const top = root instanceof Document ? root.body ?? root : root;
    return this.roots.has(root) && top.contains(element) && element.closest(SILENT) === null;
  }

  private take({ pieces }: TextSearch): void {
    for (const piece of pieces) this.byNode.set(piece.node, piece);
  }

  private sort(): void {
    const pieces = [...this.byNode.values()].filter(({ node }) => this.roots.has(node.getRootNode() as Root));
    this.byNode.clear();
    for (const piece of pieces) this.byNode.set(piece.node, piece);
    for (const root of this.roots.keys()) {
      this.roots.set(root, pieces.filter(({ node }) => node.getRootNode() === root).sort(inTree));
    }
    this.stale = false;
  }
}

/** Whether the element says no more than one of the pack's texts could; the text of a whole page is not put together for it. */
function isShort(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (length <= LONGEST_TEXT && walker.nextNode()) length += walker.currentNode.nodeValue?.length ?? 0;
  return length <= LONGEST_TEXT;
}

function inTree(a: Piece, b: Piece): number {
  return a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
