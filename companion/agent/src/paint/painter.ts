/** Draws scenes over a page, and mends what the page undoes; the only part other modules see. */

import { RepairBudget } from './budget';
import { FrameLoop } from './frameloop';
import { Host } from './host';
import { Modals } from './modals';
import { Presses } from './presses';
import { type Drawn, NOTHING_DRAWN, type PainterOptions, type Scene } from './scene';
import { Stage } from './stage';

/** After these, something may stand elsewhere. */
const MOVING = ['scroll', 'resize', 'transitionrun', 'transitionend', 'animationstart', 'animationend', 'load'] as const;
/** After these, something may stand above us, or our dialog be gone. */
const LAYERING = ['beforetoggle', 'toggle', 'close', 'fullscreenchange'] as const;
const CAPTURE = { capture: true, passive: true } as const;

export class Painter {
  private host: Host | null = null;
  private stage: Stage | null = null;
  private readonly presses: Presses;
  private readonly modals = new Modals();
  private readonly budget = new RepairBudget();
  private readonly loop = new FrameLoop(() => this.tick());
  private readonly resized = new ResizeObserver(() => this.onMoving());
  private watched: readonly Element[] = [];
  private buried = false;

  /** Listens at once, to come before the page's own listeners; builds its nodes when there is something to draw. */
  constructor(private readonly document: Document, private readonly options: PainterOptions) {
    this.presses = new Presses(() => this.host, (action) => options.onAction(action));
    this.listen();
  }

  /** Make the page show this scene. Parts that are as they were are not touched. */
  show(scene: Scene): void {
    if (!this.stage && !scene.next && !scene.framed && !scene.panel && scene.labels.length === 0) return;
    const known = this.host;
    this.host ??= new Host(this.options.tag, this.options.lang);
    this.stage ??= new Stage(this.document, this.host);
    this.watchSizes(this.stage.write(scene));
    const home = this.modals.home(this.document);
    // Against a page that takes the host away, showing again is a repair like any other.
    if (known && home && known.isDisturbed(home)) this.mend();
    else this.present(this.host, this.stage);
    this.loop.wake();
  }

  /** The watcher saw a mutation: mend what the page has undone. To be called at most once a frame. */
  repair(): void {
    this.listen();
    this.stage?.mayBeCovering();
    this.mend();
    this.onMoving();
  }

  /** Whether a node is ours, so that the watcher passes over it. */
  owns(node: Node): boolean {
    return this.host?.owns(node) ?? false;
  }

  drawn(): Drawn {
    return this.stage?.drawn() ?? NOTHING_DRAWN;
  }

  destroy(): void {
    this.loop.stop();
    this.resized.disconnect();
    this.presses.stop();
    for (const type of MOVING) window.removeEventListener(type, this.onMoving, CAPTURE);
    for (const type of LAYERING) window.removeEventListener(type, this.onLayering, CAPTURE);
    this.host?.element.remove();
  }

  /** Idempotent: `document.open()` drops the listeners of isolated worlds too. */
  private listen(): void {
    this.presses.listen();
    for (const type of MOVING) window.addEventListener(type, this.onMoving, CAPTURE);
    for (const type of LAYERING) window.addEventListener(type, this.onLayering, CAPTURE);
  }

  private readonly onMoving = (): void => {
    if (this.stage && !this.stage.isEmpty) this.loop.wake();
  };

  private readonly onLayering = (event: Event): void => {
    // The toggle events of a popover with a source leave its closed root (measured): not for the page's ears.
    if (this.host && event.target === this.host.element) return event.stopImmediatePropagation();
    if (event.type === 'beforetoggle') return;
    if (event.type !== 'toggle') this.buried ||= event.type === 'fullscreenchange';
    else if ((event as ToggleEvent).newState === 'open') {
      this.modals.opened(event.target);
      this.buried = true;
    }
    this.loop.wake();
  };

  private tick(): boolean {
    this.mend();
    return this.stage?.settle() ?? false;
  }

  /** Put back what the page took away, lost or covered, as long as the budget lasts. */
  private mend(): void {
    const { host, stage } = this;
    const home = this.modals.home(this.document);
    if (!home || !host || !stage || stage.isEmpty) return;
    if (!this.buried && !host.isDisturbed(home) && !stage.isBroken) this.reclaim(stage);
    else if (this.budget.spend(performance.now())) this.present(host, stage);
  }

  /** Host in its place, parts open, everything where it belongs. */
  private present(host: Host, stage: Stage): void {
    const home = this.modals.home(this.document);
    if (!home || (stage.isEmpty && !host.element.isConnected)) return;
    const moved = host.element.parentNode !== home;
    host.settle(home);
    stage.open(moved || this.buried);
    this.buried = false;
    stage.settle();
    this.reclaim(stage);
  }

  /** A first miss is shown again, a second is handed to the frame loop. */
  private reclaim(stage: Stage): void {
    const strays = stage.strays();
    if (strays.length === 0 || !this.budget.spend(performance.now())) return;
    for (const pin of strays) pin.miss();
    stage.open(false);
    stage.settle();
  }

  private watchSizes(elements: readonly Element[]): void {
    if (elements.length === this.watched.length && elements.every((one, index) => one === this.watched[index])) return;
    this.resized.disconnect();
    for (const element of elements) this.resized.observe(element);
    this.watched = elements;
  }
}
