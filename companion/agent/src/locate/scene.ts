/** Everything on the page that any target could be, gathered once for a look and shared by all targets. */

import { CAPTIONS } from '../limits';
import { Front, modalOf } from '../page/covered';
import { fieldsOf, type Field } from '../page/fields';
import { Labels } from '../page/label';
import { TextSearch, type Piece } from '../page/pieces';
import { normal, wordsOf } from '../page/text';
import { Visibility } from '../page/visible';
import { rootsOf } from '../page/walk';

/** What to gather: compiled once from the pack's pages. */
export interface Quest {
  readonly needles: RegExp | null;
  readonly keys: string;
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

const CAPTIONED =
  'input[type=submit], input[type=button], input[type=image], a[title], button[title], [aria-label], img[alt]';

export function gather(document: Document, quest: Quest): Scene {
  const roots = rootsOf(document).filter((root) => !(root instanceof ShadowRoot && root.host.localName === quest.ours));
  const modal = modalOf(document, quest.ours);
  const visibility = new Visibility(document, modal);
  const fields = fieldsOf(roots, visibility);
  const search = quest.needles && new TextSearch(quest.needles);
  if (search) roots.forEach((root) => search.search(root));
  const all = (query: string, most: number): HTMLElement[] =>
    query ? roots.flatMap((root) => [...take(root.querySelectorAll<HTMLElement>(query), most)]) : [];
  return {
    document,
    visibility,
    front: new Front(document, visibility, modal, quest.ours),
    pieces: search?.pieces ?? [],
    captions: quest.needles ? captionsIn(all(CAPTIONED, CAPTIONS), quest.needles) : [],
    keyed: all(quest.keys, CAPTIONS),
    fields,
    labels: new Labels(fields, visibility),
  };
}

function* take<T extends Node>(nodes: NodeListOf<T>, most: number): Generator<T> {
  for (let index = 0; index < Math.min(nodes.length, most); index += 1) yield nodes.item(index);
}

function captionsIn(elements: readonly HTMLElement[], needles: RegExp): readonly Caption[] {
  return elements.flatMap((element) => {
    const texts = rawCaptions(element).filter((raw) => needles.test(raw)).map(normal);
    return texts.length ? [{ element, texts }] : [];
  });
}

/** What an element is called in attributes, and on its face if it is an input that is a button. */
export function rawCaptions(element: HTMLElement): readonly string[] {
  const names = ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? '');
  return [...names, element.localName === 'input' ? wordsOf(element) : ''].filter((raw) => raw !== '');
}
