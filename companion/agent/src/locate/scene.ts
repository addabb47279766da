/** Everything on the page that any target could be, gathered once for a look and shared by all targets. */

import { CAPTIONS, FIELDS } from '../limits';
import { isOwn } from '../page/answers';
import { Front, modalOf } from '../page/covered';
import { FIELD_QUERY, fieldsAmong, type Field } from '../page/fields';
import { Labels } from '../page/label';
import type { Lexicon } from '../page/lexicon';
import { Memory, type Scope } from '../page/memory';
import type { Piece } from '../page/pieces';
import { wordsOf } from '../page/text';
import { Visibility } from '../page/visible';
import { islandsOf, isQuicklyAsked, precedes, type Root } from '../page/walk';

/** What to gather: compiled once from the pack's pages. */
export interface Quest {
  readonly lexicon: Lexicon | null;
  /** Selectors of elements with one of the pack's keys. */
  readonly keys: readonly string[];
  /** The name of our own element on the page, which is no part of it. */
  readonly ours: string;
}

/** A name in an attribute that holds one of the pack's texts: a title, a caption, a text for an image. */
export interface Caption {
  readonly element: HTMLElement;
  /** In normal form. */
  readonly texts: readonly string[];
}

export interface Scene {
  readonly document: Document;
  readonly roots: readonly Root[];
  readonly visibility: Visibility;
  readonly front: Front;
  /** Short texts that hold one of the pack's, seen or not. */
  readonly pieces: readonly Piece[];
  readonly captions: readonly Caption[];
  /** Elements with one of the pack's keys. */
  readonly keyed: readonly HTMLElement[];
  readonly fields: readonly Field[];
  readonly labels: Labels;
}

/** Selects elements that have a name in an attribute. */
const CAPTIONED = 'input[type=submit], input[type=button], input[type=image], img[alt], a[title], button[title], [aria-label]';

/** Selects labels that say by id which field they are for. */
const POINTING = 'label[for]';

/** Fields that are elements of their own kind: asking for one kind costs nothing on a page of any size. */
const NATIVE_FIELDS = ['input', 'select', 'textarea'];

export function memoryOf(document: Document, { lexicon, keys }: Quest): Memory {
  return new Memory(document, lexicon, [FIELD_QUERY, CAPTIONED, POINTING, ...keys]);
}

export function gather(document: Document, quest: Quest, memory: Memory): Scene {
  const { roots, pieces } = memory.recall(quest.ours);
  const wide = roots.filter((root) => !isQuicklyAsked(root));
  const scopes: Scope[] = [...roots.filter((root) => !wide.includes(root)), ...wide.flatMap((root) => around(root, pieces, memory))];
  const ask = (query: string): HTMLElement[] => allOf(scopes, query, memory);
  const modal = once(() => modalOf(document, quest.ours));
  const visibility = new Visibility(document, modal);
  const fields = fieldsAmong(ask(FIELD_QUERY).sort(inOrder), visibility);
  const pointing = ask(POINTING).filter((label) => label instanceof HTMLLabelElement);
  return {
    document,
    roots,
    visibility,
    front: new Front(document, visibility, modal, quest.ours),
    pieces,
    captions: quest.lexicon ? captionsIn(ask(CAPTIONED).slice(0, CAPTIONS), quest.lexicon) : [],
    keyed: keyedIn(scopes, wide, quest, memory),
    fields,
    labels: new Labels(fields, pointing, visibility),
  };
}

/** Selectors whose answers depend on an element alone are asked as one; the others look round it. */
function keyedIn(scopes: readonly Scope[], wide: readonly Root[], { keys }: Quest, memory: Memory): readonly HTMLElement[] {
  const own = keys.filter(isOwn).join(', ');
  const near = [...(own ? [own] : []), ...keys.filter((key) => !isOwn(key))].flatMap((query) => allOf(scopes, query, memory));
  // One by one, what the browser keeps an index of costs nothing on a page of any size.
  const far = wide.length ? keys.filter(isIndexed).flatMap((query) => allOf(wide, query, memory)) : [];
  return [...new Set([...near, ...far])].sort(inOrder);
}

/** The parts of a big page that can hold targets: those with fields, or with texts of the pack. */
function around(root: Root, pieces: readonly Piece[], memory: Memory): readonly Element[] {
  const native = NATIVE_FIELDS.flatMap((tag) => memory.ask(root, tag).slice(0, FIELDS));
  return islandsOf([...native, ...pieces.map(({ element }) => element).filter((element) => element.getRootNode() === root)]);
}

/** Selectors by tag, class or id; those by any other attribute have to look at every element. */
function isIndexed(query: string): boolean {
  return !query.startsWith('[') || /^\[id="[^"]*"\]$/.test(query);
}

function allOf(scopes: readonly Scope[], query: string, memory: Memory): HTMLElement[] {
  const found = scopes.flatMap((scope) => memory.ask(scope, query));
  return [...new Set(found)].filter((element) => element instanceof HTMLElement);
}

function inOrder(a: Element, b: Element): number {
  return precedes(a, b) ? -1 : 1;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function captionsIn(elements: readonly HTMLElement[], lexicon: Lexicon): readonly Caption[] {
  return elements.flatMap((element) => {
    const texts = rawCaptions(element).flatMap((raw) => (lexicon.beginsIn(raw) ? lexicon.read(raw) ?? [] : []));
    return texts.length ? [{ element, texts }] : [];
  });
}

/** What an element is called in attributes, and on its face if it is an input that is a button. */
export function rawCaptions(element: HTMLElement): readonly string[] {
  const names = ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? '');
  return [...names, element.localName === 'input' ? wordsOf(element) : ''].filter((raw) => raw !== '');
}
