/** Patterns of the pack, in which `*` stands for any run of characters. */

/** `text` as a regular expression that stands for exactly itself. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** A whole-string match; attribute values and paths are compared without regard to case. */
export function glob(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').map(literal).join('.*')}$`, 'is');
}
