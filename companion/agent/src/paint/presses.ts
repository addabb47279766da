/**
 * A person's presses on our own panel, caught at the window before the page sees them.
 *
 * The page's click-outside handlers must not fire, and the field being filled keeps focus, caret and composition.
 * A press that began on the page is left alone wherever it ends: the slider may be dragged across the panel.
 */

import type { Host } from './host';

const BEGINNINGS = ['pointerdown', 'mousedown', 'touchstart'];
export const PRESSES = [
  ...BEGINNINGS, 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu', 'touchend',
  'keydown', 'keypress', 'keyup',
];

/** Takes each of these events; `host` from when there is one. */
export function pressCatcher(host: () => Host | undefined, onPress: (button: HTMLButtonElement) => void): (event: Event) => void {
  let beganHere = false;
  /** The button that the press began on, and where it was then: it may move before the finger is up. */
  let aimed: { readonly button: HTMLButtonElement; readonly at: DOMRect } | null = null;

  return (event) => {
    const { element, root } = host() ?? {};
    if (!root || !event.isTrusted) return;
    const { type } = event;
    const isHere = event.target === element;
    if (BEGINNINGS.includes(type)) beganHere = isHere;
    const isClick = event instanceof MouseEvent && type === 'click';
    const byKey = event instanceof KeyboardEvent || (isClick && event.detail === 0);
    if (!isHere || !(beganHere || byKey)) return;
    event.stopImmediatePropagation();
    if (type === 'pointerdown' || type === 'mousedown') {
      const { clientX, clientY } = event as MouseEvent;
      const under = root.elementFromPoint(clientX, clientY);
      // Words that could not be copied are the person's to select.
      if (!under?.closest('.selectable')) event.preventDefault();
      const button = under?.closest('button');
      if (type === 'pointerdown') aimed = button ? { button, at: button.getBoundingClientRect() } : null;
    }
    if (!isClick) return;
    const button = byKey ? root.activeElement?.closest('button') : aimed && meant(aimed, event);
    if (button) onPress(button);
  };
}

/** Its button, unless the person has gone off it to let go elsewhere. */
function meant({ button, at }: { readonly button: HTMLButtonElement; readonly at: DOMRect }, { clientX: x, clientY: y }: MouseEvent) {
  const isOver = at.left <= x && x <= at.right && at.top <= y && y <= at.bottom;
  return isOver && button.isConnected ? button : null;
}
