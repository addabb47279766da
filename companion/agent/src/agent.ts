/** One document's agent: watches, locates, judges, draws, and reports what changed. */

import type { Brief } from './brief';
import { Bus } from './bus';
import { Lookup } from './glossary';
import { factsOf } from './foreign';
import { correctionOf, readingOf } from './guide/correction';
import { Guide, hintOf, tagOf, type Guidance, type Step } from './guide/guide';
import { Typing } from './guide/typing';
import { Locator, type Sight } from './locate';
import type { Order, PanelAction, PanelModel, Report, Tone, WarningModel } from './messages';
import { Notices } from './notice';
import { Painter, type FramedMark, type Gloss, type Mark } from './paint';
import { Reporter } from './reporter';
import { isTranslated } from './translated';
import { Watch, type Change } from './watch';

const NOTHING: Sight = { states: [], targets: new Map(), shadows: [] };

export class Agent {
  readonly #brief: Brief;
  readonly #host: string;
  readonly #top: boolean;
  readonly #bus = new Bus();
  readonly #guide: Guide;
  readonly #painter: Painter;
  readonly #reporter: Reporter;
  readonly #typing: Typing;
  readonly #watch: Watch;
  readonly #notices: Notices;
  readonly #lookup: Lookup;
  #locator: Locator | null = null;
  #path = '';
  #sight = NOTHING;
  #guidance: Guidance = { steps: [], wants: null, labels: [] };
  /** Child frames wait to be given the lead, so that two frames never point at once. */
  #lead: boolean;
  #states: ReadonlySet<string> = new Set();
  #framed: (Order & { kind: 'framed' })['framed'] = null;
  #panel: PanelModel | null = null;
  #warning: WarningModel | null = null;
  #scale = 100;
  #gloss: Gloss | null = null;
  /** The hint that the person has put away; another one is shown again. */
  #hushed = '';
  #retired = false;
  /** A child frame draws nothing before the session has said that its tab is the site's. */
  #hidden: boolean;

  /** `host` is the official host that the document stands for; empty where nothing is to be guided. */
  constructor(brief: Brief, host: string, top: boolean) {
    this.#brief = brief;
    this.#host = host;
    this.#top = this.#lead = top;
    this.#hidden = !top;
    this.#guide = new Guide(brief);
    this.#notices = new Notices(brief);
    const { lang, tag } = brief;
    this.#painter = new Painter(document, { lang, tag, onAction: (action, value) => this.#act(action, value) });
    this.#watch = new Watch((change) => this.#work(change), (node) => this.#painter.owns(node), () => this.#listen());
    this.#lookup = new Lookup((node) => this.#painter.owns(node), (gloss) => this.#point(gloss));
    this.#typing = new Typing(() => this.#watch.touch({ values: true }));
    this.#reporter = new Reporter(this.#bus, tag, () => this.#watch.touch({ places: true }));
  }

  start(): void {
    this.#watch.start();
    this.#comeFront(this.#top && document.visibilityState === 'visible');
  }

  /** Takes everything of ours off the page; the page goes on as if we had never been here. */
  retire(): void {
    this.#watch.stop();
    this.#notices.stop();
    this.#lookup.stop();
    this.#typing.stop();
    this.#painter.destroy();
    this.#retired = true;
  }

  /** What Python's long poll asks for: at least one report. */
  next(): Promise<Report[]> {
    return this.#bus.next();
  }

  tell(order: Order): void {
    switch (order.kind) {
      case 'lead':
        this.#lead = order.may;
        this.#states = new Set(order.states);
        return this.#watch.touch({ values: true });
      case 'panel':
        this.#panel = order.panel;
        return this.#paint();
      case 'framed':
        this.#framed = order.framed;
        return this.#paint();
      case 'translate':
        this.#notices.unknown.agree(order.may, order.meanings);
        return this.#watch.touch({ structure: true });
      case 'lookup':
        return this.#lookup.know(order.words);
      case 'warning':
        this.#warning = order.warning;
        return this.#paint();
      case 'hidden':
        this.#hidden = order.hidden;
        return this.#paint();
      case 'hush':
        return this.#hush();
      case 'scale':
        this.#scale = order.percent;
        return this.#paint();
    }
  }

  adopt(frame: string, owner: HTMLElement): void {
    this.#reporter.adopt(frame, owner);
    this.#paint();
  }

  #work(change: Change): void {
    if (change.structure) {
      if (this.#isSucceeded()) return this.retire();
      this.#sight = this.#look();
      this.#reporter.translated = isTranslated(document);
      for (const root of this.#sight.shadows) this.#watch.alsoWatch(root);
      this.#painter.repair();
      this.#lookup.again();
    }
    const states = new Set([...this.#states, ...this.#sight.states]);
    if (change.structure && this.#host) this.#notices.look(this.#sight.shadows, states);
    const around = { states, ...this.#typing.hands(), ...this.#notices.faults() };
    this.#guidance = this.#guide.decide(this.#sight, around, this.#lead);
    if (change.structure && !this.#host) this.#reporter.foreign(factsOf(document, this.#brief.foreign));
    this.#paint();
    this.#reporter.notices(this.#notices.views());
    this.#reporter.unexplained(this.#notices.unknown.asks());
    this.#reporter.view(this.#sight.states, this.#guidance);
    this.#reporter.frames();
  }

  /** A single-page site changes its address without a new document; guards go by the present one. */
  #look(): Sight {
    if (!this.#host) return NOTHING;
    if (!this.#locator || this.#path !== location.pathname) {
      this.#path = location.pathname;
      this.#locator = new Locator(this.#brief, { host: this.#host, path: this.#path });
    }
    return this.#locator.look(document);
  }

  /** A newer session has put its own host here: two of us would show everything twice. */
  #isSucceeded(): boolean {
    return [...document.querySelectorAll(this.#brief.tag)].some((host) => !this.#painter.owns(host));
  }

  #paint(): void {
    if (this.#retired) return;
    const { wants, labels } = this.#guidance;
    const hint = this.#hint();
    if (hint !== this.#hushed) this.#hushed = '';
    this.#painter.show({
      next: this.#lead && wants ? mark(wants, hintOf(wants)) : null,
      bubble: this.#top && hint !== this.#hushed,
      labels: [...this.#tags(this.#lead ? wants : null, labels), ...this.#notices.marks()],
      framed: this.#framedMark(),
      panel: this.#panel,
      warning: this.#warning,
      hidden: this.#hidden,
      gloss: this.#gloss,
      scale: this.#scale,
    });
  }

  /** A tag with the form to type, or with the value read out, stands for the field's own; the first beside the ring as well. */
  #tags(next: Step | null, labels: readonly Step[]): Mark[] {
    const { tags } = this.#brief;
    const own = labels.map((step) => mark(step, correctionOf(step, tags) ?? readingOf(step, tags) ?? tagOf(step, this.#brief)));
    const form = next && correctionOf(next, tags);
    return form ? [...own, { ...mark(next, form), isBesideRing: true }] : own;
  }

  #framedMark(): FramedMark | null {
    const owner = this.#framed && this.#reporter.owner(this.#framed.frame);
    return this.#framed && owner ? { ...this.#framed, owner } : null;
  }

  /** What the bubble says, and of what. */
  #hint(): string {
    const { wants } = this.#guidance;
    if (this.#lead && wants) return `${wants.target.id} ${hintOf(wants).words}`;
    return this.#framed ? `${this.#framed.frame} ${this.#framed.words}` : '';
  }

  /** The ring stays: only words can be in the way (WCAG 1.4.13). */
  #hush(): void {
    this.#hushed = this.#hint();
    if (this.#top) return this.#paint();
    if (this.#hushed) this.#bus.send({ kind: 'action', action: 'hush' });
  }

  #point(gloss: Gloss | null): void {
    this.#gloss = gloss;
    this.#paint();
  }

  #listen(): void {
    this.#typing.listen();
    this.#lookup.listen();
    for (const type of ['pointerdown', 'focus']) window.addEventListener(type, this.#touched, { capture: true, passive: true });
    window.addEventListener('keydown', this.#escaped, { capture: true, passive: true });
    for (const type of ['offline', 'online']) window.addEventListener(type, this.#connected, { capture: true, passive: true });
  }

  readonly #touched = (event: Event): void => this.#comeFront(event.isTrusted);

  /** The page's own dialog hears it as well. */
  readonly #escaped = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === 'Escape' && !event.isComposing) this.#hush();
  };

  readonly #connected = (event: Event): void => {
    if (!event.isTrusted) return;
    this.#reporter.offline = event.type === 'offline';
    this.#watch.touch({ values: true });
  };

  #comeFront(really: boolean): void {
    if (really) this.#bus.send({ kind: 'front' });
  }

  /** Hiding works without Python, so that a person is never stuck with drawings they don't want. */
  #act(action: PanelAction | 'choose' | 'dismiss', value: string): void {
    if (action === 'dismiss') return this.tell({ kind: 'warning', warning: null });
    if (action === 'choose') return this.#bus.send({ kind: 'choose', choice: value });
    if (action === 'hide' || action === 'show') this.tell({ kind: 'hidden', hidden: action === 'hide' });
    this.#bus.send({ kind: 'action', action });
  }
}

function mark(step: Step, { words, tone }: { words: string; tone: Tone }): Mark {
  return { target: step.target.id, element: step.element, clear: step.clear, words, tone };
}
