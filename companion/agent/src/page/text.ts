/** The normal form in which texts are compared, and sets of wordings held against it. */

import { usual } from './spelling';

export { matchesKeys } from './keys';

/** Everything but letters, marks, digits and the plus sign of a dialling code. */
const DROPPED = /[^\p{L}\p{N}\p{M}+]+/gu;

const SHORTEST_NAME = 2;

const BRACKETED = /[([\u3010\uff08\uff3b].*?[)\]\u3011\uff09\uff3d]/gu;

/** Shortest text for which a near match is worth anything: Chinese captions are 2-4 characters. */
const NEAR_LENGTH = 6;
const NEAR_LIKENESS = 0.8;

/** Texts of a page that a wording remembers at most. */
const NEARBY_TEXTS = 500;

/** Chinese characters and nothing else: already in normal form but for their spelling, and most of what is compared. */
const HAN = /^[\u4e00-\u9fff]*$/;

/** NFKC, lower case, without spaces, punctuation, symbols and icon-font characters; digits are kept. */
export function normal(raw: string): string {
  return usual(HAN.test(raw) ? raw : raw.normalize('NFKC').toLowerCase().replace(DROPPED, ''));
}

/** The normal form, and the one without remarks in brackets: "E-mail (optional)" is "E-mail" too. */
export function normals(raw: string): readonly string[] {
  const whole = normal(raw);
  const bare = normal(raw.replace(BRACKETED, ''));
  return bare && bare !== whole ? [whole, bare] : whole ? [whole] : [];
}

/** The normal form of what is said before the first comma, if more follows: a name, and then a remark on it. */
export function headOf(raw: string): string | null {
  const [head = '', ...rest] = raw.split(/[\uff0c,\u3002\uff1b;]/u);
  const form = normal(head);
  return form.length >= SHORTEST_NAME && normal(rest.join('')) ? form : null;
}

/** A text stands in several sets: its target's texts, its target's names, all that are looked for. */
const split = new Map<string, readonly string[]>();

/** The parts of a text between its `*`, in normal form. */
function partsOf(text: string): readonly string[] {
  let known = split.get(text);
  if (!known) split.set(text, (known = text.split('*').map(normal)));
  return known;
}

function shapeOf(text: string): string {
  return partsOf(text).join('*');
}

/** Whether `text` begins with the first of the parts, ends with the last and has the others between, in this order. */
function isShaped(text: string, parts: readonly string[]): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const end = text.length - last.length;
  let from = first.length;
  if (from > end || !text.startsWith(first) || !text.endsWith(last)) return false;
  for (let index = 1; index < parts.length - 1; index += 1) {
    const part = parts[index] ?? '';
    const at = text.indexOf(part, from);
    from = at + part.length;
    if (at < 0 || from > end) return false;
  }
  return true;
}

/** What a set is asked by; made when it first is, since most sets of a pack are asked nothing on most pages. */
class Index {
  readonly exact = new Map<string, string>();
  readonly open: { readonly said: string; readonly parts: readonly string[] }[] = [];
  /** Long exact texts by their length: only these can be nearly met. */
  readonly long = new Map<number, string[]>();

  constructor(texts: readonly string[]) {
    for (const said of texts) {
      const parts = partsOf(said);
      if (parts.every((part) => part === '')) continue;
      if (parts.length > 1) this.open.push({ said, parts });
      else this.learn(parts[0] ?? '', said);
    }
    // Of two that fit the one that says more is meant.
    this.open.sort((a, b) => b.parts.join('').length - a.parts.join('').length);
  }

  private learn(form: string, said: string): void {
    this.exact.set(form, said);
    if (form.length < NEAR_LENGTH) return;
    const alike = this.long.get(form.length);
    if (alike) alike.push(form);
    else this.long.set(form.length, [form]);
  }
}

/** A set of the pack's texts, `*` standing for any run of characters. */
export class Wording {
  private index: Index | null = null;
  private shapes: Set<string> | null = null;
  /** Texts of the page come again in every look; what they are like is asked once. */
  private readonly nearby = new Map<string, string | null>();

  constructor(readonly said: readonly string[]) {}

  private get known(): Index {
    return (this.index ??= new Index(this.said));
  }

  /** The fixed parts of every text in normal form, one list a text. */
  get parts(): readonly (readonly string[])[] {
    return this.said.map((text) => partsOf(text).filter((part) => part !== '')).filter(({ length }) => length > 0);
  }

  get empty(): boolean {
    return !this.said.some((text) => partsOf(text).some((part) => part !== ''));
  }

  /** The pack's text that `text` (in normal form) is, or null. */
  match(text: string): string | null {
    const { exact, open } = this.known;
    return exact.get(text) ?? open.find(({ parts }) => isShaped(text, parts))?.said ?? null;
  }

  /** Whether `said`, a text of the pack, is one of the set's. */
  lists(said: string): boolean {
    this.shapes ??= new Set(this.said.map(shapeOf));
    return this.shapes.has(shapeOf(said));
  }

  /** The pack's text that stands anywhere in `text`, or null. */
  within(text: string): string | null {
    for (const [form, said] of this.known.exact) if (text.includes(form)) return said;
    return this.match(text);
  }

  /** The pack's text that differs from `text` by a word or two and in no digit, or null. */
  near(text: string): string | null {
    if (text.length < NEAR_LENGTH) return null;
    let said = this.nearby.get(text);
    if (said === undefined) {
      if (this.nearby.size >= NEARBY_TEXTS) this.nearby.clear();
      this.nearby.set(text, (said = this.likest(text)));
    }
    return said;
  }

  private likest(text: string): string | null {
    const most = Math.floor(text.length / NEAR_LIKENESS);
    for (let length = Math.ceil(text.length * NEAR_LIKENESS); length <= most; length += 1) {
      for (const form of this.known.long.get(length) ?? []) {
        if (isPlausible(form, text) && likeness(form, text) >= NEAR_LIKENESS) return this.known.exact.get(form) ?? null;
      }
    }
    return null;
  }
}

/** A cheap test before the dear one: like texts begin or end alike, and no digit differs. */
function isPlausible(form: string, text: string): boolean {
  return (form[0] === text[0] || form.at(-1) === text.at(-1)) && digits(form) === digits(text);
}

const compiled = new WeakMap<readonly string[], Wording>();

/** Whether the element's own words are one of `texts`. */
export function matchesText(element: Element, texts: readonly string[]): boolean {
  if (texts.length === 0) return false;
  let wording = compiled.get(texts);
  if (!wording) compiled.set(texts, (wording = new Wording(texts)));
  return wording.match(normal(wordsOf(element))) !== null;
}

/** Elements whose text is not words on the page, or not the page's own. */
export const WORDLESS: ReadonlySet<string> = new Set(
  ['script', 'style', 'noscript', 'template', 'textarea', 'select', 'option', 'datalist', 'svg', 'iframe', 'head'],
);

const CAPTIONED = 'input[type=submit], input[type=button], input[type=reset]';

/**
 * The words an element shows. The caption of an input that is a button is an attribute of the page's
 * making; what a person typed is never read, so other inputs have no words.
 */
export function wordsOf(element: Element): string {
  if (element.matches(CAPTIONED)) return element.getAttribute('value') ?? '';
  if (WORDLESS.has(element.localName)) return '';
  if (!element.querySelector('select, textarea, script, style')) return element.textContent ?? '';
  return [...element.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
    return node instanceof Element ? wordsOf(node) : '';
  }).join('');
}

function digits(text: string): string {
  return text.replace(/\D+/g, '');
}

/** One minus the Levenshtein distance over the longer length. */
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > (1 - NEAR_LIKENESS) * longer) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / longer;
}
