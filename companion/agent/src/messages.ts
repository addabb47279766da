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
  readonly rect: Box;
  /** False while scrolled or clipped out of sight. */
  readonly visible: boolean;
  /** The scroller to use to bring it into sight, when it is not visible. */
  readonly scroll: Box | null;
  /** What must stay free besides the element itself: a slider's whole track. */
  readonly clear: Box | null;
}

export type Report =
  /** `wants`: what would be next here; it is drawn only in the frame that holds the tab's lead. */
  | { readonly kind: 'view'; readonly states: readonly string[]; readonly targets: readonly TargetView[]; readonly wants: string | null; readonly labels: readonly string[]; readonly viewport: readonly [number, number] }
  /** Where the content box of an adopted child frame stands in this document's viewport. */
  | { readonly kind: 'frame'; readonly frame: string; readonly box: Box; readonly visible: boolean; readonly scroll: Box | null; readonly covered: boolean }
  /** A real person's pointer or key reached this document. */
  | { readonly kind: 'front' }
  /** A button of our own panel was pressed by a person. */
  | { readonly kind: 'action'; readonly action: PanelAction };

export type PanelAction = 'stuck' | 'hide' | 'show';

export type Order =
  /** Whether this document may draw the next-ring, and the states of the whole tab. */
  | { readonly kind: 'lead'; readonly may: boolean; readonly states: readonly string[] }
  /** Top document only. */
  | { readonly kind: 'panel'; readonly panel: PanelModel | null }
  /** Top document only: the bubble for the next target of a child frame; `rect` in that frame's viewport. */
  | { readonly kind: 'framed'; readonly framed: { readonly frame: string; readonly rect: Box; readonly clear: Box | null; readonly words: string; readonly tone: Tone } | null }
  | { readonly kind: 'hidden'; readonly hidden: boolean };

export type Tone = 'todo' | 'good' | 'bad';

export interface PanelModel {
  readonly badge: { readonly text: string; readonly tone: 'official' | 'practice' | 'foreign' };
  /** Progress in words and as `done` of `of` milestones. */
  readonly progress: { readonly text: string; readonly done: number; readonly of: number } | null;
  /** What to do now, in one or two sentences. */
  readonly sentence: string;
  /** How well the page is known. */
  readonly note: string;
  readonly buttons: { readonly stuck: string; readonly hide: string; readonly show: string };
  /** Advice opened by the "stuck" button. */
  readonly help: { readonly title: string; readonly lines: readonly string[] } | null;
}
