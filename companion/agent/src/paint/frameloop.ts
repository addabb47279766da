/** Runs one step a frame while something moves, and sleeps as soon as nothing does. */

import { STILL_FRAMES } from './limits';

export class FrameLoop {
  private request = 0;
  private still = 0;

  /** `step` tells whether anything moved since the last frame. */
  constructor(private readonly step: () => boolean) {}

  wake(): void {
    this.still = 0;
    this.request ||= requestAnimationFrame(this.run);
  }

  stop(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
  }

  private readonly run = (): void => {
    this.request = 0;
    this.still = this.step() ? 0 : this.still + 1;
    if (this.still < STILL_FRAMES) this.request ||= requestAnimationFrame(this.run);
  };
}
