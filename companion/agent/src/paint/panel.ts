/** The small panel: where we are, what to do now, and the two buttons; a pill while the person has hidden the guide. */

import type { Box, PanelModel } from '../messages';
import { boxOf, overlap, type Size } from './box';
import { CORNER_GAIN, PANEL_EDGE, ROOMY_HEIGHT, ROOMY_WIDTH } from './limits';
import { button, createHelp } from './help';
import { Popover } from './popover';
import { dress, fill, make } from './words';

const ACTIONS = ['stuck', 'larger', 'hide', 'show'] as const;
const EMPTY: Box = [0, 0, 0, 0];
const CORNERS = ['right bottom', 'right top', 'left top', 'left bottom'];

/** In square pixels of tags: covering one of the next target or its bubble, … */
const COVER_COST = 1e7;
/** … a smaller panel, with less to read, … */
const SMALLER_COST = 1e6;
/** … covering one of a marked field: the edge of one is worth less than the size, half of one more, … */
const FIELD_COST = 300;
/** … and one that has to be scrolled to. */
const LOST_COST = 30;
/** What staying in its corner is worth. */
const STAY_GAIN = CORNER_GAIN * FIELD_COST;
/** Lines of words that a panel cut short has room for, buttons included. */
const LEAST_LINES = 9;

/** What the panel had better not lie on: never the next target and its bubble, hardly a field, a tag if need be. */
export interface Around {
  readonly hard: readonly Box[];
  readonly fields: readonly Box[];
  readonly tags: readonly Box[];
  /** The bubble says what is to be done: the panel's words can be spared. */
  readonly isSaid: boolean;
}

export interface Panel {
  readonly popover: Popover;
  render(model: PanelModel | null, hidden: boolean): void;
  /** Take the size and corner that cover least. Returns where it is. */
  settle(around: Around, viewport: Box, zoom: number): Box;
}

export function createPanel(): Panel {
  const banner = make('div', '');
  const badge = make('div', '');
  const progress = make('div', 'progress');
  const sentence = make('p', 'sentence');
  const clock = make('p', 'clock');
  const notice = make('div', 'notice');
  const help = createHelp();
  const note = make('p', 'note');
  const different = button('different', '', '');
  const buttons = ACTIONS.map((action) => button(action, '', ''));
  const body = make('div', 'body', banner, badge, progress, sentence, clock, notice, help.element, different, note);
  const element = make('div', 'panel', body, make('div', 'buttons', ...buttons));
  const popover = new Popover(element);
  sentence.role = 'status';
  sentence.ariaLive = 'polite';
  let shown = '';
  let isHidden = false;
  let hasMore = false;
  let contents = '';
  let measured = '';
  let corner = '';
  let fitted = '';
  /** What the present contents need in each size, as far as it was asked for. */
  const needs = new Map<string, Size>();

  function render(model: PanelModel | null, hidden: boolean): void {
    const key = JSON.stringify([model, hidden]);
    if (key === shown) return;
    shown = key;
    isHidden = hidden;
    popover.isStale ||= !model;
    if (!model) return element.hidePopover();
    dress(banner, `banner ${model.banner?.tone ?? ''}`);
    fill(banner, model.banner?.text ?? '');
    dress(badge, `badge ${model.badge.tone}`);
    fill(badge, model.badge.text);
    fill(progress, model.progress?.text ?? '');
    if (model.progress) progress.style.cssText = `--done:${model.progress.done / (model.progress.of || 1)}`;
    fill(sentence, model.sentence);
    fill(clock, model.clock ?? '');
    renderNotice(notice, model.notice);
    help.render(model.help, model.buttons);
    fill(different, model.buttons.different);
    fill(note, model.note);
    buttons.forEach((one, index) => fill(one, model.buttons[ACTIONS[index] ?? 'show']));
    hasMore = Boolean(model.help ?? model.notice ?? model.banner ?? model.clock) || model.badge.tone === 'foreign';
    // The clock's next second needs no more room than the last one.
    contents = JSON.stringify([{ ...model, clock: model.clock?.length }, hidden]);
  }

  /** Each costs a layout. */
  function needOf(name: string): Size {
    let need = needs.get(name);
    if (!need) {
      element.style.maxHeight = '';
      dress(element, `panel ${name} ${corner}`);
      const [, , width, height] = boxOf(element);
      needs.set(name, (need = [width, height]));
    }
    return need;
  }

  function sizesFor(viewport: Box, zoom: number, isSaid: boolean): readonly string[] {
    const key = `${contents}${viewport}${zoom}${sizeOf(element)}`;
    if (key !== measured) needs.clear();
    measured = key;
    if (isHidden) return ['pill'];
    const isRoomy = viewport[2] >= ROOMY_WIDTH * zoom && viewport[3] >= ROOMY_HEIGHT * zoom;
    return [...(isRoomy ? ['full'] : []), 'compact', 'compact low', ...(isSaid && !hasMore ? ['bare'] : [])];
  }

  /** Cut at the side towards the middle, so that nothing hard is under it; as it is where too little would be left. */
  function cut(box: Box, place: string, hard: readonly Box[]): Box {
    const [x, y, width, height] = box;
    const under = hard.filter((one) => overlap(box, [one]) > 0);
    if (!under.length) return box;
    const isLow = place.endsWith('bottom');
    const top = isLow ? Math.max(...under.map((one) => one[1] + one[3])) : y;
    const bottom = isLow ? y + height : Math.min(...under.map((one) => one[1]));
    return bottom - top < LEAST_LINES * parseFloat(sizeOf(element)) ? box : [x, top, width, bottom - top];
  }

  /** Words that have to be scrolled to are a stop for the Tab key; asked once for each form the panel takes. */
  function fit(): void {
    const form = `${measured}${element.className}${element.style.maxHeight}`;
    if (form === fitted) return;
    fitted = form;
    if (body.scrollHeight > body.clientHeight) body.tabIndex = 0;
    else body.removeAttribute('tabindex');
  }

  return {
    popover,
    render,
    settle({ hard, fields, tags, isSaid }, viewport, zoom) {
      let best: readonly [cost: number, name: string, corner: string, box: Box, isCut: boolean] | null = null;
      for (const [rank, name] of sizesFor(viewport, zoom, isSaid).entries()) {
        // No smaller one can be better.
        if (best && best[0] < rank * SMALLER_COST - STAY_GAIN) break;
        for (const place of CORNERS) {
          const whole = boxAt(place, needOf(name), viewport, PANEL_EDGE * zoom);
          const box = cut(whole, place, hard);
          const lost = (whole[3] - box[3]) * box[2];
          const cost = overlap(box, hard) * COVER_COST + rank * SMALLER_COST + overlap(box, fields) * FIELD_COST
            + overlap(box, tags) + lost * LOST_COST - (place === corner ? STAY_GAIN : 0);
          if (!best || cost < best[0]) best = [cost, name, place, box, lost > 0];
        }
      }
      const [, name, place, box, isCut] = best ?? [0, '', CORNERS[0] ?? '', EMPTY, false];
      corner = place;
      dress(element, `panel ${name} ${corner}`);
      const height = isCut ? `${box[3] / zoom}px` : '';
      if (height !== element.style.maxHeight) element.style.maxHeight = height;
      fit();
      return box;
    },
  };
}

function boxAt(corner: string, [width, height]: Size, viewport: Box, edge: number): Box {
  const x = corner.startsWith('right') ? viewport[2] - edge - width : edge;
  const y = corner.endsWith('bottom') ? viewport[3] - edge - height : edge;
  return [x, y, width, height];
}

function renderNotice(element: HTMLElement, notice: PanelModel['notice']): void {
  const words = notice ? [`**${notice.title}**`, ...notice.lines] : [];
  while (element.children.length > words.length) element.lastElementChild?.remove();
  while (element.children.length < words.length) element.append(make('p', ''));
  words.forEach((line, index) => fill(element.children[index] as HTMLElement, line));
}

/** The person may have asked for larger words. */
function sizeOf(element: HTMLElement): string {
  return getComputedStyle(element).fontSize;
}
