/** Everything that can be drawn, kept where it belongs: all is read first, then all is written. */

import type { Box } from '../messages';
import { boxOf, inflate, isEmpty, overlap, viewportOf } from './box';
import { Bubble } from './bubble';
import type { Host } from './host';
import { Labels } from './labels';
import { RING_OFFSET, RING_WIDTH } from './limits';
import { Panel } from './panel';
import type { Pin } from './pin';
import { Ring } from './ring';
import type { Drawn, Scene } from './scene';
import { Sieve } from './sieve';

export class Stage {
  private readonly ring = new Ring();
  private readonly bubble = new Bubble();
  private readonly labels = new Labels();
  private readonly panel = new Panel();
  private viewport = '';
  private layout = '';
  private arrangement = '';
  private readonly sieve: Sieve;

  constructor(private readonly document: Document, private readonly host: Host) {
    this.sieve = new Sieve(document);
    host.layer.append(this.ring.pin.element, this.bubble.pin.element, this.panel.element);
  }

  /** Take over a scene's contents; returns the elements it hangs on. */
  write(scene: Scene): Element[] {
    const next = scene.hidden ? null : scene.next;
    const framed = scene.hidden || next ? null : scene.framed;
    const labels = scene.hidden ? [] : scene.labels.filter(({ element }) => element !== next?.element);
    this.ring.aim(next, framed);
    this.bubble.say(scene.bubble ? next ?? framed : null);
    if (this.labels.sync(labels, this.host.layer)) this.layout = this.arrangement = '';
    this.panel.render(scene.panel, scene.hidden);
    const main = next?.element ?? framed?.owner;
    return [...(main ? [main] : []), ...labels.map(({ element }) => element)];
  }

  get isEmpty(): boolean {
    return !this.ring.isWanted && this.labels.pins.length === 0 && !this.panel.isWanted;
  }

  /** Whether something wanted is not showing. */
  get isBroken(): boolean {
    return this.stalePins(false).length > 0 || (this.panel.isWanted && !this.panel.isOpen);
  }

  /** The page may have changed under our tags. */
  mayBeCovering(): void {
    this.sieve.spoil();
  }

  /** Open what is wanted, close the rest; `all` raises everything to the top of the top layer. */
  open(all: boolean): void {
    if (!this.ring.isWanted) this.ring.pin.close();
    if (!this.bubble.isWanted) this.bubble.pin.close();
    if (!this.panel.isWanted) this.panel.close();
    const pins = this.stalePins(all);
    const panels = this.panel.isWanted && (all || pins.length > 0 || !this.panel.isOpen) ? [this.panel] : [];
    if (pins.length + panels.length > 0) this.openTogether([...pins, ...panels]);
  }

  /** True when something stands elsewhere than in the last frame. */
  settle(): boolean {
    const { zoom } = this.host;
    const viewport = viewportOf(this.document);
    const target = this.ring.isWanted ? this.ring.expected() : null;
    const seen = target !== null && !isEmpty(this.ring.visible(target));
    this.labels.read();
    const bubble = this.bubble.place(target, seen, { viewport, avoid: this.labels.fields, zoom });
    const moved = this.note(target, bubble, viewport);
    const hard = [...(target ? [inflate(target, (RING_OFFSET + RING_WIDTH) * zoom)] : []), ...(bubble ? [bubble] : [])];
    if (this.mustArrange(target, bubble, viewport)) {
      this.sieve.begin(performance.now());
      this.labels.place(hard, viewport[2], zoom, this.sieve);
    }

    this.ring.settle(target, zoom);
    this.bubble.settle(target, zoom);
    this.labels.settle(zoom);
    const turned = this.panel.settle(viewport, { hard, soft: [...this.labels.fields, ...this.labels.tags] }, zoom);
    return moved || turned || this.sieve.isUnfinished;
  }

  /** Boxes that have lost their anchor. */
  strays(): Pin[] {
    const target = this.ring.isWanted ? this.ring.expected() : null;
    if (!target) return this.labels.strays();
    const { ring, bubble } = this;
    const strays = this.labels.strays();
    if (ring.pin.strays(target)) strays.push(ring.pin);
    else if (bubble.box && bubble.pin.strays(bubble.box)) strays.push(bubble.pin);
    return strays;
  }

  drawn(): Drawn {
    const target = this.ring.isWanted ? this.ring.expected() : null;
    const seen = target !== null && this.ring.pin.isShown && !isEmpty(this.ring.visible(target));
    return {
      ring: seen && !this.ring.isVeil ? boxOf(this.ring.pin.element) : null,
      bubble: seen && this.bubble.pin.isShown ? boxOf(this.bubble.pin.element) : null,
      labels: this.labels.drawn(),
      panel: this.panel.box,
    };
  }

  /** In the order of the top layer: an anchor has to enter it before the box that hangs on it. */
  private stalePins(all: boolean): Pin[] {
    const { ring, bubble, labels } = this;
    const chained = ring.isWanted && ring.pin.isStale;
    const pins = [...(ring.isWanted ? [ring.pin] : []), ...labels.pins, ...(bubble.isWanted ? [bubble.pin] : [])];
    return pins.filter((pin) => all || pin.isStale || (chained && pin === bubble.pin));
  }

  /** Under a hidden parent: one by one, each would cost a layout (100 rings: 50 ms instead of 2 s, measured). */
  private openTogether(popovers: readonly { open(): void }[]): void {
    const { style } = this.host.layer;
    style.setProperty('display', 'none');
    for (const popover of popovers) popover.open();
    style.removeProperty('display');
  }

  private note(target: Box | null, bubble: Box | null, viewport: Box): boolean {
    const size = JSON.stringify(viewport);
    if (size !== this.viewport) this.panel.forgetSizes();
    this.viewport = size;
    const layout = JSON.stringify([target, bubble, this.labels.fields, viewport]);
    const moved = layout !== this.layout;
    this.layout = layout;
    return moved;
  }

  /** Tags keep their sides while everything only scrolls together. */
  private mustArrange(target: Box | null, bubble: Box | null, viewport: Box): boolean {
    const boxes = [target, bubble, ...this.labels.fields];
    const origin = this.labels.fields[0] ?? [0, 0];
    const arrangement = JSON.stringify([viewport[2], ...boxes.map((box) => box && [
      Math.round(box[0] - origin[0]), Math.round(box[1] - origin[1]), box[2], box[3], overlap(box, viewport) > 0,
    ])]);
    const moved = arrangement !== this.arrangement;
    if (moved) this.sieve.clear();
    this.arrangement = arrangement;
    return moved || this.sieve.isDue(performance.now());
  }
}
