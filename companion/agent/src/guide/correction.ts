/** What is drawn of a value at its field, in its own document, and told to nobody: the form to type instead, or itself read out. */

import type { Brief } from '../brief';
import type { Tone } from '../messages';
import type { Step } from './guide';

export function correctionOf({ correction }: Step, tags: Brief['tags']): { words: string; tone: Tone } | null {
  // Asterisks are the markup of bold: an address may hold them.
  return correction ? { words: tags.correction.replace('{form}', () => correction.replaceAll('**', '*')), tone: 'todo' } : null;
}

export function readingOf({ reading, target }: Step, tags: Brief['tags']): { words: string; tone: Tone } | null {
  if (!reading) return null;
  const { label } = target.words;
  return { words: tags.reading.replace('{label}', () => label).replace('{form}', () => reading), tone: 'good' };
}
