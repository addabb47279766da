/** Everything that can be drawn, kept where it belongs: all is read first, then all is written. */

import type { Box } from '../messages';
import { Visibility } from '../page/visible';
import { createBar } from './bar';
import { placeBubble } from './beside';
import { boxOf, inflate, overlap } from './box';
import { createGloss } from './gloss';
import { createHost, type Host } from './host';
import { HALO } from './limits';
import { Nearby } from './nearby';
import { createPanel } from './panel';
import { Pin } from './pin';
import type { Popover } from './popover';
import type { Drawn, FramedMark, Mark, PainterOptions, Scene } from './scene';
import { createTags } from './tags';

/** The key of what is next in a frame below; all else goes by its target. */
const FRAMED = '';
/** A second pin at the next target, for a tag of its own. */
const BESIDE = '+';

export interface Stage {
  readonly host: Host;
  /** What is to be seen now. */
  popovers(): Popover[];
  /** Take over a scene's contents; true when anything is other than before. */
  write(scene: Scene): boolean;
  /** The elements that the marks hang on. */
  anchors(): Element[];
  /** The page may have changed: its styles, and what stands under our tags. */
  spoil(): void;
  /** Open what is wanted; `all` raises everything to the top of the top layer. */
  open(all: boolean): void;
  /** Something may stand elsewhere, or be cut off, without its targets having moved. */
  stir(): void;
  /** True when something stands elsewhere than in the last frame. */
  settle(): boolean;
  drawn(): Drawn;
}

export function createStage({ tag, lang }: PainterOptions): Stage {
  const host = createHost(tag, lang);
  const panel = createPanel();
  const bar = createBar();
  const tags = createTags();
  const gloss = createGloss();
  const nearby = new Nearby();
  const pins = new Map<string, Pin>();
  let hasBubble = false;
  let hasPanel = false;
  let sight = new Visibility(document, () => null);
  let nextKey = FRAMED;
  let known = '';
  /** How the targets stood when all was where it belongs; empty while it may not be. */
  let rest = '';
  let written = '';
  host.root.append(panel.popover.element, gloss.popover.element, bar.popover.element);

  const popovers = (): Popover[] => [
    ...pins.values(), ...(hasPanel ? [panel.popover] : []), ...(gloss.isShown ? [gloss.popover] : []),
    ...(bar.isShown ? [bar.popover] : []),
  ];

  function write(scene: Scene): boolean {
    const { scale, next, framed, labels, bubble, panel: model, hidden, gloss: pointed = null } = scene;
    const marks = new Map<string, Mark | FramedMark>();
    const main = next ?? framed;
    for (const mark of labels) {
      if (mark.isBesideRing) marks.set(mark.target + BESIDE, mark);
      else if (mark.element !== next?.element) marks.set(mark.target, mark);
    }
    nextKey = next?.target ?? FRAMED;
    if (main) marks.set(nextKey, main);
    if (hidden) marks.clear();
    const around = JSON.stringify([scale, bubble, model, hidden]);
    let isChanged = around !== written;
    written = around;
    for (const [key, { element }] of pins) {
      if (marks.has(key)) continue;
      pins.delete(key);
      element.remove();
      isChanged = true;
    }
    for (const [key, mark] of marks) {
      const pin = pins.get(key) ?? new Pin();
      if (!pins.has(key)) host.root.append(pin.element);
      pins.set(key, pin);
      if (pin.aim(mark, mark === main)) isChanged = true;
      pin.hold(sight);
    }
    host.scale(scale);
    panel.render(model, hidden);
    if (bar.render(scene.warning ?? null)) isChanged = true;
    if (gloss.render(hidden ? null : pointed)) isChanged = true;
    hasBubble = bubble;
    hasPanel = model !== null;
    if (isChanged) stir();
    return isChanged;
  }

  function open(all: boolean): void {
    const closed = popovers().filter((popover) => all || popover.isStale || !popover.isOpen);
    // Unseen meanwhile: one by one, each would cost a layout (100 rings: 50 ms instead of 2 s, measured).
    for (const { element } of closed) element.style.display = 'none';
    for (const popover of closed) popover.open();
    for (const { element } of closed) element.style.display = '';
    if (closed.length) stir();
  }

  function settle(): boolean {
    const zoom = (host.element as { currentCSSZoom?: number }).currentCSSZoom || 1;
    // Without scroll bars; in quirks mode the body carries its size.
    const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
    const viewport: Box = [0, 0, clientWidth, clientHeight];
    const stands = JSON.stringify([viewport, zoom, anchors().map(boxOf)]);
    if (stands === rest) {
      for (const pin of pins.values()) pin.check();
      return popovers().some(({ isStale }) => isStale);
    }
    const next = pins.get(nextKey);
    const labels = [...pins.values()].filter((pin) => pin !== next);
    sight.moved();
    for (const pin of pins.values()) pin.read(sight);
    const fields = labels.flatMap(({ spot }) => (spot ? [spot.keep] : []));
    const hard: Box[] = [];
    if (next) {
      next.place = next.spot && hasBubble && next.isSeen
        ? placeBubble(next.spot, next.place?.side, [...fields, ...nearby.boxes(next.anchor)], viewport, zoom) : null;
      if (next.spot) hard.push(inflate(next.spot.keep, HALO * zoom), ...next.said);
    }
    const warned = bar.box();
    if (warned) hard.push(warned);
    const layout = JSON.stringify([viewport, fields, hard]);
    const moved = layout !== known;
    known = layout;
    const isPlacing = tags.place(labels, [...fields, ...hard], viewport, zoom, moved);

    const soft = [...fields, ...labels.flatMap(({ said }) => said)];
    const isSaid = Boolean(next?.place);
    const under = hasPanel ? [panel.settle({ hard, fields, tags: labels.flatMap(({ said }) => said), isSaid }, viewport, zoom)] : [];
    gloss.settle(hard, soft, viewport, zoom);
    // A tag would lie on the panel's words: the top layer keeps the order in which its boxes were opened.
    for (const pin of pins.values()) pin.settle(zoom, pin !== next && pin.said.some((box) => overlap(box, under) > 0));
    rest = moved || isPlacing ? '' : stands;
    return moved || isPlacing || popovers().some(({ isStale }) => isStale);
  }

  function drawn(): Drawn {
    const seen = [...pins].filter(([, pin]) => pin.isSeen);
    const next = seen.find(([key]) => key === nextKey)?.[1];
    const said = seen.filter(([, pin]) => pin.place && pin !== next);
    return {
      ring: next && !next.isFramed ? boxOf(next.element) : null,
      bubble: next?.place ? boxOf(next.speech) : null,
      labels: Object.fromEntries(said.map(([key, { speech }]) => [key.replace(BESIDE, ''), boxOf(speech)])),
      panel: panel.popover.isOpen ? boxOf(panel.popover.element) : null,
      ...(gloss.isShown && { gloss: boxOf(gloss.popover.element) }),
    };
  }

  function spoil(): void {
    sight = new Visibility(document, () => null);
    for (const pin of pins.values()) pin.hold(sight);
    tags.spoil();
    nearby.spoil();
    stir();
  }

  function stir(): void {
    rest = '';
  }

  const anchors = (): Element[] => [...pins.values()].map(({ anchor }) => anchor);

  return { host, popovers, write, anchors, spoil, stir, open, settle, drawn };
}
