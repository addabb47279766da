/** What a document is asked to draw, and what it has drawn. */

import type { Box, PanelAction, PanelModel, Tone, WarningModel } from '../messages';

export interface Mark {
  readonly target: string;
  readonly element: HTMLElement | SVGElement;
  /** What must stay uncovered with it: the whole track of a slider's handle. */
  readonly clear?: HTMLElement | null;
  /** `**bold**` is the only markup. */
  readonly words: string;
  readonly tone: Tone;
  /** A tag at the element that bears the ring, which asks for more room. */
  readonly isBesideRing?: boolean;
}

export interface FramedMark {
  /** The `<iframe>` the target lives in. */
  readonly owner: HTMLElement;
  /** In the child frame's viewport, as is `clear`. */
  readonly rect: Box;
  readonly clear?: Box | null;
  readonly words: string;
  readonly tone: Tone;
}

/** Words that are pointed at, and what they mean. */
export interface Gloss {
  readonly words: readonly { readonly word: string; readonly meaning: string; readonly hint: string }[];
  /** Where the pointer is, and all that may not be covered: a word may go over two lines. */
  readonly rect: Box;
  readonly keep: Box;
}

export interface Scene {
  readonly next: Mark | null;
  /** False in child frames: ring and labels only. */
  readonly bubble: boolean;
  readonly labels: readonly Mark[];
  readonly framed: FramedMark | null;
  readonly panel: PanelModel | null;
  /** The bar across the top. */
  readonly warning?: WarningModel | null;
  readonly hidden: boolean;
  readonly gloss?: Gloss | null;
  /** The size of our words in per cent. */
  readonly scale: number;
}

/** Boxes in CSS pixels of the viewport; null or missing for what is not on screen. */
export interface Drawn {
  /** The border box of the ring, which equals its target's; the outline stands outside it. */
  readonly ring: Box | null;
  readonly bubble: Box | null;
  readonly labels: Readonly<Record<string, Box>>;
  readonly panel: Box | null;
  /** The tag of a word that is pointed at. */
  readonly gloss?: Box;
}

export interface PainterOptions {
  readonly lang: string;
  /** A random custom element name. */
  readonly tag: string;
  /** A button was pressed by a person; `value` is the id of a choice. */
  onAction(action: PanelAction | 'choose' | 'dismiss', value: string): void;
}
