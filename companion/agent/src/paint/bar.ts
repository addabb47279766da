/** The bar across the top: this is not the site, and it asks for a password or a code. Only its button takes a press. */

import type { Box, WarningModel } from '../messages';
import { boxOf } from './box';
import { button } from './help';
import { Popover } from './popover';
import { fill, make } from './words';

export interface Bar {
  readonly popover: Popover;
  readonly isShown: boolean;
  /** True when it is another than before. */
  render(model: WarningModel | null): boolean;
  /** Where it is drawn; null while it isn't. */
  box(): Box | null;
}

export function createBar(): Bar {
  const title = make('p', 'title');
  const text = make('p', '');
  const close = button('dismiss', '', '');
  const element = make('div', 'bar', make('div', 'words', title, text), close);
  const popover = new Popover(element);
  element.role = 'alert';
  let shown = 'null';

  return {
    popover,
    get isShown() {
      return shown !== 'null';
    },
    render(model) {
      const key = JSON.stringify(model);
      if (key === shown) return false;
      shown = key;
      popover.isStale = true;
      if (model) {
        fill(title, model.title);
        fill(text, model.text);
        fill(close, model.close);
      } else if (popover.isOpen) element.hidePopover();
      return true;
    },
    box: () => (popover.isOpen ? boxOf(element) : null),
  };
}
