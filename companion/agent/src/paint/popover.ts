/** A box of ours in the browser's top layer. */

export class Popover {
  /** It has to be shown (again), because it is new or hangs on another element. */
  isStale = true;
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
    element.popover = 'manual';
  }

  get isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  /** Show it above everything, anchored to `source`. */
  open(source?: HTMLElement): void {
    this.element.hidePopover();
    this.element.showPopover(source ? { source } : {});
    this.isStale = false;
  }
}
