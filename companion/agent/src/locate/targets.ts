/** The pack's targets, compiled once for each document, and where they may be looked for. */

import type { ContainerBrief, Kind, PageBrief, Sought, StateBrief, TargetBrief } from '../brief';
import { KeySet, queriesOf } from '../page/keys';
import { glob } from '../page/pattern';
import { Wording } from '../page/text';

export interface Where {
  /** The official host, a practice host already put back to it. */
  readonly host: string;
  readonly path: string;
}

export interface Container {
  readonly brief: ContainerBrief;
  readonly texts: Wording;
  readonly keys: KeySet;
}

export interface Target {
  readonly brief: TargetBrief;
  readonly page: Page;
  /** Words of the element itself. */
  readonly text: Wording;
  readonly label: Wording;
  readonly placeholder: Wording;
  readonly aria: Wording;
  /** Any of the four: people and sites put a field's name now here, now there. */
  readonly names: Wording;
  readonly forbidden: Wording;
  readonly vague: Wording;
  readonly aside: Wording;
  readonly keys: KeySet;
  /** Where a link that is the target may lead. */
  readonly leads: KeySet;
  readonly containers: readonly Container[];
}

export interface State {
  readonly brief: StateBrief;
  readonly texts: Wording;
}

export interface Page {
  readonly brief: PageBrief;
  /** How narrowly the page says where it may be looked for: 0 anywhere, 1 by host or path, 2 by both. */
  readonly guard: 0 | 1 | 2;
  readonly targets: readonly Target[];
  readonly containers: readonly Container[];
  readonly states: readonly State[];
}

const PRESSED: ReadonlySet<Kind> = new Set(['link', 'button', 'tab', 'option']);

export function isPressed(target: Target): boolean {
  return PRESSED.has(target.brief.kind);
}

/** The pages of the pack that may be met here. */
export function pagesAt(brief: Sought, where: Where): readonly Page[] {
  return brief.pages.filter((page) => isOpen(page, where)).map((page) => compile(page, where));
}

function isOpen({ hosts, paths }: PageBrief, { host, path }: Where): boolean {
  return (hosts.length === 0 || hosts.some((known) => isHost(host, known))) && isAt({ host, path }, paths);
}

/** A known host with a leading dot stands for itself and everything below it. */
function isHost(host: string, known: string): boolean {
  return known.startsWith('.') ? host === known.slice(1) || host.endsWith(known) : host === known;
}

/**
 * Whether the address fits: one of the patterns, and none of those that begin with `!`. A pattern that begins
 * with `//` speaks of the host too: a sign-up host moves its pages as it likes and stays one.
 */
export function isAt({ host, path }: Where, patterns: readonly string[]): boolean {
  const fits = (pattern: string): boolean => glob(pattern).test(pattern.startsWith('//') ? `//${host}${path}` : path);
  const barred = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const open = patterns.filter((pattern) => !pattern.startsWith('!'));
  return (open.length === 0 || open.some(fits)) && !barred.some(fits);
}

function compile(brief: PageBrief, where: Where): Page {
  const containers = brief.containers.map((container) => ({
    brief: container, texts: new Wording(container.texts), keys: new KeySet(container.keys),
  }));
  const states = brief.states
    .filter(({ paths }) => isAt(where, paths))
    .map((state) => ({ brief: state, texts: new Wording(state.texts) }));
  const guard = (Number(brief.hosts.length > 0) + Number(brief.paths.some((path) => path !== '*' && !path.startsWith('!')))) as Page['guard'];
  const targets: Target[] = [];
  const page: Page = { brief, guard, targets, containers, states };
  targets.push(...brief.targets.map((target) => compileTarget(target, page)));
  return page;
}

function compileTarget(brief: TargetBrief, page: Page): Target {
  return {
    brief,
    page,
    text: new Wording(brief.text),
    label: new Wording(brief.label),
    placeholder: new Wording(brief.placeholder),
    aria: new Wording(brief.aria),
    names: new Wording([...brief.label, ...brief.placeholder, ...brief.aria, ...brief.text]),
    forbidden: new Wording(brief.forbidden),
    vague: new Wording(brief.vague),
    aside: new Wording(brief.aside),
    keys: new KeySet(brief.keys),
    leads: new KeySet({ href: brief.leads }),
    containers: page.containers.filter(({ brief: { id } }) => brief.within.includes(id)),
  };
}

/**
 * Selectors of elements that only a key may tell: things pressed or dragged. Classes begin nothing for
 * what has words of its own, since sites share them among their buttons.
 */
export function keyQueries(pages: readonly Page[]): readonly string[] {
  const targets = pages.flatMap((page) => page.targets);
  const pressed = targets.filter(isPressed).map(({ brief: { keys: { class: _, ...keys } } }) => keys);
  const dragged = targets.filter(({ brief: { kind } }) => kind === 'slider').map(({ brief: { keys } }) => keys);
  const led = targets.filter(({ brief }) => brief.leads.length > 0).map(({ brief }) => ({ href: brief.leads }));
  return queriesOf([...pressed, ...dragged, ...led]);
}

/** Everything whose place on the page has to be known: texts of targets, containers and states. */
export function wordingsOf(pages: readonly Page[]): readonly Wording[] {
  return pages.flatMap((page) => [
    ...page.targets.filter((target) => isPressed(target) || target.brief.kind === 'slider' || target.brief.kind === 'checkbox')
      .map((target) => target.names),
    ...page.containers.map(({ texts }) => texts),
    ...page.states.map(({ texts }) => texts),
  ]);
}
