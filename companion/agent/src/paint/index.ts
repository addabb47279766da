/** The part of the agent that draws. */

export { Painter } from './painter';
export type { Drawn, FramedMark, Gloss, Mark, PainterOptions, Scene } from './scene';
