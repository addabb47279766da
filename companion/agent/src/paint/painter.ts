/** Draws scenes over a page, and mends what the page undoes; the only part other modules see. */

import { repairBudget } from './budget';
import { frameLoop } from './frameloop';
import { copy } from './help';
import { RESIFT } from './limits';
import { modals } from './modals';
import { pressCatcher, PRESSES } from './presses';
import type { PanelAction } from '../messages';
import type { Drawn, PainterOptions, Scene } from './scene';
import { createStage, type Stage } from './stage';

/** After these, something may stand elsewhere, or above us, or our dialog be gone. */
const EVENTS = [
  'scroll', 'resize', 'transitionrun', 'transitionstart', 'transitionend', 'animationstart', 'animationend', 'load',
  'beforetoggle', 'toggle', 'close', 'fullscreenchange',
];

export class Painter {
  readonly #options: PainterOptions;
  readonly #onPress;
  readonly #modals;
  readonly #ended = new AbortController();
  readonly #spend = repairBudget();
  readonly #wake = frameLoop(() => this.#tick());
  /** Told in the frame of the change, after its layout: what we write then is drawn in it. */
  readonly #resized = new ResizeObserver(() => this.#tick() && this.#wake());
  #observed: readonly Element[] = [];
  #stage: Stage | null = null;
  #isBuried = false;
  #later = 0;

  /** Listens at once, to come before the page's own listeners; builds its nodes when there is something to draw. */
  constructor(document: Document, options: PainterOptions) {
    this.#options = options;
    this.#modals = modals(document);
    this.#onPress = pressCatcher(() => this.#stage?.host, (button) => void this.#press(button));
    this.#listen();
  }

  /** Make the page show this scene. Parts that are as they were are not touched. */
  show(scene: Scene): void {
    if (!this.#stage && !scene.next && !scene.framed && !scene.panel && !scene.labels.length && !scene.gloss) return;
    this.#stage ??= createStage(this.#options);
    if (!this.#stage.write(scene)) return;
    this.#observe(this.#stage.anchors());
    this.#tick();
    this.#wake();
  }

  /** The watcher saw a mutation: mend what the page has undone. To be called at most once a frame. */
  repair(): void {
    this.#listen();
    this.#stage?.spoil();
    this.#tick();
    if (!this.#stage) return;
    this.#wake();
    // Once more when the page is still: what stands under our tags is asked then.
    clearTimeout(this.#later);
    this.#later = window.setTimeout(() => this.#stir(), RESIFT);
  }

  /** Whether a node is ours, so that the watcher passes over it. */
  owns(node: Node): boolean {
    return node === this.#stage?.host.element;
  }

  drawn(): Drawn {
    return this.#stage?.drawn() ?? { ring: null, bubble: null, labels: {}, panel: null };
  }

  destroy(): void {
    clearTimeout(this.#later);
    this.#resized.disconnect();
    this.#ended.abort();
    this.#stage?.host.element.remove();
    this.#stage = null;
  }

  /** Idempotent: `document.open()` drops the listeners of isolated worlds too. */
  #listen(): void {
    const { signal } = this.#ended;
    for (const type of EVENTS) window.addEventListener(type, this.#onEvent, { capture: true, passive: true, signal });
    for (const type of PRESSES) {
      // Passive, but for what would take the focus: else every scroll by touch would wait for us.
      window.addEventListener(type, this.#onPress, { capture: true, passive: !type.endsWith('down'), signal });
    }
  }

  /** Observing one anew reports it at once, and each report costs a look at everything drawn. */
  #observe(anchors: readonly Element[]): void {
    for (const gone of this.#observed.filter((one) => !anchors.includes(one))) this.#resized.unobserve(gone);
    for (const anchor of anchors.filter((one) => !this.#observed.includes(one))) this.#resized.observe(anchor, { box: 'border-box' });
    this.#observed = anchors;
  }

  async #press(button: HTMLButtonElement): Promise<void> {
    if (button.name !== 'copy') return this.#options.onAction(button.name as PanelAction, button.value);
    if (await copy(button)) this.#options.onAction('copied', '');
  }

  readonly #onEvent = (event: Event): void => {
    // The toggle events of a popover with a source leave its closed root (measured): not for the page's ears.
    if (this.owns(event.target as Node)) return event.stopImmediatePropagation();
    const hasOpened = event.type === 'toggle' && (event as ToggleEvent).newState === 'open';
    if (hasOpened) this.#modals.opened(event.target);
    this.#isBuried ||= hasOpened || event.type === 'fullscreenchange';
    this.#stir();
  };

  #stir(): void {
    this.#stage?.stir();
    if (this.#stage) this.#wake();
  }

  /** Put everything where it belongs, and back what the page took away or covered as long as the budget lasts. */
  #tick(): boolean {
    const stage = this.#stage;
    const home = this.#modals.home();
    const popovers = stage?.popovers();
    if (!home || !stage || !popovers?.length) return false;
    const isUndone = this.#isBuried || stage.host.isDisturbed(home) || popovers.some((one) => !one.isStale && !one.isOpen);
    if (isUndone && !this.#spend(performance.now())) return true;
    stage.open(stage.host.settle(home) || this.#isBuried);
    this.#isBuried = false;
    return stage.settle();
  }
}
