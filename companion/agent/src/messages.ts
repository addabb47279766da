/** The closed list of what crosses between an agent and Python. Nothing here can hold what a person typed. */

/** `[x, y, width, height]` in CSS pixels of the document's own viewport, unclipped. */
export type Box = readonly [number, number, number, number];

export type Status = 'todo' | 'done' | 'blocked';

/** One found target, as a document sees it. */
export interface TargetView {
  readonly target: string;
  readonly verdict: 'found' | 'ambiguous';
  readonly covered: boolean;
  readonly status: Status;
  /** A verdict code from the closed list of the checks; empty while there is nothing to say. */
  readonly code: string;
  /** True while a send-code button counts down. */
  readonly counting: boolean;
  /** Ids of the targets that are to be done before a button that ends its form. */
  readonly missing: readonly string[];
  readonly rect: Box;
  /** False while scrolled or clipped out of sight. */
  readonly visible: boolean;
  /** The scroller to use to bring it into sight, when it is not visible. */
  readonly scroll: Box | null;
  /** What must stay free besides the element itself: a slider's whole track. */
  readonly clear: Box | null;
}

/** A message of the site that is seen in a document: which one, and never what stands in it. */
export interface NoticeView {
  readonly notice: string;
  readonly rect: Box;
  readonly visible: boolean;
}

export type Report =
  /** `wants`: what would be next here; it is drawn only in the frame that holds the tab's lead. */
  | { readonly kind: 'view'; readonly states: readonly string[]; readonly targets: readonly TargetView[]; readonly wants: string | null; readonly labels: readonly string[]; readonly viewport: readonly [number, number]; readonly translated: boolean; readonly offline: boolean }
  /** Where the content box of an adopted child frame stands in this document's viewport. */
  | { readonly kind: 'frame'; readonly frame: string; readonly box: Box; readonly visible: boolean; readonly scroll: Box | null; readonly covered: boolean }
  | { readonly kind: 'notices'; readonly seen: readonly NoticeView[] }
  /** Only after the person has agreed, and only what `notice/gate.ts` lets through: the site's own words. */
  | { readonly kind: 'unexplained'; readonly texts: readonly string[] }
  /** Of a page that is not the site's (foreign.ts): it asks for a password or code, it bears the site's name. */
  | { readonly kind: 'foreign'; readonly secret: boolean; readonly named: boolean }
  /** A real person's pointer or key reached this document. */
  | { readonly kind: 'front' }
  /** A button of our own panel was pressed by a person. */
  | { readonly kind: 'action'; readonly action: PanelAction }
  /** A choice of the panel's help was pressed: an id that Python has offered. */
  | { readonly kind: 'choose'; readonly choice: string };

/** `hush`: Esc was pressed in a frame whose hint is drawn above it. */
export type PanelAction = 'stuck' | 'hide' | 'show' | 'larger' | 'different' | 'copied' | 'hush';

export type Order =
  /** Whether this document may draw the next-ring, and the states of the whole tab. */
  | { readonly kind: 'lead'; readonly may: boolean; readonly states: readonly string[] }
  /** Top document only. */
  | { readonly kind: 'panel'; readonly panel: PanelModel | null }
  /** Top document only: the bubble for the next target of a child frame; `rect` in that frame's viewport. */
  | { readonly kind: 'framed'; readonly framed: { readonly frame: string; readonly rect: Box; readonly clear: Box | null; readonly words: string; readonly tone: Tone } | null }
  /** The person agreed that unknown messages are translated by machine; and what came of it. */
  | { readonly kind: 'translate'; readonly may: boolean; readonly meanings: Readonly<Record<string, string>> }
  /** Top document only: the bar over a page that passes itself off as the site. */
  | { readonly kind: 'warning'; readonly warning: WarningModel | null }
  | { readonly kind: 'hidden'; readonly hidden: boolean }
  /** Top document only: put the present hint away. */
  | { readonly kind: 'hush' }
  /** Words to explain to a person who points at them; null for none. Nothing of it is reported. */
  | { readonly kind: 'lookup'; readonly words: readonly Word[] | null }
  /** The size of our own words. */
  | { readonly kind: 'scale'; readonly percent: number };

/** A text of the site, its meaning, and what it is for, which may be empty. */
export type Word = readonly [text: string, meaning: string, hint: string];

export type Tone = 'todo' | 'good' | 'bad';

export interface WarningModel {
  readonly title: string;
  readonly text: string;
  readonly close: string;
}

export interface PanelModel {
  /** The full-width first line: something is wrong with where the person is. */
  readonly banner: { readonly text: string; readonly tone: 'warn' | 'foreign' } | null;
  readonly badge: { readonly text: string; readonly tone: 'official' | 'practice' | 'foreign' };
  /** Progress in words and as `done` of `of` milestones. */
  readonly progress: { readonly text: string; readonly done: number; readonly of: number } | null;
  /** What to do now, in one or two sentences. */
  readonly sentence: string;
  /** How long a code has been waited for; changes every second and is not read out. */
  readonly clock: string | null;
  /** What the site says, why, and what to do. */
  readonly notice: { readonly title: string; readonly lines: readonly string[] } | null;
  /** How well the page is known. */
  readonly note: string;
  /** An empty one is not shown. */
  readonly buttons: Readonly<Record<'stuck' | 'hide' | 'show' | 'larger' | 'different' | 'back' | 'copy' | 'copied', string>>;
  /** Advice that the person has opened, or that is offered unasked (then without a way back and mostly without a title). */
  readonly help: PanelHelp | null;
}

export interface PanelHelp {
  readonly title: string;
  readonly lines: readonly string[];
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  /** Chinese sentences to paste elsewhere, with their meaning. */
  readonly copies: readonly { readonly zh: string; readonly meaning: string }[];
  /** Whether there is something to go back to: the choice `back`. */
  readonly back: boolean;
}
