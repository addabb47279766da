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
  const title = make('b', '');
  const lines = make('div', '');
  const copies = make('div', 'copies');
  const choices = make('div', 'choices');
  const element = make('div', 'help', title, lines, copies, choices);
  let shown = '';
  let listed = '';

  return {
    element,
    render(help, words) {
      const key = JSON.stringify([help, words.back, words.copy]);
      if (key === shown) return;
      shown = key;
      element.hidden = !help;
      // What is offered unasked leaves progress and note where they are.
      dress(element, help?.title ? 'help asked' : 'help');
      fill(title, help?.title ?? '');
      const told = JSON.stringify(help?.lines);
      if (told !== listed) lines.replaceChildren(...list(help?.lines ?? []));
      listed = told;
      arrange(copies, (help?.copies ?? []).map(({ zh, meaning }) => [
        `${zh} ${meaning}`, () => make('div', 'copy', said('p', zh), said('p', meaning), copier(zh, words)),
      ]));
      const goals = (help?.choices ?? []).map(({ id, text }) => [
        `${id} ${text}`, () => button(CHOOSE, id, text, 'choice'),
      ] as const);
      const back = ['', () => button(CHOOSE, 'back', words.back, 'choice back')] as const;
      arrange(choices, help?.back ? [...goals, back] : goals);
    },
  };
}

/**
 * Have these children in this order, by key, and touch none that stays: a press that began on one would be lost with
 * it, and so would the focus of whoever goes by keys (the waited time changes the lines every second).
 */
function arrange(box: HTMLElement, wanted: readonly (readonly [string, () => HTMLElement])[]): void {
  const keys = new Set(wanted.map(([key]) => key));
  const old = new Map<string, HTMLElement>();
  for (const child of [...box.children] as HTMLElement[]) {
    if (keys.has(child.dataset.key ?? '')) old.set(child.dataset.key ?? '', child);
    else child.remove();
  }
  wanted.forEach(([key, build], index) => {
    const child = old.get(key) ?? build();
    child.dataset.key = key;
    const there = box.children[index];
    if (there !== child) box.insertBefore(child, there ?? null);
  });
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
