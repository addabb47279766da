/** The normal form in which texts are compared, and sets of wordings held against it. */

import { literal } from './pattern';

export { matchesKeys } from './keys';

/** Everything but letters, marks, digits and the plus sign of a dialling code. */
const DROPPED = /[^\p{L}\p{N}\p{M}+]+/gu;

/**
 * One spelling for characters that Chinese sites use for each other: the two "account" characters,
 * the common misspelling of "log in", and the two words for "you".
 */
const VARIANTS: readonly (readonly [from: RegExp, to: string])[] = [
  [/\u5e10/g, '\u8d26'],
  [/\u767b\u9646/g, '\u767b\u5f55'],
  [/\u60a8/g, '\u4f60'],
];

const SHORTEST_NAME = 2;

const BRACKETED = /[([\u3010\uff08\uff3b].*?[)\]\u3011\uff09\uff3d]/gu;

/** Shortest text for which a near match is worth anything: Chinese captions are 2-4 characters. */
const NEAR_LENGTH = 6;
const NEAR_LIKENESS = 0.8;

/** Texts of a page that a wording remembers at most. */
const NEARBY_TEXTS = 500;

/** NFKC, lower case, without spaces, punctuation, symbols and icon-font characters; digits are kept. */
export function normal(raw: string): string {
  let text = raw.normalize('NFKC').toLowerCase().replace(DROPPED, '');
  for (const [from, to] of VARIANTS) text = text.replace(from, to);
  return text;
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

/** One of the pack's texts: its fixed parts in normal form, and the shape of one that is open. */
interface Form {
  readonly pieces: readonly string[];
  readonly shape: RegExp | null;
}

/** A text stands in several sets: its target's texts, its target's names, all that are looked for. */
const forms = new Map<string, Form>();

function formOf(text: string): Form {
  let form = forms.get(text);
  if (!form) {
    const pieces = text.split('*').map(normal);
    const shape = pieces.length > 1 ? new RegExp(`^${pieces.map(literal).join('.*')}$`, 'u') : null;
    forms.set(text, (form = { pieces, shape }));
  }
  return form;
}

/** A set of the pack's texts, `*` standing for any run of characters. */
export class Wording {
  /** The fixed parts of every text in normal form, one list a text. */
  readonly parts: readonly (readonly string[])[];
  private readonly exact = new Map<string, string>();
  private readonly open: { readonly said: string; readonly shape: RegExp }[] = [];
  /** Texts of the page come again in every look; what they are like is asked once. */
  private readonly nearby = new Map<string, string | null>();
  /** Long exact texts by their length: only these can be nearly met. */
  private readonly long = new Map<number, string[]>();

  constructor(readonly said: readonly string[]) {
    const parts: string[][] = [];
    for (const text of said) {
      const { pieces, shape } = formOf(text);
      if (pieces.every((piece) => piece === '')) continue;
      parts.push(pieces.filter((piece) => piece !== ''));
      if (shape) this.open.push({ said: text, shape });
      else this.learn(pieces.join(''), text);
    }
    this.parts = parts;
  }

  private learn(form: string, text: string): void {
    this.exact.set(form, text);
    if (form.length >= NEAR_LENGTH) this.long.set(form.length, [...(this.long.get(form.length) ?? []), form]);
  }

  get empty(): boolean {
    return this.parts.length === 0;
  }

  /** The pack's text that `text` (in normal form) is, or null. */
  match(text: string): string | null {
    return this.exact.get(text) ?? this.open.find(({ shape }) => shape.test(text))?.said ?? null;
  }

  /** The pack's text that stands anywhere in `text`, or null. */
  within(text: string): string | null {
    for (const [form, said] of this.exact) if (text.includes(form)) return said;
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
      for (const form of this.long.get(length) ?? []) {
        if (isPlausible(form, text) && likeness(form, text) >= NEAR_LIKENESS) return this.exact.get(form) ?? null;
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
