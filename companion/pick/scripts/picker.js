/** Takes the person's next press for itself: the page hears of none of it. Spoken to as the agent is. */

const PRESSES = [
  'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu',
  'touchstart', 'touchend', 'touchmove', 'dragstart',
];
const HOVERS = ['pointermove', 'pointerover', 'pointerout', 'mousemove', 'mouseover', 'mouseout',
  'pointerenter', 'pointerleave', 'mouseenter', 'mouseleave'];

class Picker {
  #waiting = null;
  #queue = [{ kind: 'ready' }];
  #look = null;
  #raw = null;
  #picked = null;
  #held = false;
  #listening = new AbortController();

  constructor({ brief, kinds }) {
    this.brief = brief;
    this.kinds = kinds;
    this.overlay = new Overlay(brief.tag);
    this.official = CompanionAgent.standing(self.origin, brief.hosts).official;
    const { signal } = this.#listening;
    const heard = { capture: true, passive: false, signal };
    for (const type of PRESSES) addEventListener(type, (event) => this.#press(event), heard);
    for (const type of HOVERS) addEventListener(type, (event) => this.#hover(event), heard);
    addEventListener('keydown', (event) => this.#key(event), heard);
    addEventListener('scroll', () => this.#held || this.#forget(), { capture: true, passive: true, signal });
  }

  /** Resolves with at least one report; a newer call takes over. */
  next() {
    return new Promise((resolve) => {
      this.#waiting?.([]);
      this.#waiting = resolve;
      this.#flush();
    });
  }

  tell({ order, brief, target }) {
    if (order === 'hold') this.#hold();
    if (order === 'try' && this.#picked) this.#send({ kind: 'tried', ...tryOut(brief, target, this.#picked) });
  }

  retire() {
    this.#listening.abort();
    this.overlay.remove();
  }

  #send(report) {
    this.#queue.push(report);
    this.#flush();
  }

  #flush() {
    if (!this.#waiting || !this.#queue.length) return;
    const resolve = this.#waiting;
    this.#waiting = null;
    resolve(this.#queue.splice(0));
  }

  /** Whether the event is the person's and meant for us; with Alt held down the page is used as ever. */
  #isOurs(event) {
    return event.isTrusted && !event.altKey;
  }

  #hover(event) {
    if (!this.#isOurs(event)) return;
    event.stopImmediatePropagation();
    if (this.#held) return;
    if (event.type === 'mouseout' && !event.relatedTarget) this.#forget();
    if (event.type === 'mouseover' && isFrame(event.composedPath()[0])) this.#leaveToFrame();
    if (event.type !== 'pointermove' && event.type !== 'mousemove') return;
    this.#point(event.composedPath()[0]);
  }

  #press(event) {
    if (!this.#isOurs(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click' || this.#held) return;
    this.#take(event.composedPath()[0]);
  }

  #key(event) {
    if (!event.isTrusted || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#send({ kind: 'ended' });
  }

  #forget() {
    this.#raw = null;
    this.overlay.clear();
    this.overlay.shield([]);
  }

  /** What is in the frame is for the frame's own picker, if it has one. */
  #leaveToFrame() {
    this.#forget();
    this.overlay.raise();
    this.overlay.shield(this.#foreignFrames());
  }

  #point(raw) {
    if (raw === this.#raw || !(raw instanceof HTMLElement || raw instanceof SVGElement)) return;
    this.#raw = raw;
    this.overlay.raise();
    this.overlay.shield(this.#foreignFrames());
    if (raw === this.overlay.host) return this.overlay.clear();
    this.#look = this.official ? lookWith(this.brief) : null;
    const taken = this.#look && takenAt(htmlAt(raw), this.#look.insight.scene);
    if (taken) this.overlay.mark(taken.element, this.#tagOf(taken, htmlAt(raw)));
    else this.overlay.clear();
  }

  /** The kind, and the words that would be taken. */
  #tagOf(taken, raw) {
    const { words } = describe(taken, raw, this.#look);
    return [this.kinds[taken.kind], ...Object.values(words).flat().slice(0, 2).map((one) => `\u201c${one}\u201d`)].join(' ');
  }

  #take(raw) {
    if (!this.official) return this.#send({ kind: 'refused', reason: 'foreign_page' });
    if (raw === this.overlay.host) return this.#send({ kind: 'refused', reason: 'foreign_frame' });
    const element = htmlAt(raw);
    if (!element) return this.#send({ kind: 'refused', reason: 'nothing' });
    const look = lookWith(this.brief);
    const taken = takenAt(element, look.insight.scene);
    if (!taken) return this.#send({ kind: 'refused', reason: obstacleAt(element) });
    this.#look = look;
    this.#picked = taken.element;
    this.overlay.mark(taken.element, this.#tagOf(taken, element));
    this.#hold();
    this.#send({ kind: 'picked', ...describe(taken, element, look) });
  }

  #hold() {
    this.#held = true;
    if (!this.#picked) this.#forget();
    this.overlay.hold();
  }

  /** Frames of other sites have no picker of ours: a press in them would be the page's. */
  #foreignFrames() {
    return selectAll(document, 'iframe[src]').filter(({ src }) =>
      /^https?:/.test(src) && !CompanionAgent.standing(new URL(src).origin, this.brief.hosts).official);
  }
}

function isFrame(element) {
  return element instanceof HTMLIFrameElement || element instanceof HTMLFrameElement;
}

/** An icon stands for the element it is drawn in. */
function htmlAt(raw) {
  return raw instanceof SVGElement ? raw.closest('svg').parentElement : raw instanceof HTMLElement ? raw : null;
}
