/** The one element we add to a page: a random custom element under `<html>` with a closed root, sealed against the page. */

import { SHEET } from './sheet';
import { make } from './words';

/** Inline and important, so that no rule of the page wins; `all` leaves out `direction` alone. */
const SEAL: readonly (readonly [string, string])[] = [
  ['all', 'initial'], ['direction', 'ltr'], ['display', 'block'], ['position', 'fixed'], ['top', '0'], ['left', '0'],
  ['width', '0'], ['height', '0'], ['pointer-events', 'none'], ['color-scheme', 'light'],
];

export class Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Holds everything drawn, and is hidden while popovers open. */
  readonly layer: HTMLElement;
  private readonly sealed: ReadonlyMap<string, string>;

  constructor(tag: string, lang: string) {
    this.element = document.createElement(tag);
    this.root = this.element.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    this.root.adoptedStyleSheets = [sheet];
    this.layer = make('div', 'layer');
    this.root.append(this.layer);
    this.dress(lang);
    this.sealed = new Map(Array.from(this.element.attributes, ({ name, value }) => [name, value]));
  }

  /** True when the page has taken the host away, moved it or touched its attributes. */
  isDisturbed(home: Element): boolean {
    return this.element.parentNode !== home || this.isTouched();
  }

  /** Put the host into `home` as it should be. Every popover in it is closed afterwards when it had to move. */
  settle(home: Element): void {
    if (this.isTouched()) this.undress();
    if (this.element.parentNode !== home) home.append(this.element);
  }

  owns(node: Node): boolean {
    return node === this.element || node.getRootNode() === this.root;
  }

  /** Factor between our lengths and the viewport's: the CSS `zoom` of `<html>` reaches the host. */
  get zoom(): number {
    return (this.element as { currentCSSZoom?: number }).currentCSSZoom || 1;
  }

  private dress(lang: string): void {
    this.element.className = 'notranslate';
    this.element.translate = false;
    this.element.lang = lang;
    for (const [property, value] of SEAL) this.element.style.setProperty(property, value, 'important');
  }

  private isTouched(): boolean {
    const { attributes } = this.element;
    return attributes.length !== this.sealed.size
      || Array.from(attributes).some(({ name, value }) => this.sealed.get(name) !== value);
  }

  private undress(): void {
    for (const { name } of Array.from(this.element.attributes)) this.element.removeAttribute(name);
    this.dress(this.sealed.get('lang') ?? '');
  }
}
