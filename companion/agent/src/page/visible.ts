/** Whether a person can see an element, or bring it into sight by scrolling. */

import { height, intersect, isEmpty, width, type Rect } from './box';
import { ancestorsOf, holds, parentOf } from './walk';

/** Sides below this, in CSS pixels, are the tricks of hidden text for screen readers, not things to press. */
const SMALLEST = 3;

/** Opacity, all boxes around multiplied, below which nothing is seen. */
const FAINTEST = 0.05;

/** An absolute box this high in the stack and, in CSS pixels, on the screen lies over the page. */
const LAYER_INDEX = 2;
const LAYER = 100;

/** What one box around an element does to what stands in it. */
interface Surround {
  readonly position: string;
  readonly opacity: number;
  readonly clips: boolean;
  readonly scrolls: boolean;
  /** Whether it holds fixed and absolute boxes as its own. */
  readonly anchors: boolean;
  /** Cut away by clip or clip-path. */
  readonly cut: boolean;
  /** Taken out for everybody who does not look: aria-hidden or inert. */
  readonly muted: boolean;
  /** Lies over the page as a layer of its own: a dialog, a fixed bar, an open list. */
  readonly floats: boolean;
}

/** Answers for one look at one document; remembers boxes and styles for that long only. */
export class Visibility {
  private readonly surrounds = new Map<Element, Surround>();
  private readonly boxes = new Map<Element, Rect>();
  private readonly layers = new Map<Element, Element | null>();
  private readonly answers = new Map<Element, boolean>();

  /** `modal`: what stands on top of the page and mutes the rest of it, if anything does. */
  constructor(private readonly document: Document, private readonly modal: () => Element | null) {}

  /** Things have moved, and nothing else: styles are still known. */
  moved(): void {
    this.boxes.clear();
    this.layers.clear();
    this.answers.clear();
  }

  box(element: Element): Rect {
    let box = this.boxes.get(element);
    if (!box) this.boxes.set(element, (box = element.getBoundingClientRect()));
    return box;
  }

  shows(element: Element): boolean {
    let answer = this.answers.get(element);
    if (answer === undefined) this.answers.set(element, (answer = this.judge(element, FAINTEST)));
    return answer;
  }

  /** As `shows`, were the element itself not transparent: a native box under a drawn one. */
  takesRoom(element: Element): boolean {
    return this.judge(element, 0);
  }

  /** The nearest layer over the page that the element stands on; null: the page itself. */
  layer(element: Element): Element | null {
    let layer = this.layers.get(element);
    if (layer === undefined) this.layers.set(element, (layer = this.findLayer(element)));
    return layer;
  }

  private findLayer(element: Element): Element | null {
    if (isPage(element)) return null;
    if (this.surround(element).floats && height(this.box(element)) >= LAYER) return element;
    const around = parentOf(element);
    return around && this.layer(around);
  }

  /** The part of the element's box that no box around it and no edge of the viewport cuts off. */
  inSight(element: Element): Rect {
    let { position } = this.surround(element);
    let left = this.box(element);
    for (const around of ancestorsOf(element)) {
      const frame = this.surround(around);
      if (isPage(around) || escapes(position, frame)) continue;
      if (frame.clips) left = intersect(left, this.box(around));
      position = frame.position;
    }
    const view = this.document.documentElement;
    return intersect(left, { left: 0, top: 0, right: view.clientWidth, bottom: this.document.defaultView?.innerHeight ?? 0 });
  }

  /** Whether it moves with the page's own scroll and with no other. */
  isOnPage(element: Element): boolean {
    for (const box of [element, ...ancestorsOf(element)]) {
      const { position, scrolls } = this.surround(box);
      if (position === 'fixed' || position === 'sticky' || (scrolls && box !== element && !isPage(box))) return false;
    }
    return true;
  }

  private judge(element: Element, faintest: number): boolean {
    const box = this.box(element);
    if (width(box) < SMALLEST || height(box) < SMALLEST) return false;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: faintest > 0 })) return false;
    const own = this.surround(element);
    if (own.cut || this.isMuted(element, own)) return false;
    return this.isReachable(element, own, box, faintest);
  }

  /** Walks outwards, keeping the part of the box that is left and the boxes that can be scrolled. */
  private isReachable(element: Element, own: Surround, box: Rect, faintest: number): boolean {
    let { position } = own;
    let opacity = faintest > 0 ? own.opacity : 1;
    let left = box;
    let fixed = position === 'fixed';
    for (const around of ancestorsOf(element)) {
      const frame = this.surround(around);
      opacity *= frame.opacity;
      if (frame.cut || opacity < faintest || this.isMuted(around, frame)) return false;
      if (isPage(around) || escapes(position, frame)) continue;
      if (frame.clips) {
        const frameBox = this.box(around);
        left = intersect(left, frameBox);
        // What a scroller cuts off can be scrolled to, if the scroller itself can be reached.
        if (isEmpty(left) && !frame.scrolls) return false;
        if (isEmpty(left)) left = frameBox;
      }
      position = frame.position;
      fixed ||= position === 'fixed';
    }
    return this.isOnCanvas(left, fixed);
  }

  /** Nothing left of or above the page's origin can be scrolled to; a fixed box cannot be scrolled at all. */
  private isOnCanvas(box: Rect, fixed: boolean): boolean {
    const view = this.document.defaultView;
    if (!view) return false;
    if (fixed) return box.right > 0 && box.bottom > 0 && box.left < view.innerWidth && box.top < view.innerHeight;
    const page = this.document.scrollingElement ?? this.document.documentElement;
    const right = Math.max(page.scrollWidth, view.innerWidth);
    return box.right + view.scrollX > 0 && box.bottom + view.scrollY > 0 && box.left + view.scrollX < right;
  }

  /** Behind a modal layer the whole page is muted and yet seen; elsewhere muted means not meant for a person. */
  private isMuted(element: Element, surround: Surround): boolean {
    if (!surround.muted) return false;
    const modal = this.modal();
    return modal === null || holds(modal, element);
  }

  private surround(element: Element): Surround {
    let surround = this.surrounds.get(element);
    if (!surround) this.surrounds.set(element, (surround = read(element)));
    return surround;
  }
}

function read(element: Element): Surround {
  const style = getComputedStyle(element);
  const overflow = `${style.overflowX} ${style.overflowY}`;
  const boxed = style.display !== 'contents' && style.display !== 'inline';
  return {
    position: style.position,
    opacity: Number(style.opacity),
    clips: boxed && overflow !== 'visible visible',
    scrolls: /auto|scroll/.test(overflow),
    anchors: style.transform !== 'none' || style.filter !== 'none' || style.contain.includes('paint'),
    cut: isCut(style),
    floats: style.position === 'fixed' || element.matches('dialog, [role=dialog]') ||
      (style.position === 'absolute' && Number(style.zIndex) >= LAYER_INDEX),
    muted: element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert'),
  };
}

/** The two idioms for text only screen readers get: `clip: rect(0 0 0 0)` and `clip-path: inset(50%)`. */
function isCut(style: CSSStyleDeclaration): boolean {
  const nothing = /^inset\((50|100)%|^circle\(0(px|%)?\s*(at|\))/.test(style.clipPath);
  const sides = style.clip.match(/-?[\d.]+(?=px)/g)?.map(Number) ?? [];
  const [top = 0, right = 1, bottom = 1, left = 0] = sides;
  return nothing || (sides.length === 4 && (right - left <= 1 || bottom - top <= 1));
}

/** A box out of the flow is not clipped by boxes that do not hold it. */
function escapes(position: string, around: Surround): boolean {
  if (around.anchors) return false;
  return position === 'fixed' || (position === 'absolute' && around.position === 'static');
}

/** The page's own overflow belongs to the viewport. */
function isPage(element: Element): boolean {
  return element === element.ownerDocument.body || element === element.ownerDocument.documentElement;
}
