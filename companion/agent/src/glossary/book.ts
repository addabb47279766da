/** The site's words and what they mean: which one stands round a place in a text. */

import type { Word } from '../messages';
import { normal } from '../page/text';
import { MOST_WORDS } from './limits';

export interface Explained {
  readonly word: string;
  readonly meaning: string;
  readonly hint: string;
}

/** A word as it stands in a text, from `start` up to `end`. */
export interface Found extends Explained {
  readonly start: number;
  readonly end: number;
  /** Characters that count, to compare words by. */
  readonly length: number;
}

interface Node {
  readonly next: Map<string, Node>;
  word: Word | null;
}

/** A text as words are compared: a number is one character, and each knows where it came from. */
interface Reading {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const DIGIT = /[0-9]/;
const NUMBERS = /[0-9]+/g;
const HAN = /\p{Script=Han}/u;

export class Book {
  readonly #words: readonly Word[];
  #root: Node | null = null;
  #longest = 0;

  constructor(words: readonly Word[]) {
    this.#words = words;
  }

  /** The longest word that the character at `index` belongs to. */
  at(raw: string, index: number): Found | null {
    const reading = read(raw);
    const place = reading.starts.findIndex((start, at) => start <= index && index < (reading.ends[at] ?? 0));
    if (place < 0) return null;
    this.#root ??= this.#learn();
    let best: Found | null = null;
    for (let start = Math.max(0, place - this.#longest + 1); start <= place; start += 1) {
      const found = this.#from(raw, reading, start);
      if (found && found.end > index && found.length > (best?.length ?? 0)) best = found;
    }
    return best;
  }

  /** The word that the text is as a whole. */
  whole(raw: string): Found | null {
    const reading = read(raw);
    const found = this.#from(raw, reading, 0);
    return found?.length === reading.text.length ? found : null;
  }

  /** The words of a text from its beginning on, the longest at each place. */
  all(raw: string): readonly Found[] {
    const reading = read(raw);
    const found: Found[] = [];
    for (let start = 0; start < reading.text.length && found.length < MOST_WORDS;) {
      const word = this.#from(raw, reading, start);
      if (word) found.push(word);
      start += word?.length ?? 1;
    }
    return found;
  }

  /** The longest word that begins there. */
  #from(raw: string, reading: Reading, start: number): Found | null {
    let node: Node | undefined = (this.#root ??= this.#learn());
    let best: Found | null = null;
    for (let at = start; at < reading.text.length; at += 1) {
      node = node.next.get(reading.text[at] ?? '');
      if (!node) break;
      if (!node.word) continue;
      const found = explained(raw, reading, [start, at + 1], node.word);
      if (found.length > 1 || standsAlone(raw, found)) best = found;
    }
    return best;
  }

  #learn(): Node {
    const root: Node = { next: new Map(), word: null };
    for (const word of this.#words) {
      let node = root;
      const { text } = read(word[0]);
      this.#longest = Math.max(this.#longest, text.length);
      for (const char of text) {
        const next: Node = node.next.get(char) ?? { next: new Map(), word: null };
        node.next.set(char, next);
        node = next;
      }
      node.word ??= word;
    }
    return root;
  }
}

/** One character means what it says only where it is no part of a longer word. */
function standsAlone(raw: string, { start, end }: Found): boolean {
  const beside = [raw.slice(0, start).trimEnd().at(-1), raw.slice(end).trimStart()[0]];
  return !beside.some((char) => char !== undefined && HAN.test(char));
}

function explained(raw: string, { starts, ends }: Reading, [from, to]: readonly [number, number], [known, meaning, hint]: Word): Found {
  const [start = 0, end = 0] = [starts[from], ends[to - 1]];
  const word = raw.slice(start, end);
  // The meaning has the numbers that stand on the page.
  const numbers = known.match(NUMBERS) ? word.normalize('NFKC').match(NUMBERS) ?? [] : null;
  let index = 0;
  const said = numbers ? meaning.replace(NUMBERS, (number) => numbers[index++] ?? number) : meaning;
  return { word, meaning: said, hint, start, end, length: to - from };
}

function read(raw: string): Reading {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of raw) {
    for (const one of normal(char)) {
      const last = ends.length - 1;
      if (DIGIT.test(one) && text.endsWith('0') && ends[last] === at) ends[last] = at + char.length;
      else {
        text += DIGIT.test(one) ? '0' : one;
        starts.push(at);
        ends.push(at + char.length);
      }
    }
    at += char.length;
  }
  // Spellings of two characters; none of them changes the length.
  const spelt = normal(text);
  return { text: spelt.length === text.length ? spelt : text, starts, ends };
}
