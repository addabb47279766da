/** Which element may hold our host: under a modal dialog everything outside that dialog is inert. */

export class Modals {
  private order: Element[] = [];
  /** Live, since a `dialog:modal` query costs milliseconds on a page of 50,000 nodes. */
  private dialogs: HTMLCollectionOf<HTMLDialogElement> | null = null;

  /** A dialog that opens again goes on top again. */
  opened(dialog: EventTarget | null): void {
    this.order = this.order.filter((known) => known !== dialog);
  }

  /** The topmost modal dialog, else `<html>`; null while the document has no root element. */
  home(document: Document): Element | null {
    this.dialogs ??= document.getElementsByTagName('dialog');
    const open: Element[] = Array.from(this.dialogs).filter((dialog) => dialog.matches(':modal'));
    const known = this.order.filter((dialog) => open.includes(dialog));
    this.order = [...known, ...open.filter((dialog) => !known.includes(dialog))];
    return this.order.at(-1) ?? document.documentElement;
  }
}
