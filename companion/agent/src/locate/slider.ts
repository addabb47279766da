/** Claims on a slider's handle: a thing without words, known by its keys or by its place on a track with words. */

import { height, isInside, width, type Rect } from '../page/box';
import { normal } from '../page/text';
import { ancestorsOf } from '../page/walk';
import type { Claim } from './claim';
import type { Places } from './container';
import type { Scene } from './scene';
import type { Target } from './targets';

/** Sides of a handle, in CSS pixels. */
const HANDLE = { from: 18, to: 90 };

/** A track is at least this many times as long as its handle, and at most this high. */
const TRACK = { times: 2.5, height: 110 };

/** Boxes round a track's words in which its handle may stand. */
const DEPTH = 4;

const DRAGGED = new Set(['move', 'pointer', 'grab', 'grabbing', 'ew-resize', 'col-resize', 'all-scroll']);
/** A handle shows an arrow; what has words is pressed. */
const HAN = /\p{Script=Han}/u;
const LOOKS = /slid|handle|drag|thumb|btn/i;

export function claimsOnSliders(target: Target, scene: Scene, places: Places): readonly Claim[] {
  const handles = new Map<HTMLElement, string>();
  for (const element of scene.keyed) if (target.keys.agreeing(element).length) handles.set(element, 'keys');
  for (const { control, sort } of scene.fields) if (sort === 'slider') handles.set(control, 'role slider');
  for (const { element, said } of onTracks(target, scene)) handles.set(element, `text “${said}”`);
  return [...handles].filter(([element]) => scene.visibility.shows(element))
    .flatMap(([element, anchor]) => claim(target, element, anchor, scene, places) ?? []);
}

function claim(target: Target, element: HTMLElement, anchor: string, scene: Scene, places: Places): Claim | null {
  const place = places.of(target, element);
  if (target.containers.length && !place) return null;
  const facts = new Set<string>(target.keys.agreeing(element));
  if (isHandle(scene.visibility.box(element))) facts.add('shape');
  if (DRAGGED.has(getComputedStyle(element).cursor)) facts.add('cursor');
  if (place) facts.add(`in ${place.container}`);
  const tier = anchor.startsWith('text') ? 2 : 0;
  if (tier === 0 && target.page.guard > 0) facts.add('page');
  return { target, element, control: element, tier, anchor, witnesses: [...facts], distance: place?.distance ?? 0, vague: false, contradicted: false };
}

/** Handles that stand on a track which says what the pack says of it. */
function* onTracks(target: Target, scene: Scene): Generator<{ element: HTMLElement; said: string }> {
  const wordings = [target.names, ...target.containers.map(({ texts }) => texts)];
  for (const piece of scene.pieces) {
    const said = wordings.map((wording) => wording.match(piece.text)).find((found) => found !== null);
    if (!said || !scene.visibility.shows(piece.element)) continue;
    const element = handleBy(piece.element, scene);
    if (element) yield { element, said };
  }
}

/** The one small thing on the track that looks draggable. */
function handleBy(words: HTMLElement, scene: Scene): HTMLElement | null {
  for (const track of [words, ...ancestorsOf(words)].slice(0, DEPTH)) {
    const box = scene.visibility.box(track);
    if (height(box) > TRACK.height) return null;
    const handles = [...track.querySelectorAll<HTMLElement>('*')].filter((part) => isOnTrack(part, words, box, scene));
    const outer = handles.filter((part) => !handles.some((other) => other !== part && other.contains(part)));
    if (outer.length) return outer.length === 1 ? outer[0] ?? null : null;
  }
  return null;
}

function isOnTrack(part: HTMLElement, words: HTMLElement, track: Rect, scene: Scene): boolean {
  const box = scene.visibility.box(part);
  // The track may say its words itself, round a handle that says nothing.
  const isWords = part.contains(words) || (words.contains(part) && normal(part.textContent ?? '') !== '');
  if (isWords || HAN.test(part.textContent ?? '') || !isHandle(box) || !isInside(box, track)) return false;
  if (width(track) < width(box) * TRACK.times || !scene.visibility.shows(part)) return false;
  return DRAGGED.has(getComputedStyle(part).cursor) || LOOKS.test(part.className);
}

function isHandle(box: Rect): boolean {
  return [width(box), height(box)].every((side) => side >= HANDLE.from && side <= HANDLE.to);
}
