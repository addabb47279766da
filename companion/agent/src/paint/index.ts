/** The part of the agent that draws. */

export { Painter } from './painter';
export type { Drawn, FramedMark, Mark, PainterOptions, Scene } from './scene';
