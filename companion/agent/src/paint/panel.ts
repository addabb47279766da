/** The small panel: where we are, what to do now, and the two buttons; a pill while the person has hidden the guide. */

import type { Box, PanelModel } from '../messages';
import { boxOf } from './box';
import { chooseCorner, type Corner, type Obstacles } from './corners';
import { ROOMY_HEIGHT, ROOMY_WIDTH } from './limits';
import { PanelParts } from './panelparts';

type Size = 'full' | 'compact' | 'pill';

export class Panel {
  private readonly parts = new PanelParts();
  readonly element = this.parts.element;
  isWanted = false;
  private corner: Corner = 'right-bottom';
  private size: Size = 'full';
  private hidden = false;
  /** What the present contents need in each size; forgotten when they change. */
  private needs: Partial<Record<Size, readonly [number, number]>> = {};
  private seen = '';

  constructor() {
    this.element.popover = 'manual';
    this.show(this.size, this.corner);
  }

  /** True when anything in it changed. */
  render(model: PanelModel | null, hidden: boolean): boolean {
    const key = JSON.stringify([model, hidden]);
    if (key === this.seen) return false;
    this.seen = key;
    this.needs = {};
    this.isWanted = model !== null;
    this.hidden = hidden;
    if (model) this.parts.write(model);
    return true;
  }

  get isOpen(): boolean {
    return this.element.isConnected && this.element.matches(':popover-open');
  }

  open(): void {
    this.close();
    this.element.showPopover();
  }

  close(): void {
    if (this.isOpen) this.element.hidePopover();
  }

  /** Change size or corner where the present ones cover what matters. True when it did. */
  settle(viewport: Box, obstacles: Obstacles, zoom: number): boolean {
    if (!this.isOpen) return false;
    const before = `${this.size} ${this.corner}`;
    const roomy = viewport[2] >= ROOMY_WIDTH * zoom && viewport[3] >= ROOMY_HEIGHT * zoom;
    const sizes: Size[] = this.hidden ? ['pill'] : roomy ? ['full', 'compact'] : ['compact'];
    for (const size of sizes) {
      const { corner, covered } = chooseCorner(this.corner, this.need(size), viewport, obstacles, zoom);
      if (covered > 0 && size !== sizes.at(-1)) continue;
      this.show(size, corner);
      break;
    }
    return before !== `${this.size} ${this.corner}`;
  }

  get box(): Box | null {
    return this.isOpen ? boxOf(this.element) : null;
  }

  /** The viewport changed: `40vh` is another height now. */
  forgetSizes(): void {
    this.needs = {};
  }

  private need(size: Size): readonly [number, number] {
    const known = this.needs[size];
    if (known) return known;
    this.element.dataset['size'] = size;
    const [, , width, height] = boxOf(this.element);
    this.element.dataset['size'] = this.size;
    this.needs[size] = [width, height];
    return [width, height];
  }

  private show(size: Size, corner: Corner): void {
    if (this.element.dataset['size'] !== size) this.element.dataset['size'] = size;
    if (this.element.dataset['corner'] !== corner) this.element.dataset['corner'] = corner;
    this.size = size;
    this.corner = corner;
  }
}
