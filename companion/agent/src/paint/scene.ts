/** What a document is asked to draw, and what it has drawn. */

import type { Box, PanelAction, PanelModel, Tone } from '../messages';

export interface Mark {
  readonly target: string;
  readonly element: HTMLElement | SVGElement;
  /** What must stay uncovered with it: the whole track of a slider's handle. */
  readonly clear?: HTMLElement | null;
  /** `**bold**` is the only markup. */
  readonly words: string;
  readonly tone: Tone;
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

export interface Scene {
  readonly next: Mark | null;
  /** False in child frames: ring and labels only. */
  readonly bubble: boolean;
  readonly labels: readonly Mark[];
  readonly framed: FramedMark | null;
  readonly panel: PanelModel | null;
  readonly hidden: boolean;
}

/** Boxes in CSS pixels of the viewport; null or missing for what is not on screen. */
export interface Drawn {
  /** The border box of the ring, which equals its target's; the outline stands outside it. */
  readonly ring: Box | null;
  readonly bubble: Box | null;
  readonly labels: Readonly<Record<string, Box>>;
  readonly panel: Box | null;
}

export interface PainterOptions {
  readonly lang: string;
  /** A random custom element name. */
  readonly tag: string;
  onAction(action: PanelAction): void;
}
