/** Which words of a document a person points at: those drawn as text, and captions. What was typed is never read. */

import type { Box } from '../messages';
import { boxOf, inflate, union } from '../paint/box';
import type { Gloss } from '../paint';
import type { Book, Explained } from './book';
import { AROUND, CONTROL_HEIGHT, LONGEST_WHOLE, SLACK, WHOLE_DEPTH } from './limits';

const BUTTONS = 'input[type=submit], input[type=button], input[type=reset]';
const FIELDS = 'input, textarea, select';
const CONTROLS = 'a[href], button, label, [role=button], [role=tab], [role=link], [role=option], [tabindex]';
const SILENT = 'script, style, noscript, template';

/** `path`: what an event at this point has met, innermost first. */
export function glossAt(x: number, y: number, path: readonly EventTarget[], book: Book): Gloss | null {
  const element = path[0];
  if (!(element instanceof Element)) return null;
  if (element.matches(FIELDS)) return ofCaption(element, fieldCaption(element), book) ?? ofTitle(element, book);
  const roots = path.filter((one) => one instanceof ShadowRoot);
  return ofText(x, y, roots, book) ?? ofTitle(element, book);
}

function ofText(x: number, y: number, shadowRoots: readonly ShadowRoot[], book: Book): Gloss | null {
  const place = caretAt(x, y, shadowRoots);
  const around = place?.node.parentElement;
  if (!place || !around || around.isContentEditable || around.closest(SILENT)) return null;
  const index = [place.offset, place.offset - 1].find((at) => at >= 0 && stands(rangeOf(place.node, at, at + 1), x, y));
  if (index === undefined) return null;
  const raw = place.node.data;
  const from = Math.max(0, index - AROUND);
  const found = book.at(raw.slice(from, index + AROUND), index - from);
  return ofWhole(around, found?.length ?? 0, [x, y], book) ??
    (found && gloss(found, around, rangeOf(place.node, from + found.start, from + found.end), [x, y]));
}

/** A caption whose characters stand in several children, or apart from each other. */
function ofWhole(around: Element, least: number, point: readonly [number, number], book: Book): Gloss | null {
  let up: Element | null = around;
  for (let step = 0; up && step <= WHOLE_DEPTH; step += 1, up = up.parentElement) {
    const raw = up.textContent ?? '';
    if (raw.length > LONGEST_WHOLE || up.querySelector(FIELDS)) return null;
    const found = book.whole(raw);
    if (!found || found.length <= least) continue;
    const range = document.createRange();
    range.selectNodeContents(up);
    return gloss(found, up, range, point);
  }
  return null;
}

function ofTitle(element: Element, book: Book): Gloss | null {
  let up: Element | null = element;
  for (let step = 0; up && step <= WHOLE_DEPTH; step += 1, up = up.parentElement) {
    const told = ofCaption(up, up.getAttribute('alt') ?? '', book) ?? ofCaption(up, up.getAttribute('title') ?? '', book);
    if (told) return told;
  }
  return null;
}

/** Nobody can say at which of its words the pointer is: the first ones are told. */
function ofCaption(element: Element, caption: string, book: Book): Gloss | null {
  const words = caption ? book.all(caption.slice(0, AROUND)) : [];
  const box = boxOf(element);
  return words.length ? { words, rect: box, keep: box } : null;
}

function fieldCaption(field: Element): string {
  if (field.matches(BUTTONS)) return field.getAttribute('value') ?? '';
  return field.matches(':placeholder-shown') ? field.getAttribute('placeholder') ?? '' : '';
}

/** `range` holds the word; what is pressed there stays free as well. */
function gloss(word: Explained, around: Element, range: Range, [x, y]: readonly [number, number]): Gloss | null {
  const boxes = [...range.getClientRects()].map(boxOf);
  const rect = boxes.find((box) => holds(box, x, y)) ?? boxes[0];
  const control = around.closest(CONTROLS);
  const free = control && boxOf(control);
  if (free && free[3] <= CONTROL_HEIGHT) boxes.push(free);
  return rect ? { words: [word], rect, keep: boxes.reduce(union, rect) } : null;
}

function caretAt(x: number, y: number, shadowRoots: readonly ShadowRoot[]): { node: Text; offset: number } | null {
  // Chromium has it since 128; the older function sees no shadow roots.
  const place = document.caretPositionFromPoint?.(x, y, { shadowRoots: [...shadowRoots] });
  const range = place ? null : document.caretRangeFromPoint?.(x, y);
  const node = place?.offsetNode ?? range?.startContainer;
  return node instanceof Text ? { node, offset: place?.offset ?? range?.startOffset ?? 0 } : null;
}

function rangeOf(node: Text, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, Math.min(end, node.length));
  return range;
}

/** A caret is found for a point beside a text as well. */
function stands(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some((rect) => holds(boxOf(rect), x, y));
}

function holds(box: Box, x: number, y: number): boolean {
  const [left, top, width, height] = inflate(box, SLACK);
  return x >= left && x <= left + width && y >= top && y <= top + height;
}
