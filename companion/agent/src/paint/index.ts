/** The part of the agent that draws. */

export { Painter } from './painter';
export { EMPTY_SCENE } from './scene';
export type { Drawn, FramedMark, Mark, PainterOptions, Scene } from './scene';
