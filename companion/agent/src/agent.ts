/** One document's agent: watches, locates, judges, draws, and reports what changed. */

import type { Brief } from './brief';
import { Bus } from './bus';
import { Guide, hintOf, toneOf, type Guidance, type Step } from './guide/guide';
import { contentBox, place } from './guide/place';
import { Typing } from './guide/typing';
import { RECT_REPORT_MS } from './limits';
import { Locator, type Sight } from './locate';
import type { Box, Order, PanelAction, PanelModel, Report, Tone } from './messages';
import { Painter, type FramedMark, type Mark } from './paint';
import { Watch, type Change } from './watch';

const NOTHING: Sight = { states: [], targets: new Map() };

/** `host` is the official host that the document stands for; empty where nothing is to be guided. */
export class Agent {
  private readonly bus = new Bus();
  private readonly painter: Painter;
  private readonly watch: Watch;
  private readonly typing: Typing;
  private readonly guide: Guide;
  private readonly frames = new Map<string, HTMLElement>();
  private locator: Locator | null = null;
  private path = '';
  private sight = NOTHING;
  private guidance: Guidance = { steps: [], wants: null, labels: [] };
  private lead: boolean;
  private states: ReadonlySet<string> = new Set();
  private framed: (Order & { kind: 'framed' })['framed'] = null;
  private panel: PanelModel | null = null;
  private hidden = false;
  private sentKey = '';
  private sentAt = 0;

  constructor(
    private readonly document: Document,
    private readonly brief: Brief,
    private readonly host: string,
    private readonly top: boolean,
  ) {
    // Child frames wait to be given the lead, so that two frames never point at once.
    this.lead = top;
    this.guide = new Guide(brief);
    this.painter = new Painter(document, {
      lang: brief.lang, tag: brief.tag, onAction: (action) => this.act(action),
    });
    this.watch = new Watch(document, (change) => this.work(change), (node) => this.painter.owns(node));
    this.typing = new Typing(document, () => this.watch.touch({ values: true }));
  }

  start(): void {
    this.watch.start();
    this.typing.start();
    const front = (event: Event): void => { if (event.isTrusted) this.bus.send({ kind: 'front' }); };
    for (const type of ['pointerdown', 'focus']) window.addEventListener(type, front, { capture: true, passive: true });
    if (this.top && this.document.visibilityState === 'visible') this.bus.send({ kind: 'front' });
  }

  /** Takes everything of ours off the page; the page goes on as if we had never been here. */
  retire(): void {
    this.watch.stop();
    this.typing.stop();
    this.painter.destroy();
  }

  next(): Promise<Report[]> {
    return this.bus.next();
  }

  tell(order: Order): void {
    switch (order.kind) {
      case 'lead':
        this.lead = order.may;
        this.states = new Set(order.states);
        return this.watch.touch({ values: true });
      case 'panel':
        this.panel = order.panel;
        return this.paint();
      case 'framed':
        this.framed = order.framed;
        return this.paint();
      case 'hidden':
        this.hidden = order.hidden;
        return this.paint();
    }
  }

  /** Keeps track of where a child frame's document stands; Python resolves the owner element. */
  adopt(frame: string, owner: HTMLElement): void {
    this.frames.set(frame, owner);
    this.reportFrames();
    this.watch.touch({ places: true });
  }

  private work(change: Change): void {
    if (change.structure && this.isSucceeded()) return this.retire();
    if (change.structure) this.sight = this.look();
    const around = { states: new Set([...this.states, ...this.sight.states]), busy: this.typing.field };
    this.guidance = this.guide.decide(this.sight, around, this.lead);
    if (change.structure) this.painter.repair();
    this.paint();
    this.report();
    this.reportFrames();
  }

  /** A single-page site changes its address without a new document; guards go by the present one. */
  private look(): Sight {
    if (this.host && this.path !== location.pathname) {
      this.path = location.pathname;
      this.locator = new Locator(this.brief, { host: this.host, path: this.path });
    }
    return this.locator?.look(this.document) ?? NOTHING;
  }

  /** A newer session has put its own host here: two of us would show everything twice. */
  private isSucceeded(): boolean {
    const hosts = this.document.querySelectorAll(this.brief.tag);
    return [...hosts].some((host) => !this.painter.owns(host));
  }

  private paint(): void {
    const { wants, labels } = this.guidance;
    const next = this.lead ? wants : null;
    this.painter.show({
      next: next && mark(next, hintOf(next)),
      bubble: this.top,
      labels: labels.map((step) => mark(step, { words: step.target.words.label, tone: toneOf(step) })),
      framed: this.framedMark(),
      panel: this.panel,
      hidden: this.hidden,
    });
  }

  private framedMark(): FramedMark | null {
    const owner = this.framed && this.frames.get(this.framed.frame);
    return owner && this.framed ? { owner, rect: this.framed.rect, words: this.framed.words, tone: this.framed.tone } : null;
  }

  /** Changes of state go out at once, mere movement at most ten times a second (DESIGN 5). */
  private report(): void {
    const { steps, wants, labels } = this.guidance;
    const ids = (list: readonly Step[]): string[] => list.map(({ target }) => target.id);
    const views = steps.map(({ view }) => view);
    const key = JSON.stringify([this.sight.states, views.map(({ rect: _, scroll: __, ...rest }) => rest), wants?.target.id, ids(labels)]);
    const places = JSON.stringify(views.map(({ rect, scroll }) => [rect, scroll]));
    if (key + places === this.sentKey) return;
    const moved = this.sentKey.startsWith(key);
    if (moved && performance.now() - this.sentAt < RECT_REPORT_MS) return this.watch.touch({ places: true });
    this.sentKey = key + places;
    this.sentAt = performance.now();
    this.bus.send({ kind: 'view', states: this.sight.states, targets: views, wants: wants?.target.id ?? null, labels: ids(labels), viewport: [innerWidth, innerHeight] });
  }

  private readonly sentFrames = new Map<string, string>();

  private reportFrames(): void {
    for (const [frame, owner] of this.frames) {
      if (!owner.isConnected) continue;
      const box: Box = contentBox(owner);
      const { visible, scroll } = place(owner);
      const key = JSON.stringify([box, visible, scroll]);
      if (this.sentFrames.get(frame) === key) continue;
      this.sentFrames.set(frame, key);
      this.bus.send({ kind: 'frame', frame, box, visible, scroll });
    }
  }

  /** Hiding works without Python, so that a person is never stuck with drawings they don't want. */
  private act(action: PanelAction): void {
    if (action === 'hide' || action === 'show') this.tell({ kind: 'hidden', hidden: action === 'hide' });
    this.bus.send({ kind: 'action', action });
  }
}

function mark(step: Step, { words, tone }: { words: string; tone: Tone }): Mark {
  return { target: step.target.id, element: step.element, words, tone };
}
