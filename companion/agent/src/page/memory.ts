/**
 * What is remembered of a page between two looks: its shadow roots, texts of the pack and elements by
 * selector. Only what mutation records tell of is kept; style, places and values are read in every look.
 */

import { Answers, attributesOf } from './answers';
import { Changes, type Delta } from './changes';
import type { Lexicon } from './lexicon';
import type { Piece } from './pieces';
import { Texts } from './texts';
import { rootsOf, type Root } from './walk';

export type Scope = Root | Element;

export class Memory {
  private changes: Changes | null = null;
  private answers = new Map<Scope, Answers>();
  private texts: Texts | null = null;
  private asked = new Set<Scope>();
  private roots: readonly Root[] = [];

  /** `selectors`: all that will be asked for. */
  constructor(
    readonly document: Document,
    private readonly lexicon: Lexicon | null,
    private readonly selectors: readonly string[],
  ) {}

  /** Begins a look: brings up to date what is remembered. `skipped` names hosts of shadow roots that are not the page's. */
  recall(skipped: string): { readonly roots: readonly Root[]; readonly pieces: readonly Piece[] } {
    const delta = this.changes?.take();
    if (delta) this.update(delta);
    else this.forget();
    this.asked.clear();
    const ask = (root: Root, query: string): readonly Element[] => {
      // Before its first answer: what changes later has to be told.
      if (this.changes?.watch(root) === false) this.answers.delete(root);
      return this.ask(root, query);
    };
    this.roots = rootsOf(this.document, skipped, ask);
    return { roots: this.roots, pieces: this.texts?.in(this.roots) ?? [] };
  }

  /** The elements that a selector selects in a root, or in a part of one. */
  ask(scope: Scope, query: string): readonly Element[] {
    this.asked.add(scope);
    let answers = this.answers.get(scope);
    if (!answers) this.answers.set(scope, (answers = new Answers(scope)));
    return answers.ask(query);
  }

  private update(delta: Delta): void {
    // What was not asked in the last look may be long gone from the page.
    for (const scope of this.answers.keys()) if (!this.asked.has(scope)) this.answers.delete(scope);
    for (const answers of this.answers.values()) answers.update(delta);
    this.texts?.update(delta, this.roots);
  }

  private forget(): void {
    this.answers.clear();
    this.texts = this.lexicon && new Texts(this.lexicon);
    this.changes = new Changes([...attributesOf(this.selectors), 'contenteditable']);
  }
}
