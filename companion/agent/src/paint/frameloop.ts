/** Runs one step a frame while something moves, and sleeps as soon as nothing does. */

import { STILL_FRAMES } from './limits';

/** `step` tells whether anything moved since the last frame. Returns what wakes the loop. */
export function frameLoop(step: () => boolean): () => void {
  let request = 0;
  let still = 0;

  function ask(): void {
    request ||= requestAnimationFrame(() => {
      request = 0;
      still = step() ? 0 : still + 1;
      if (still < STILL_FRAMES) ask();
    });
  }

  return () => {
    still = 0;
    ask();
  };
}
