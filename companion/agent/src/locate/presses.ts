/** Claims on things that are pressed: recognised by the words they show. */

import { pressOf, signOf, SIGNS, type Sign } from '../page/press';
import { normal, wordsOf } from '../page/text';
import { holds } from '../page/walk';
import type { Claim, Tier } from './claim';
import type { Piece } from '../page/pieces';
import type { Places } from './container';
import { endersOf } from './ender';
import { endOfRow, isBehind } from './row';
import { rawCaptions, type Scene } from './scene';
import type { Target } from './targets';

/** What a button is known by that is known by its place and size alone, or by the field it stands behind. */
const SHAPE = 'shape';
const ROW = 'row';
const LEADS = 'leads';

/** Letters on a link that says where it leads; more are an advert. */
const LINK_LETTERS = 16;

/** Characters beside the words that still belong to them: "log in / register" is one link for two things. */
const NEAR_REST = 12;

interface Hit {
  readonly element: HTMLElement;
  readonly inner: HTMLElement;
  readonly tier: Tier;
  readonly said: string;
  readonly anchor: string;
  readonly sign: Sign | null;
}

/** `fields`: those whose row the target may end. */
export function claimsOnPresses(target: Target, scene: Scene, places: Places, fields: readonly HTMLElement[]): readonly Claim[] {
  const hits = [
    ...byWords(target, scene), ...byCaption(target, scene), ...byShape(target, scene, places), ...byRow(target, scene, fields),
    ...byAddress(target, scene), ...byKeys(target, scene),
  ];
  return collapse(hits)
    .filter((hit) => scene.visibility.shows(hit.element) && !isForbidden(target, hit))
    .flatMap((hit) => claim(target, hit, places) ?? []);
}

function byWords(target: Target, scene: Scene): readonly Hit[] {
  return scene.pieces.flatMap((piece) => {
    const exact = target.text.match(piece.text);
    const said = exact ?? target.text.near(piece.text);
    if (said === null || !scene.visibility.shows(piece.element) || isLoose(target, piece, said, scene)) return [];
    const { element, sign: seen, rest } = pressOf(piece.element, piece.text);
    const sign = seen ?? (exact !== null && target.brief.kind === 'button' && endsFieldRow(element, scene) ? 'class' : null);
    if (rest.length <= NEAR_REST && target.forbidden.within(rest) !== null) return [];
    return [{ element, inner: piece.element, tier: exact ? 2 as const : 1 as const, said, anchor: `text “${said}”`, sign }];
  });
}

/** Vague words with anything round them: the smallest thing that says so is meant, not the group of all. */
function isLoose(target: Target, { element, text }: Piece, said: string, { pieces }: Scene): boolean {
  if (!said.includes('*') || !target.vague.lists(said)) return false;
  if (text.length > LINK_LETTERS) return true;
  return pieces.some((other) => other.element !== element && element.contains(other.element) && target.vague.match(other.text) !== null);
}

/** Words right behind a field in its row are there to be pressed, even if nothing about them says so. */
function endsFieldRow(element: HTMLElement, { fields, visibility }: Scene): boolean {
  const box = visibility.box(element);
  return fields.some(({ sort, element: field }) => sort === 'text' && isBehind(box, visibility.box(field)));
}

function byCaption(target: Target, scene: Scene): readonly Hit[] {
  return scene.captions.flatMap(({ element: inner, texts }) => {
    const said = texts.map((text) => target.names.match(text)).find((found) => found !== null);
    if (!said) return [];
    const element = inner.closest<HTMLElement>('a, button, [role=button], [role=link], [role=tab]') ?? inner;
    const words = normal(wordsOf(element));
    // What an element says in words counts before what an attribute says of it.
    if (words && element.localName !== 'input' && !target.text.empty && target.names.match(words) === null) return [];
    return [{ element, inner, tier: 2 as const, said, anchor: `aria “${said}”`, sign: signOf(element, inner) }];
  });
}

function captionsOf(element: HTMLElement): readonly string[] {
  return rawCaptions(element).map(normal);
}

function byKeys(target: Target, scene: Scene): readonly Hit[] {
  if (target.keys.empty) return [];
  return scene.keyed
    .filter((element) => target.keys.agreeing(element).length > 0)
    .map((element) => ({ element, inner: element, tier: 0 as const, said: '', anchor: 'keys', sign: signOf(element, element) }));
}

/** Whatever the button below the fields says, it ends them; two such are a choice of which nothing is known. */
function byShape(target: Target, scene: Scene, places: Places): readonly Hit[] {
  if (!target.brief.by_shape) return [];
  return endersOf(scene, target).flatMap((enders) => {
    const open = enders.filter((element) => target.forbidden.within(normal(wordsOf(element))) === null);
    const [element] = open;
    if (!element || open.length > 1 || (target.containers.length && !places.of(target, element))) return [];
    return [{ element, inner: element, tier: 0 as const, said: '', anchor: SHAPE, sign: signOf(element, element) ?? 'class' as const }];
  });
}

/** A link is what it leads to. */
function byAddress(target: Target, scene: Scene): readonly Hit[] {
  if (target.leads.empty) return [];
  return scene.keyed.filter((element) => element.localName === 'a' && target.leads.agreeing(element).length > 0).flatMap((element) => {
    const words = normal(wordsOf(element));
    if (!words || words.length > LINK_LETTERS) return [];
    return [{ element, inner: element, tier: 1 as const, said: '', anchor: LEADS, sign: signOf(element, element) }];
  });
}

/** What stands behind such a field is for it, unless its words are another target's. */
function byRow({ forbidden, page }: Target, scene: Scene, fields: readonly HTMLElement[]): readonly Hit[] {
  return fields.flatMap((field) => {
    const element = endOfRow(field, scene);
    const words = element ? normal(wordsOf(element)) : '';
    if (!element || forbidden.within(words) !== null || page.targets.some(({ text }) => text.match(words) !== null)) return [];
    return [{ element, inner: element, tier: 0 as const, said: '', anchor: ROW, sign: signOf(element, element) }];
  });
}

/** One hit for each thing to press: the surest way it was recognised, on the surest element of a nest. */
function collapse(hits: readonly Hit[]): readonly Hit[] {
  const sorted = [...hits].sort((a, b) => b.tier - a.tier || rank(a) - rank(b));
  const kept: Hit[] = [];
  for (const hit of sorted) {
    const same = kept.some((other) => holds(other.element, hit.element) || holds(hit.element, other.element));
    if (!same) kept.push(hit);
  }
  return kept;
}

function rank({ sign }: Hit): number {
  return sign ? SIGNS.indexOf(sign) : SIGNS.length;
}

/** The pack's own text may say what is forbidden to all others: "sign up and log in" is no log-in. */
function isForbidden(target: Target, { element, inner, said }: Hit): boolean {
  const captions = [...captionsOf(element), ...captionsOf(inner)];
  const words = normal(wordsOf(inner));
  if (said !== '' && words === normal(said)) return false;
  return [words, ...captions].some((text) => target.forbidden.within(text) !== null);
}

function claim(target: Target, hit: Hit, places: Places): Claim | null {
  const { element, inner, tier, said, anchor } = hit;
  const keys = new Set([...target.keys.agreeing(element), ...target.keys.agreeing(inner)]);
  // Words alone are a heading; something has to say that they can be pressed.
  if (hit.sign === null && keys.size === 0) return null;
  const place = places.of(target, element);
  if (target.containers.length && !place) return null;
  const facts = new Set<string>(keys);
  if (isKind(target, element, hit.sign)) facts.add('kind');
  if (tier === 2 && anchor.startsWith('text') && captionsOf(element).some((caption) => target.names.match(caption))) facts.add('aria');
  if (tier === 0 && target.page.guard > 0) facts.add('page');
  if (anchor === LEADS) facts.add('href').add('address');
  if (place) facts.add(`in ${place.container}`);
  const contradicted = tier === 0 && anchor !== SHAPE && anchor !== ROW && !target.text.empty && normal(wordsOf(element)) !== '';
  const vague = target.vague.lists(said);
  return { target, element, control: element, tier, anchor, witnesses: [...facts], distance: place?.distance ?? 0, vague, contradicted };
}

/**
 * Links, buttons, tabs and rows are made of each other's elements everywhere, so that they are one kind;
 * a class word alone does not make one.
 */
function isKind({ brief: { kind } }: Target, element: HTMLElement, sign: Sign | null): boolean {
  if (sign === 'class') return (kind === 'tab' || kind === 'option') && element.matches('li, dd');
  return sign !== null;
}
