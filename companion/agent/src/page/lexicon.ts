/** All texts of the pack that may stand on a page, made to be looked for quickly. */

import { literal } from './pattern';
import { spelledAs } from './spelling';
import { normal, Wording } from './text';

/** What may stand between two characters of a caption: spaces, punctuation, zero-width characters. */
const BETWEEN = '[\\s\\u00ad\\u200b-\\u200f\\u2060\\ufeff!-*,-/:-@\\[-`{-~\\u3000-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20]*';

/** Characters of a text that are asked for: enough to be rare, few enough to be quick. */
const NEEDLE = 4;

/** Seconds that a button counts in brackets behind its words, or none yet. */
const COUNT = /[(\uff08]\d{1,3} ?[s\u79d2]?[)\uff09]\s*$/iu;

/** Raw texts of the page whose reading is remembered from look to look. */
const MEMORY = 8_000;

export class Lexicon {
  private readonly needles: RegExp;
  private readonly readings = new Map<string, string | null>();

  private constructor(needles: readonly string[], private readonly wordings: readonly Wording[]) {
    this.needles = new RegExp(branch(needles), 'u');
  }

  /** Null when there is nothing to look for. */
  static of(wordings: readonly Wording[]): Lexicon | null {
    const needles = needlesOf(wordings);
    return needles.length ? new Lexicon(needles, [merge(wordings)]) : null;
  }

  /** Whether a beginning of one of the texts stands anywhere in raw text; a quick look, often right. */
  beginsIn(raw: string): boolean {
    return this.needles.test(raw);
  }

  /** The normal form of a raw text that is one of the texts or very like one, else null. */
  read(raw: string): string | null {
    let reading = this.readings.get(raw);
    if (reading === undefined) {
      if (this.readings.size >= MEMORY) this.readings.clear();
      reading = [raw, raw.replace(COUNT, '')].map(normal).find((text) => this.knows(text)) ?? null;
      this.readings.set(raw, reading);
    }
    return reading;
  }

  private knows(text: string): boolean {
    return this.wordings.some((wording) => wording.match(text) !== null || wording.near(text) !== null);
  }
}

function merge(wordings: readonly Wording[]): Wording {
  return new Wording([...new Set(wordings.flatMap(({ said }) => said))]);
}

/** The beginnings to look for, those left out that a shorter one already finds. */
function needlesOf(wordings: readonly Wording[]): readonly string[] {
  const starts = new Set<string>();
  for (const wording of wordings) {
    for (const parts of wording.parts) {
      const longest = parts.reduce((most, part) => (part.length > most.length ? part : most));
      starts.add([...longest].slice(0, NEEDLE).join(''));
    }
  }
  return [...starts].filter((start) => !Array.from(start, (_, end) => start.slice(0, end)).some((shorter) => starts.has(shorter)));
}

/** The beginnings as one tree: texts share their first characters, and a page has few of those. */
function branch(starts: readonly string[]): string {
  const tails = new Map<string, string[]>();
  for (const start of starts) {
    const [first = '', ...rest] = start;
    const known = tails.get(first);
    if (known) known.push(rest.join(''));
    else tails.set(first, [rest.join('')]);
  }
  return [...tails].map(([first, rests]) => {
    const tail = rests.includes('') ? '' : `${BETWEEN}(?:${branch(rests)})`;
    return spellings(first) + tail;
  }).join('|');
}

function spellings(char: string): string {
  const wide = /[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : '';
  const all = new Set([...spelledAs(char), ...char.toUpperCase(), ...wide, ...wide.toUpperCase()]);
  return all.size === 1 ? literal(char) : `[${[...all].map(literal).join('')}]`;
}

