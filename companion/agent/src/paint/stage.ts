/** Everything that can be drawn, kept where it belongs: all is read first, then all is written. */

import type { Box } from '../messages';
import { placeBubble } from './beside';
import { boxOf, inflate } from './box';
import { createHost, type Host } from './host';
import { HALO } from './limits';
import { createPanel } from './panel';
import { Pin } from './pin';
import type { Popover } from './popover';
import type { Drawn, FramedMark, Mark, PainterOptions, Scene } from './scene';
import { createTags } from './tags';

/** The next target's key; labels go by their targets. */
const NEXT = '';

export interface Stage {
  readonly host: Host;
  /** What is to be seen now. */
  popovers(): Popover[];
  /** Take over a scene's contents; returns the elements it hangs on. */
  write(scene: Scene): Element[];
  /** The page may have changed under our tags. */
  spoil(): void;
  /** Open what is wanted; `all` raises everything to the top of the top layer. */
  open(all: boolean): void;
  /** True when something stands elsewhere than in the last frame. */
  settle(): boolean;
  drawn(): Drawn;
}

export function createStage({ tag, lang }: PainterOptions): Stage {
  const host = createHost(tag, lang);
  const panel = createPanel();
  const tags = createTags();
  const pins = new Map<string, Pin>();
  let hasBubble = false;
  let hasPanel = false;
  let known = '';
  host.root.append(panel.popover.element);

  const popovers = (): Popover[] => (hasPanel ? [...pins.values(), panel.popover] : [...pins.values()]);

  function write({ next, framed, labels, bubble, panel: model, hidden }: Scene): Element[] {
    const marks = new Map<string, Mark | FramedMark>();
    const main = next ?? framed;
    for (const mark of labels) if (mark.element !== next?.element) marks.set(mark.target, mark);
    if (main) marks.set(NEXT, main);
    if (hidden) marks.clear();
    for (const [key, { element }] of pins) if (!marks.has(key) && pins.delete(key)) element.remove();
    for (const [key, mark] of marks) {
      const pin = pins.get(key) ?? new Pin(key === NEXT);
      if (!pins.has(key)) host.root.append(pin.element);
      pins.set(key, pin);
      pin.aim(mark);
    }
    panel.render(model, hidden);
    hasBubble = bubble;
    hasPanel = model !== null;
    return [...pins.values()].map(({ anchor }) => anchor);
  }

  function open(all: boolean): void {
    const closed = popovers().filter((popover) => all || popover.isStale || !popover.isOpen);
    // Unseen meanwhile: one by one, each would cost a layout (100 rings: 50 ms instead of 2 s, measured).
    for (const { element } of closed) element.style.display = 'none';
    for (const popover of closed) popover.open();
    for (const { element } of closed) element.style.display = '';
  }

  function settle(): boolean {
    const zoom = (host.element as { currentCSSZoom?: number }).currentCSSZoom || 1;
    // Without scroll bars; in quirks mode the body carries its size.
    const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
    const viewport: Box = [0, 0, clientWidth, clientHeight];
    const next = pins.get(NEXT);
    const labels = [...pins.values()].filter((pin) => pin !== next);
    for (const pin of pins.values()) pin.read();
    const fields = labels.flatMap(({ spot }) => (spot ? [spot.keep] : []));
    const hard: Box[] = [];
    if (next) {
      next.place = next.spot && hasBubble && next.isSeen
        ? placeBubble(next.spot, next.place?.side, fields, viewport, zoom) : null;
      if (next.spot) hard.push(inflate(next.spot.keep, HALO * zoom), ...next.said);
    }
    const layout = JSON.stringify([viewport, fields, hard]);
    const moved = layout !== known;
    known = layout;
    const isPlacing = tags.place(labels, [...fields, ...hard], viewport, zoom, moved);

    for (const pin of pins.values()) pin.settle(zoom);
    const soft = [...fields, ...labels.flatMap(({ said }) => said)];
    if (hasPanel) panel.settle(hard, soft, viewport, zoom);
    for (const pin of pins.values()) pin.check();
    return moved || isPlacing || popovers().some(({ isStale }) => isStale);
  }

  function drawn(): Drawn {
    const seen = [...pins].filter(([, pin]) => pin.isSeen);
    const next = seen.find(([key]) => key === NEXT)?.[1];
    const said = seen.filter(([, { place }]) => place).map(([key, { speech }]) => [key, boxOf(speech)] as const);
    const { [NEXT]: bubble = null, ...labels } = Object.fromEntries(said);
    return {
      ring: next && !next.isFramed ? boxOf(next.element) : null,
      bubble,
      labels,
      panel: panel.popover.isOpen ? boxOf(panel.popover.element) : null,
    };
  }

  return { host, popovers, write, spoil: tags.spoil, open, settle, drawn };
}
