/** The form to type instead of what stands in a field: drawn at the field, in its own document, and told to nobody. */

import type { Brief } from '../brief';
import type { Tone } from '../messages';
import type { Step } from './guide';

export function correctionOf({ correction }: Step, tags: Brief['tags']): { words: string; tone: Tone } | null {
  // Asterisks are the markup of bold: an address may hold them.
  return correction ? { words: tags.correction.replace('{form}', () => correction.replaceAll('**', '*')), tone: 'todo' } : null;
}
