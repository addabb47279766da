/** Walking a document as it is drawn: through open shadow roots, in both directions. */

import { FULL_SCAN, ISLAND, ISLANDS } from '../limits';

export type Root = Document | ShadowRoot;

/** Elements that the standard lets hold a shadow root: all but those that the page did not make up and that cannot. */
const HOSTS = ':not(a,li,i,em,ul,ol,img,b,td,tr,strong,label,input,button,dl,dt,dd,br,script,style,link,meta,option,select,' +
  'textarea,svg,path,g,use,rect,circle,table,tbody,thead,th,form,head,html,title,iframe,small,u,s,font,hr)';

/**
 * Where shadow roots may hang on a page too big to ask every element: on elements the page made up
 * itself, and on plain boxes with nothing else inside.
 */
const LIKELY_HOSTS =
  ':not(div,span,a,li,p,i,em,ul,img,b,td,tr,strong,label,input,button,dl,dt,dd,h1,h2,h3,h4,h5,h6,br,script,' +
  'style,link,meta,option,select,svg,path,g,use,rect,circle,table,tbody,th,form,body,head,html,title), ' +
  'div:empty, section:empty, main:empty, article:empty';

/** Finds what a selector selects in a root; it may know the answer from before. */
export type Ask = (root: Root, query: string) => readonly Element[];

/** The document and every open shadow root in it, outermost first; `skipped` names hosts that are not the page's. */
export function rootsOf(document: Document, skipped: string, ask: Ask): readonly Root[] {
  const found: Root[] = [document];
  // The list grows while it is walked: shadow roots stand inside shadow roots.
  for (const root of found) {
    for (const element of ask(root, isQuicklyAsked(root) ? HOSTS : LIKELY_HOSTS)) {
      if (element.shadowRoot && element.localName !== skipped) found.push(element.shadowRoot);
    }
  }
  return found;
}

/** Whether every element of the root can be asked for anything in no time. */
export function isQuicklyAsked(root: Root): boolean {
  if (root instanceof ShadowRoot) return root.querySelectorAll('*').length <= FULL_SCAN;
  return root.getElementsByTagName('*').item(FULL_SCAN) === null;
}

/** The largest boxes round the seeds that are small enough to be asked for everything. */
export function islandsOf(seeds: Iterable<Element>): readonly Element[] {
  const islands: Element[] = [];
  for (const seed of seeds) {
    if (islands.some((island) => island.contains(seed))) continue;
    let island = seed;
    while (island.parentElement && island.parentElement.getElementsByTagName('*').item(ISLAND) === null) island = island.parentElement;
    islands.push(island);
    if (islands.length >= ISLANDS) break;
  }
  return islands;
}

/** The element around `element`, leaving a shadow root through its host. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The elements around `element`, nearest first. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let up = parentOf(element); up; up = parentOf(up)) yield up;
}

/** Whether `inner` is `outer` or stands in it, shadow roots included. */
export function holds(outer: Element, inner: Element): boolean {
  for (let up: Element | null = inner; up; up = hostOf(up)) {
    if (outer.contains(up)) return true;
  }
  return false;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Whether `first` stands before `second` in reading order. */
export function precedes(first: Element, second: Element): boolean {
  if (first.getRootNode() === second.getRootNode()) return follows(second, first);
  const shared = sharedAncestor(first, second);
  const a = shared ? childOn(shared, first) : first;
  const b = shared ? childOn(shared, second) : second;
  return follows(b, a);
}

/** Whether `later` comes after `node` in one tree. */
function follows(later: Node, node: Node): boolean {
  return Boolean(node.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The smallest element that both stand in. */
export function sharedAncestor(first: Element, second: Element): Element | null {
  if (holds(first, second)) return first;
  for (const up of ancestorsOf(first)) if (holds(up, second)) return up;
  return null;
}

/** `element`, or the one around it that is the shared ancestor's own child. */
export function childOn(shared: Element, element: Element): Element {
  let child = element;
  for (let up = parentOf(child); up && up !== shared; up = parentOf(up)) child = up;
  return child;
}
