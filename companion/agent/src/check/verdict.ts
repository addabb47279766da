/** What a check is given and what it answers. */

export interface Field {
  /** What stands in the field; for a choice, what it shows. */
  readonly value: string;
  /** What stands in another field of the form that the rule names, or null where there is none. */
  other(target: string): string | null;
}

/** `code` is all of it that may leave the page. */
export interface Verdict {
  readonly code: string;
  /** The form to type instead, to be drawn in the field's own document and nowhere else. */
  readonly correction?: string;
  /** A good value as people read it out, to be looked over: drawn in the field's own document and nowhere else. */
  readonly reading?: string;
  /** The site would refuse the value although its code alone lets a person go on. */
  readonly refused?: boolean;
}

export type Args = Readonly<Record<string, unknown>>;
export type Rule = (field: Field, args: Args) => Verdict;

export const OK: Verdict = { code: 'ok' };

/** What stands in the field that an argument names; empty where there is none. */
export function named(field: Field, args: Args, name: string): string {
  return field.other(String(args[name] ?? '')) ?? '';
}
