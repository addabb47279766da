/** Which element may hold our host: under a modal dialog everything outside that dialog is inert. */

/** `home` is the topmost modal dialog, else `<html>`, or null; a dialog that opens again goes on top again. */
export function modals(document: Document): { home(): Element | null; opened(dialog: EventTarget | null): void } {
  // Live, since a `dialog:modal` query costs milliseconds on a page of 50,000 nodes.
  const dialogs = document.getElementsByTagName('dialog');
  let order: Element[] = [];

  return {
    home() {
      order = [...new Set([...order, ...dialogs])].filter((dialog) => dialog.matches(':modal'));
      return order.at(-1) ?? document.documentElement;
    },
    opened(dialog) {
      order = order.filter((known) => known !== dialog);
    },
  };
}
