/** One form for numbers however they were typed or pasted: half width, without separators. */

export function normalise(value: string): string {
  return value.normalize('NFKC').replace(/[\s.\-()·]/gu, '');
}
