/** Where an element stands in its document's viewport, and what to scroll when it is out of sight. */

import type { Box } from '../messages';

export interface Place {
  readonly rect: Box;
  readonly visible: boolean;
  readonly scroll: Box | null;
}

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** All figures in CSS pixels of the document's viewport; an element is visible when its centre is. */
export function place(element: Element): Place {
  const rect = element.getBoundingClientRect();
  const x = rect.left + rect.width / 2;
  const y = rect.top + rect.height / 2;
  let visible = true;
  let scroll: Box | null = null;
  for (const { edges, scrolls } of clips(element)) {
    if (x >= edges.left && x <= edges.right && y >= edges.top && y <= edges.bottom) continue;
    visible = false;
    // The innermost scroller comes first, unless it is itself out of sight.
    const part = box(edges);
    if (scrolls && !scroll && part[2] > 0 && part[3] > 0) scroll = part;
  }
  return { rect: boxOf(rect), visible, scroll };
}

/** Everything that may hide a part of the element: its scrollers from inside out, then the viewport. */
function* clips(element: Element): Generator<{ edges: Edges; scrolls: boolean }> {
  const document = element.ownerDocument;
  const view = document.defaultView;
  let position = view?.getComputedStyle(element).position ?? '';
  for (let box = parentOf(element); box && box !== document.documentElement; box = parentOf(box)) {
    if (position === 'fixed') break;
    const style = view?.getComputedStyle(box);
    if (!style) break;
    const clipping = `${style.overflowX} ${style.overflowY}`;
    if (/auto|scroll|hidden|clip/.test(clipping) && box !== document.body && style.display !== 'contents') {
      yield { edges: edges(box), scrolls: /auto|scroll/.test(clipping) };
    }
    if (style.position !== 'static') position = style.position;
  }
  const width = document.documentElement.clientWidth || (view?.innerWidth ?? 0);
  const height = view?.innerHeight ?? document.documentElement.clientHeight;
  yield { edges: { left: 0, top: 0, right: width, bottom: height }, scrolls: true };
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function edges(element: Element): Edges {
  const rect = element.getBoundingClientRect();
  const left = rect.left + element.clientLeft;
  const top = rect.top + element.clientTop;
  return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
}

/** The visible part of a scroller: a wheel over its centre must reach it. */
function box(area: Edges): Box {
  const left = Math.max(0, area.left);
  const top = Math.max(0, area.top);
  const right = Math.max(left, Math.min(window.innerWidth, area.right));
  const bottom = Math.max(top, Math.min(window.innerHeight, area.bottom));
  return [round(left), round(top), round(right - left), round(bottom - top)];
}

/** The box a handle slides in: the nearest one around it that is a good deal longer and hardly higher. */
export function trackOf(handle: HTMLElement): HTMLElement | null {
  const { width, height } = handle.getBoundingClientRect();
  for (let box = handle.parentElement; box; box = box.parentElement) {
    const around = box.getBoundingClientRect();
    if (around.height > 3 * height) return null;
    if (around.width >= 3 * width) return box;
  }
  return null;
}

export function boxOf(rect: DOMRect): Box {
  return [round(rect.left), round(rect.top), round(rect.width), round(rect.height)];
}

/** A tenth of a CSS pixel is finer than any pointer. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Whether most of what is in sight of a frame lies under something else, such as a dialog of its parent. */
export function isCovered(owner: Element, ours: string): boolean {
  const { left, top, right, bottom } = owner.getBoundingClientRect();
  const [x, y] = [Math.max(0, left), Math.max(0, top)];
  const [width, height] = [Math.min(innerWidth, right) - x, Math.min(innerHeight, bottom) - y];
  if (width <= 0 || height <= 0) return false;
  const misses = [[0.5, 0.5], [0.2, 0.2], [0.8, 0.2], [0.2, 0.8], [0.8, 0.8]].filter(([across = 0, down = 0]) => {
    const hits = document.elementsFromPoint(x + across * width, y + down * height);
    const hit = hits.find((element) => element.localName !== ours);
    return hit !== undefined && hit !== owner && !hit.contains(owner) && !hit.shadowRoot;
  });
  return misses.length >= 3;
}

/** The content box of a frame owner: where its document's viewport starts, border and padding inside. */
export function contentBox(owner: HTMLElement): Box {
  const rect = owner.getBoundingClientRect();
  const style = getComputedStyle(owner);
  const [left, top] = [parseFloat(style.paddingLeft), parseFloat(style.paddingTop)];
  return [
    round(rect.left + owner.clientLeft + left),
    round(rect.top + owner.clientTop + top),
    round(owner.clientWidth - left - parseFloat(style.paddingRight)),
    round(owner.clientHeight - top - parseFloat(style.paddingBottom)),
  ];
}
