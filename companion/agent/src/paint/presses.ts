/**
 * A person's presses on our own panel, caught at the window before the page sees them.
 *
 * The page's click-outside handlers must not fire, and the field being filled keeps focus, caret and composition.
 * A press that began on the page is left alone wherever it ends: the slider may be dragged across the panel.
 */

import type { PanelAction } from '../messages';
import type { Host } from './host';

const POINTER = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'] as const;
/** Passive: others would make every scroll by touch wait for us. */
const TOUCH = ['touchstart', 'touchend'] as const;
const KEYS = ['keydown', 'keypress', 'keyup'] as const;
const BEGINNINGS: ReadonlySet<string> = new Set(['pointerdown', 'mousedown', 'touchstart']);
const FOCUSING: ReadonlySet<string> = new Set(['pointerdown', 'mousedown']);

export class Presses {
  private beganHere = false;

  /** `host` is null until something has been drawn. */
  constructor(private readonly host: () => Host | null, private readonly onAction: (action: PanelAction) => void) {}

  /** Idempotent, to be called again after `document.open()`, which drops every listener. */
  listen(): void {
    for (const type of POINTER) window.addEventListener(type, this.onPointer, { capture: true, passive: false });
    for (const type of TOUCH) window.addEventListener(type, this.onPointer, { capture: true, passive: true });
    for (const type of KEYS) window.addEventListener(type, this.onKey, { capture: true });
  }

  stop(): void {
    for (const type of [...POINTER, ...TOUCH]) window.removeEventListener(type, this.onPointer, { capture: true });
    for (const type of KEYS) window.removeEventListener(type, this.onKey, { capture: true });
  }

  private readonly onPointer = (event: Event): void => {
    const host = this.host();
    if (!host || !event.isTrusted) return;
    const here = event.target === host.element;
    if (BEGINNINGS.has(event.type)) this.beganHere = here;
    const byKey = event instanceof MouseEvent && event.type === 'click' && event.detail === 0;
    if (!here || !(this.beganHere || byKey)) return;
    event.stopImmediatePropagation();
    if (FOCUSING.has(event.type)) event.preventDefault();
    if (event.type === 'click' && event instanceof MouseEvent) this.press(host, event, byKey);
  };

  private readonly onKey = (event: Event): void => {
    if (event.isTrusted && event.target === this.host()?.element) event.stopImmediatePropagation();
  };

  private press({ root }: Host, event: MouseEvent, byKey: boolean): void {
    const at = byKey ? root.activeElement : root.elementFromPoint(event.clientX, event.clientY);
    const action = at?.closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (action === 'stuck' || action === 'hide' || action === 'show') this.onAction(action);
  }
}
