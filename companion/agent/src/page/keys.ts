/** Keys: attributes that a site's makers gave an element, held against the pack's patterns. */

import type { Keys } from '../brief';
import { glob } from './pattern';

/** Attributes that may tell what a person typed or chose; no key may ask for them. */
const UNREAD: ReadonlySet<string> = new Set(['value', 'checked', 'selected']);

/** Attributes that hold an address: compared as written and without scheme, host and query. */
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'action']);

interface Key {
  readonly attribute: string;
  readonly patterns: readonly RegExp[];
}

/** The keys of one target, container or sign, ready to be held against elements. */
export class KeySet {
  private readonly keys: readonly Key[];
  private readonly css: readonly string[];

  constructor(source: Keys) {
    this.css = (source['css'] ?? []).filter(isSelector);
    this.keys = Object.entries(source)
      .filter(([attribute]) => attribute !== 'css' && !UNREAD.has(attribute))
      .map(([attribute, patterns]) => ({ attribute, patterns: patterns.map(glob) }));
  }

  get empty(): boolean {
    return this.keys.length === 0 && this.css.length === 0;
  }

  /** Names of the attributes that agree. */
  agreeing(element: Element): readonly string[] {
    const names = this.keys.filter((key) => agrees(element, key)).map(({ attribute }) => attribute);
    return this.css.some((selector) => element.matches(selector)) ? [...names, 'css'] : names;
  }
}

function agrees(element: Element, { attribute, patterns }: Key): boolean {
  const value = element.getAttribute(attribute);
  if (value === null) return false;
  return readings(attribute, value).some((reading) => patterns.some((pattern) => pattern.test(reading)));
}

function readings(attribute: string, value: string): readonly string[] {
  if (attribute === 'class') return [value, ...value.split(/\s+/)];
  if (!ADDRESSES.has(attribute)) return [value];
  return [value, value.replace(/^[a-z]+:/i, ''), value.replace(/^([a-z]+:)?\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')];
}

/** Selectors of all elements that have one of the keys. */
export function queriesOf(sources: readonly Keys[]): readonly string[] {
  const queries = new Set(sources.flatMap((source) => (source['css'] ?? []).filter(isSelector)));
  for (const [attribute, patterns] of sources.flatMap((source) => Object.entries(source))) {
    if (attribute === 'css' || UNREAD.has(attribute) || COMMON.has(attribute)) continue;
    for (const pattern of patterns) queries.add(attributeSelector(attribute, pattern));
  }
  queries.delete('');
  return [...queries];
}

/** Attributes that half the elements of a page share: they support a find, they do not start one. */
const COMMON: ReadonlySet<string> = new Set(['type', 'role', 'target', 'rel', 'inputmode', 'tabindex', 'disabled']);

function attributeSelector(attribute: string, pattern: string): string {
  const parts = pattern.split('*');
  if (parts.every((part) => part === '')) return '';
  if (parts.length === 1) return attribute === 'class' ? `.${CSS.escape(pattern)}` : `[${attribute}=${JSON.stringify(pattern)}]`;
  const tag = attribute === 'href' ? 'a' : '';
  // A class pattern speaks of one word of several, so only its fixed parts can be asked for.
  const [start, end] = attribute === 'class' ? ['*=', '*='] : ['^=', '$='];
  return tag + parts.map((part, index) => {
    const how = index === 0 ? start : index === parts.length - 1 ? end : '*=';
    return part && `[${attribute}${how}${JSON.stringify(part)}]`;
  }).join('');
}

function isSelector(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

const compiled = new WeakMap<Keys, KeySet>();

/** Whether any key agrees with the element. */
export function matchesKeys(element: Element, source: Keys): boolean {
  let keys = compiled.get(source);
  if (!keys) compiled.set(source, (keys = new KeySet(source)));
  return keys.agreeing(element).length > 0;
}
