/**
 * What is looked for on a page that is not the site's: two facts, and never a value.
 *
 * Whether it shows a field for a password or a code; and only then, whether it bears the site's name.
 */

import type { ForeignBrief } from './brief';

export interface Facts {
  /** A field for a password or a code can be seen. */
  readonly secret: boolean;
  /** Its title or text bears one of the site's names. */
  readonly named: boolean;
}

const FIELDS = 'input, [contenteditable]:not([contenteditable=false])';
/** A page's first letters are read, not a whole book. */
const READ = 50_000;

export function factsOf(document: Document, { names, codes }: ForeignBrief): Facts {
  const documents = [...reachable(document)];
  const secret = documents.some((one) => [...one.querySelectorAll(FIELDS)].some((field) => isSecret(field, codes)));
  return { secret, named: secret && documents.some((one) => bears(one, names)) };
}

/** The document and those of its frames that are of its own origin. */
function* reachable(document: Document): Generator<Document> {
  yield document;
  for (const frame of document.querySelectorAll('iframe, frame')) {
    // Null for every other origin.
    const inner = (frame as HTMLIFrameElement).contentDocument;
    if (inner) yield* reachable(inner);
  }
}

function isSecret(field: Element, codes: readonly string[]): boolean {
  const isPassword = field.getAttribute('type')?.toLowerCase() === 'password';
  const isCode = field.getAttribute('autocomplete')?.toLowerCase().split(/\s+/).includes('one-time-code');
  return (isPassword || isCode || holds(saidOf(field), codes)) && isSeen(field);
}

/** How the field is introduced: its attributes and labels, not what stands in it. */
function saidOf(field: Element): string {
  const attributes = ['placeholder', 'aria-label', 'title', 'name', 'id'].map((name) => field.getAttribute(name) ?? '');
  const labels = [...((field as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '');
  return [...attributes, ...labels].join(' ');
}

function isSeen(field: Element): boolean {
  const { width, height } = field.getBoundingClientRect();
  return width > 1 && height > 1 && field.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function bears(document: Document, names: readonly string[]): boolean {
  // A name may stand in a picture only.
  const pictures = [...document.querySelectorAll('img[alt]')].map((image) => image.getAttribute('alt'));
  return holds([document.title, pictures.join(' '), document.body?.textContent?.slice(0, READ) ?? ''].join(' '), names);
}

function holds(text: string, words: readonly string[]): boolean {
  const plain = text.normalize('NFKC').toLowerCase();
  return words.some((word) => plain.includes(word));
}
