/** The small panel: where we are, what to do now, and the two buttons; a pill while the person has hidden the guide. */

import type { Box, PanelAction, PanelModel } from '../messages';
import { boxOf, overlap, type Size } from './box';
import { CORNER_GAIN, PANEL_EDGE, ROOMY_HEIGHT, ROOMY_WIDTH } from './limits';
import { Popover } from './popover';
import { dress, fill, make } from './words';

const ACTIONS = ['stuck', 'hide', 'show'] as const;
const CORNERS = ['right bottom', 'right top', 'left top', 'left bottom'];

/** In square pixels of marked fields: covering one of the next target or its bubble, … */
const COVER_COST = 1e7;
/** … and a smaller panel, with less to read. */
const SMALLER_COST = 1e6;

export interface Panel {
  readonly popover: Popover;
  render(model: PanelModel | null, hidden: boolean): void;
  /** Take the size and corner that cover least; `hard` matters before everything. */
  settle(hard: readonly Box[], soft: readonly Box[], viewport: Box, zoom: number): void;
}

export function createPanel(): Panel {
  const badge = make('div', '');
  const progress = make('div', 'progress');
  const sentence = make('p', 'sentence');
  const helpTitle = make('b', '');
  const helpList = make('ul', '');
  const help = make('div', 'help', helpTitle, helpList);
  const note = make('p', 'note');
  const buttons = ACTIONS.map(button);
  const element = make(
    'div', 'panel', make('div', 'body', badge, progress, sentence, help, note), make('div', 'buttons', ...buttons));
  const popover = new Popover(element);
  sentence.role = 'status';
  sentence.ariaLive = 'polite';
  let shown = '';
  let isHidden = false;
  let measured = '';
  let corner = '';
  /** What the present contents need in each size. */
  let needs: [string, Size][] = [];

  function render(model: PanelModel | null, hidden: boolean): void {
    const key = JSON.stringify([model, hidden]);
    if (key === shown) return;
    shown = key;
    isHidden = hidden;
    popover.isStale ||= !model;
    if (!model) return element.hidePopover();
    dress(badge, `badge ${model.badge.tone}`);
    fill(badge, model.badge.text);
    fill(progress, model.progress?.text ?? '');
    if (model.progress) progress.style.cssText = `--done:${model.progress.done / (model.progress.of || 1)}`;
    fill(sentence, model.sentence);
    fill(helpTitle, model.help?.title ?? '');
    helpList.replaceChildren(...(model.help?.lines ?? []).map((line) => {
      const item = make('li', '');
      fill(item, line);
      return item;
    }));
    help.hidden = !model.help;
    fill(note, model.note);
    buttons.forEach((one, index) => fill(one, model.buttons[ACTIONS[index] ?? 'show']));
  }

  function measure(viewport: Box, zoom: number): void {
    const key = `${shown}${viewport}${zoom}`;
    if (key === measured) return;
    measured = key;
    const isRoomy = viewport[2] >= ROOMY_WIDTH * zoom && viewport[3] >= ROOMY_HEIGHT * zoom;
    needs = (isHidden ? ['pill'] : isRoomy ? ['full', 'compact'] : ['compact']).map((name) => {
      dress(element, `panel ${name}`);
      const [, , width, height] = boxOf(element);
      return [name, [width, height]];
    });
  }

  return {
    popover,
    render,
    settle(hard, soft, viewport, zoom) {
      measure(viewport, zoom);
      const options = needs.flatMap(([name, need], rank) => CORNERS.map((place) => {
        const box = boxAt(place, need, viewport, PANEL_EDGE * zoom);
        const stay = place === corner ? CORNER_GAIN : 0;
        return [overlap(box, hard) * COVER_COST + rank * SMALLER_COST + overlap(box, soft) - stay, name, place] as const;
      }));
      const [, name, place] = options.reduce((best, option) => (option[0] < best[0] ? option : best));
      corner = place;
      dress(element, `panel ${name} ${corner}`);
    },
  };
}

function boxAt(corner: string, [width, height]: Size, viewport: Box, edge: number): Box {
  const x = corner.startsWith('right') ? viewport[2] - edge - width : edge;
  const y = corner.endsWith('bottom') ? viewport[3] - edge - height : edge;
  return [x, y, width, height];
}

function button(action: PanelAction): HTMLButtonElement {
  const element = make('button', action);
  element.type = 'button';
  return element;
}
