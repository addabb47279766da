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
      // Words that could not be copied are the person's to select.
      const { clientX, clientY } = event as MouseEvent;
      if (!root.elementFromPoint(clientX, clientY)?.closest('.selectable')) event.preventDefault();
    }
    if (!isClick) return;
    const at = byKey ? root.activeElement : root.elementFromPoint(event.clientX, event.clientY);
    const button = at?.closest('button');
    if (button) onPress(button);
  };
}
