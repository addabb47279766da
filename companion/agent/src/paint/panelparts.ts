/** The panel's nodes and what stands in them. */

import type { PanelAction, PanelModel } from '../messages';
import { fill, make } from './words';

const BADGE_SIGNS: Readonly<Record<PanelModel['badge']['tone'], string>> = { official: '✓', practice: '~', foreign: '!' };

export class PanelParts {
  private readonly badgeSign = make('span', 'sign');
  private readonly badgeText = make('span', 'words');
  private readonly badge = make('div', 'badge', this.badgeSign, this.badgeText);
  private readonly progressText = make('div', '');
  private readonly progress = make('div', 'progress', this.progressText, make('div', 'bar', make('div', 'done')));
  private readonly sentence = make('p', 'sentence');
  private readonly note = make('p', 'note');
  private readonly helpTitle = make('div', 'title');
  private readonly helpList = make('ul', '');
  private readonly help = make('div', 'help', this.helpTitle, this.helpList);
  private readonly buttons: Readonly<Record<PanelAction, HTMLButtonElement>> = {
    stuck: button('stuck'), hide: button('hide'), show: button('show'),
  };
  readonly element = make(
    'div', 'panel',
    make('div', 'body', this.badge, this.progress, this.sentence, this.help, this.note),
    make('div', 'buttons', ...Object.values(this.buttons)),
  );

  constructor() {
    this.badgeSign.ariaHidden = 'true';
    this.sentence.role = 'status';
    this.sentence.ariaLive = 'polite';
  }

  write(model: PanelModel): void {
    this.badge.dataset['tone'] = model.badge.tone;
    fill(this.badgeSign, BADGE_SIGNS[model.badge.tone]);
    fill(this.badgeText, model.badge.text);
    this.writeProgress(model.progress);
    fill(this.sentence, model.sentence);
    this.sentence.hidden = model.sentence === '';
    fill(this.note, model.note);
    this.note.hidden = model.note === '';
    this.writeHelp(model.help);
    fill(this.buttons.stuck, model.buttons.stuck);
    fill(this.buttons.hide, model.buttons.hide);
    fill(this.buttons.show, model.buttons.show);
  }

  private writeProgress(progress: PanelModel['progress']): void {
    this.progress.hidden = progress === null;
    if (!progress) return;
    fill(this.progressText, progress.text);
    this.progress.style.setProperty('--done', `${progress.of > 0 ? progress.done / progress.of : 0}`);
  }

  private writeHelp(help: PanelModel['help']): void {
    this.help.hidden = help === null;
    if (!help) return;
    fill(this.helpTitle, help.title);
    this.helpList.replaceChildren(...help.lines.map((line) => {
      const item = make('li', '');
      fill(item, line);
      return item;
    }));
  }
}

function button(action: PanelAction): HTMLButtonElement {
  const element = make('button', '');
  element.type = 'button';
  element.dataset['action'] = action;
  return element;
}
