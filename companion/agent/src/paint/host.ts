/** The one element we add to a page: a random custom element under `<html>` with a closed root, sealed against the page. */

import css from './sheet.css';
import { make } from './words';

/** Inline and important, so that no rule of the page wins; `all` leaves out `direction` alone. */
const SEAL = ['all:initial', 'direction:ltr', 'position:fixed', 'pointer-events:none', 'color-scheme:light', '']
  .join('!important;');

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** True when the page has taken the host away, moved it or touched it. */
  isDisturbed(home: Element): boolean;
  /** Put the host into `home` as it should be. True when it had to move: then all popovers in it are closed. */
  settle(home: Element): boolean;
  /** Make our words that many per cent of their usual size. */
  scale(percent: number): void;
}

export function createHost(tag: string, lang: string): Host {
  const element = make(tag as 'div', '');
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const size = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet, size];
  dress();
  const sealed = element.cloneNode();
  let isPlaced = false;
  let scaled = 100;

  function dress(): void {
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
    element.replaceChildren();
    element.className = 'notranslate';
    element.translate = false;
    element.lang = lang;
    element.style.cssText = SEAL;
  }

  return {
    element,
    root,
    isDisturbed: (home) => isPlaced && (element.parentNode !== home || !element.isEqualNode(sealed)),
    scale(percent) {
      if (percent === scaled) return;
      scaled = percent;
      size.replaceSync(`:host { --scale: ${percent / 100} }`);
    },
    settle(home) {
      if (!element.isEqualNode(sealed)) dress();
      isPlaced = true;
      if (element.parentNode === home) return false;
      home.append(element);
      return true;
    },
  };
}
