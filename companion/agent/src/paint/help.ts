/** The panel's advice: a few lines, the choices to go on, and Chinese sentences to copy. */

import type { PanelHelp, PanelModel } from '../messages';
import { dress, fill, make } from './words';

/** Names of our buttons beside the panel's own. */
const CHOOSE = 'choose';
const COPY = 'copy';

export interface Help {
  readonly element: HTMLElement;
  render(help: PanelHelp | null, words: PanelModel['buttons']): void;
}

export function createHelp(): Help {
  const element = make('div', 'help');
  let shown = '';

  return {
    element,
    render(help, words) {
      const key = JSON.stringify([help, words.back, words.copy]);
      if (key === shown) return;
      shown = key;
      element.hidden = !help;
      // What is offered unasked leaves progress and note where they are.
      dress(element, help?.title ? 'help asked' : 'help');
      const { title = '', lines = [], copies = [], choices = [], back = false } = help ?? {};
      const goals = choices.map(({ id, text }) => button(CHOOSE, id, text, 'choice'));
      if (back) goals.push(button(CHOOSE, 'back', words.back, 'choice back'));
      element.replaceChildren(
        ...(title ? [said('b', title)] : []),
        ...list(lines),
        ...copies.map(({ zh, meaning }) => make('div', 'copy', said('p', zh), said('p', meaning), copier(zh, words))),
        ...(goals.length ? [make('div', 'choices', ...goals)] : []));
    },
  };
}

/**
 * Puts a sentence of ours on the clipboard, in the person's own press; focus and selection stay the page's. Where the
 * browser refuses, the sentence can be selected by hand.
 */
export async function copy(pressed: HTMLButtonElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(pressed.value);
    fill(pressed, pressed.dataset.done ?? '');
    return true;
  } catch {
    pressed.parentElement?.classList.add('selectable');
    return false;
  }
}

export function button(name: string, value: string, words: string, className = name): HTMLButtonElement {
  const element = make('button', className);
  Object.assign(element, { type: 'button', name, value });
  fill(element, words);
  return element;
}

function copier(zh: string, words: PanelModel['buttons']): HTMLButtonElement {
  const element = button(COPY, zh, words.copy);
  element.dataset.done = words.copied;
  return element;
}

function list(lines: readonly string[]): HTMLElement[] {
  if (lines.length < 2) return lines.map((line) => said('p', line));
  return [make('ul', '', ...lines.map((line) => said('li', line)))];
}

function said(tag: 'b' | 'p' | 'li', words: string): HTMLElement {
  const element = make(tag, '');
  fill(element, words);
  return element;
}
