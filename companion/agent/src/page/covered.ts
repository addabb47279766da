/** What stands in front of an element, as a pointer would find it. */

import { height, isEmpty, isInside, width, type Rect } from './box';
import type { Visibility } from './visible';
import { ancestorsOf, holds } from './walk';

/** Shares of the seen box at which it is tried: its centre first, then near its corners. */
const POINTS: readonly (readonly [x: number, y: number])[] = [[0.5, 0.5], [0.12, 0.2], [0.88, 0.2], [0.12, 0.8], [0.88, 0.8]];

/** Boxes this many steps around an element may hold the small parts drawn over it: icons, floating labels. */
const COMPOSITE_DEPTH = 3;

/** Share of the viewport that a fixed box must cover to be a mask over the whole page. */
const MASK = 0.95;

/** The topmost element at a point of the viewport, looking into shadow roots and past our own host. */
function topmost(document: Document, x: number, y: number, ours: string): Element | null {
  let hit = document.elementFromPoint(x, y);
  if (hit?.localName === ours) hit = document.elementsFromPoint(x, y).find((other) => other.localName !== ours) ?? null;
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** The layer that takes the whole page for itself: a modal dialog, or what stands in its mask. */
export function modalOf(document: Document, ours: string): Element | null {
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
  if (modal) return modal;
  const view = document.documentElement;
  const [right, bottom] = [view.clientWidth, document.defaultView?.innerHeight ?? 0];
  const corners = [[2, 2], [right - 3, 2], [2, bottom - 3], [right - 3, bottom - 3]] as const;
  const masks = corners.map(([x, y]) => maskAround(topmost(document, x, y, ours), right * bottom));
  const [first = null] = masks;
  return first && masks.filter((mask) => mask === first).length >= 3 ? first : null;
}

function maskAround(hit: Element | null, viewport: number): Element | null {
  let mask: Element | null = null;
  for (let up = hit; up; up = up.parentElement) {
    if (getComputedStyle(up).position !== 'fixed') continue;
    const box = up.getBoundingClientRect();
    if (width(box) * height(box) >= viewport * MASK) mask = up;
  }
  return mask;
}

/** Hit tests of one look at one document. */
export class Front {
  constructor(
    private readonly document: Document,
    private readonly visibility: Visibility,
    private readonly modal: () => Element | null,
    private readonly ours: string,
  ) {}

  /** Whether something else would take a press meant for the element; `control` is the native box behind it. */
  covers(element: Element, control: Element): boolean {
    if (element.closest('[inert]')) return true;
    const seen = this.visibility.inSight(element);
    if (isEmpty(seen)) return this.isBehindModal(element);
    const foreign = POINTS.map((point) => this.isForeign(this.at(seen, point), element, control));
    return Boolean(foreign[0]) && foreign.filter(Boolean).length > POINTS.length / 2;
  }

  private at(box: Rect, [x, y]: readonly [number, number]): Element | null {
    return topmost(this.document, box.left + width(box) * x, box.top + height(box) * y, this.ours);
  }

  private isForeign(hit: Element | null, element: Element, control: Element): boolean {
    if (!hit || holds(element, hit) || holds(hit, element) || holds(control, hit)) return false;
    const label = hit.closest('label');
    if (label && (label.control === control || label.contains(element))) return false;
    return !this.isPartOf(hit, element);
  }

  private isPartOf(hit: Element, element: Element): boolean {
    const around = [...ancestorsOf(element)].slice(0, COMPOSITE_DEPTH);
    return around.some((box) => holds(box, hit)) && isInside(this.visibility.box(hit), this.visibility.box(element));
  }

  /** Out of sight nothing can be hit; there only a mask over the whole page tells. */
  private isBehindModal(element: Element): boolean {
    const modal = this.modal();
    if (!modal || holds(modal, element)) return false;
    return ![element, ...ancestorsOf(element)].some((box) => !holds(box, modal) && isFloating(box));
  }
}

function isFloating(element: Element): boolean {
  return element.matches('dialog:modal, :popover-open') || getComputedStyle(element).position === 'fixed';
}
