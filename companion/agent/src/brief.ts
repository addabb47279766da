/** What Python hands to every document: the pack, compiled (companion/pack/brief.py writes it). */

export type Account = 'personal' | 'enterprise';

/** The kinds of thing a person can act on. Kinds in different groups never stand for each other. */
export type Kind =
  | 'link' | 'button' | 'tab' | 'option'             // pressed, recognised by their text
  | 'text' | 'password' | 'code'                     // typed into
  | 'choice'                                         // a drop-down: <select>, combobox, or a box that opens a list
  | 'checkbox' | 'radio'
  | 'slider';                                        // dragged; has no text of its own

/** Attribute name -> patterns; `*` stands for any run of characters. `css` holds plain selectors. */
export type Keys = Readonly<Record<string, readonly string[]>>;

export interface Brief {
  /** Name of our one element on the page; random for each browser profile. */
  readonly tag: string;
  readonly lang: string;
  readonly account: Account;
  /** Official hosts: `login.1688.com` exactly, or `.1688.com` for the host and all below it. */
  readonly hosts: readonly string[];
  readonly pages: readonly PageBrief[];
  /** Target ids in the order a person deals with them; the first that is to do is the next one. */
  readonly order: readonly string[];
  /** What tags are made of: `{label}`, `{form}` and `{names}` are filled in. */
  readonly tags: { readonly correction: string; readonly reading: string; readonly missing: string; readonly more: string };
  /** How a page that is not the site's is known to pass itself off as it. */
  readonly foreign: ForeignBrief;
  /** What the site says to people, and our words for it. */
  readonly notices: readonly NoticeBrief[];
  /** Words that make a condition of what stands behind, or before them: such a sentence is no message. */
  readonly supposed: SupposedBrief;
  /** For messages that are none of them: what they are introduced by, and words to explain them with. */
  readonly unknown: UnknownBrief;
}

/** What a locator is made of (`_SOUGHT` in companion/check/examine.py). */
export type Sought = Pick<Brief, 'tag' | 'hosts' | 'pages'>;

/** In normal form: what begins a condition, and what ends one. */
export interface SupposedBrief {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** In lower case: names of the site, and words at a field for a code. */
export interface ForeignBrief {
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

export interface PageBrief {
  readonly id: string;
  /** Where its targets may be looked for at all; empty: on every official host. */
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly containers: readonly ContainerBrief[];
  readonly targets: readonly TargetBrief[];
  readonly states: readonly StateBrief[];
}

/** A box that a target must stand in: recognised by a text in it or by a key of its own. */
export interface ContainerBrief {
  readonly id: string;
  readonly kind: 'dialog' | 'form' | 'box';
  readonly texts: readonly string[];
  readonly keys: Keys;
}

export interface TargetBrief {
  readonly id: string;
  readonly kind: Kind;
  /** Required targets make a page unusable when they cannot be found; helpful ones do not. */
  readonly required: boolean;
  readonly text: readonly string[];
  readonly label: readonly string[];
  readonly placeholder: readonly string[];
  readonly aria: readonly string[];
  readonly keys: Keys;
  /** Container ids; the target must stand in one of them. Empty: anywhere. */
  readonly within: readonly string[];
  /** Texts that rule an element out, wherever they stand in its own text, label or placeholder. */
  readonly forbidden: readonly string[];
  /** Names that other things have too: one of these alone counts only where `vouched_by` has something like it. */
  readonly vague: readonly string[];
  /** Targets, one of which stands on the page with what is called by a vague name. */
  readonly vouched_by: readonly string[];
  /** Independent witnesses needed besides the anchor (three for what cannot be undone). */
  readonly witnesses: number;
  /** Targets of the same form that stand before this one. */
  readonly after: readonly string[];
  readonly done: DoneBrief | null;
  /** Texts or keys of the element that say that pressing it now would be refused. */
  readonly blocked: { readonly texts: readonly string[]; readonly keys: Keys };
  /** Guidance leads here only for this account type; null: for both. */
  readonly account: Account | null;
  /** A button that ends its form: its tag names what is missing before it. */
  readonly concludes: boolean;
  readonly by_shape: boolean;
  readonly ends_row_of: readonly string[];
  /** Addresses: a link to one of them is the target, whatever it says. */
  readonly leads: readonly string[];
  /** Words on a button behind a field that make the field another form's. */
  readonly aside: readonly string[];
  readonly repeats: string | null;
  /** The only field of its kind on the form, whatever it is called. */
  readonly sole: boolean;
  /** Targets, right behind which the field stands. */
  readonly beside: readonly string[];
  /** Targets that end the field's row. */
  readonly opens_row_of: readonly string[];
  /** The target it is the other choice to. */
  readonly opposite: string | null;
  /** Looked for only while this target (the trigger of its list) is on screen, if given. */
  readonly opened_by: string | null;
  readonly words: WordsBrief;
}

/** When a target needs nothing more from the person. */
export type DoneBrief =
  | { readonly rule: 'check'; readonly check: string; readonly args: Readonly<Record<string, unknown>> }
  | { readonly rule: 'checked' }
  | { readonly rule: 'selected' }
  | { readonly rule: 'shows'; readonly texts: readonly string[]; readonly keys: Keys }
  | { readonly rule: 'state'; readonly states: readonly string[] };

export interface WordsBrief {
  /** The tag beside an element that is not next: two to six words. */
  readonly label: string;
  /** Verdict code -> what the tag says instead. */
  readonly tags: Readonly<Record<string, string>>;
  /** The bubble at the next thing to do; `**bold**` is the only markup. */
  readonly hint: string;
  /** Verdict code -> what the bubble says instead. */
  readonly codes: Readonly<Record<string, string>>;
}

/** A page state holds when all its lines hold. Empty lists ask nothing. */
export interface StateBrief {
  readonly id: string;
  readonly all: readonly string[];
  readonly any: readonly string[];
  readonly none: readonly string[];
  /** At least one of these stands on the page as a visible text of its own. */
  readonly texts: readonly string[];
  readonly paths: readonly string[];
  /** States that rule this one out; judged by the session over all frames of the tab. */
  readonly unless: readonly string[];
}

/** A message of the site: `texts` are whole messages in normal form, `*` stands for any run of characters. */
export interface NoticeBrief {
  readonly id: string;
  readonly texts: readonly string[];
  readonly severity: 'info' | 'error' | 'block' | 'good';
  /** The same words also stand as a lasting hint; only where they are marked as a fault they are a message. */
  readonly marked: boolean;
  /** A question of the site: another one tells of nothing that happened. */
  readonly asks: boolean;
  readonly targets: readonly string[];
  /** Counts only in these page states; empty: in all. */
  readonly states: readonly string[];
  readonly words: { readonly meaning: string; readonly cause: string; readonly remedy: string };
}

export interface UnknownBrief {
  /** Stands before the words of a message without a meaning of ours. */
  readonly said: string;
  /** Marks what a machine has translated. */
  readonly machine: string;
  /** Words of the site in normal form, the longest first, each with its meaning. */
  readonly words: readonly (readonly [word: string, meaning: string])[];
  /** Labels in normal form: what always stands on a page is no message. */
  readonly lasting: readonly string[];
}
