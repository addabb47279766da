/** What happened to a page since it was last asked: the records of one observer, or that there were too many. */

import { CHANGES } from '../limits';
import type { Root } from './walk';

/** What may now be found elsewhere, by another name or not at all. */
export interface Delta {
  /** Elements that came with everything in them; none stands in another. */
  readonly added: readonly Element[];
  /** Elements whose attributes, children or own texts are other than before. */
  readonly touched: ReadonlySet<Element>;
  /** The part of them whose children or texts are. */
  readonly reworded: ReadonlySet<Element>;
  readonly removed: boolean;
}

export class Changes {
  private records: MutationRecord[] = [];
  private readonly observer = new MutationObserver((records) => this.put(records));
  private readonly watched = new Set<Root>();
  private lost = false;

  /** `attributes`: names of those whose change is to be told. */
  constructor(private readonly attributes: readonly string[]) {}

  /** Whether the root was watched already, so that what is remembered of it is true. */
  watch(root: Root): boolean {
    if (this.watched.has(root)) return true;
    this.watched.add(root);
    this.observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: [...this.attributes] });
    return false;
  }

  /** Null when more happened than it is worth to follow; nothing is watched then. */
  take(): Delta | null {
    this.put(this.observer.takeRecords());
    const records = this.records;
    this.records = [];
    return this.lost ? null : deltaOf(records);
  }

  /** A page that nobody asks any more, or that rebuilds itself, must not fill the memory with its records. */
  private put(records: readonly MutationRecord[]): void {
    if (this.lost) return;
    this.records.push(...records.slice(0, CHANGES));
    if (this.records.length < CHANGES && !records.some(isUpheaval)) return;
    this.lost = true;
    this.records = [];
    this.observer.disconnect();
  }
}

/** Another document element or body, or other rules for everything in an element. */
function isUpheaval({ type, target, attributeName }: MutationRecord): boolean {
  if (type === 'attributes') return attributeName === 'contenteditable';
  return target instanceof Document || target === target.ownerDocument?.documentElement;
}

function deltaOf(records: readonly MutationRecord[]): Delta {
  const added = new Set<Element>();
  const touched = new Set<Element>();
  const reworded = new Set<Element>();
  let removed = false;
  for (const { type, target, addedNodes, removedNodes } of records) {
    const element = target instanceof Element ? target : target.parentElement;
    if (element) touched.add(element);
    if (element && type !== 'attributes') reworded.add(element);
    for (const node of addedNodes) if (node instanceof Element && node.isConnected) added.add(node);
    removed ||= removedNodes.length > 0;
  }
  return { added: [...added].filter((element) => !standsInOne(element, added)), touched, reworded, removed };
}

function standsInOne(element: Element, others: ReadonlySet<Element>): boolean {
  for (let up = element.parentElement; up; up = up.parentElement) if (others.has(up)) return true;
  return false;
}
