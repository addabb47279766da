/** What is drawn while picking: an outline, a tag, and shields over frames that are nobody's to pick in. */

const SHEET = `
  :host { all: initial !important; position: fixed !important; pointer-events: none !important; }
  [popover] { position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0; border: 0; background: none;
    overflow: visible; pointer-events: none; }
  .outline { position: fixed; box-sizing: border-box; border: 3px solid #0b57d0; border-radius: 4px; background: #0b57d022; }
  .outline.held { border-color: #146c2e; background: #146c2e22; }
  .tag { position: fixed; max-width: 60vw; padding: 4px 8px; border-radius: 4px; background: #0b57d0; color: #fff;
    font: 13px/1.4 system-ui, sans-serif; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .shield { position: fixed; pointer-events: auto; cursor: not-allowed; }
  [hidden] { display: none; }
`;
const ROOM = 34;

class Overlay {
  constructor(tag) {
    this.host = document.createElement(tag);
    const root = this.host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    root.adoptedStyleSheets = [sheet];
    this.layer = root.appendChild(document.createElement('div'));
    this.layer.popover = 'manual';
    [this.outline, this.tag] = ['outline', 'tag'].map((name) => {
      const part = this.layer.appendChild(document.createElement('div'));
      part.className = name;
      part.hidden = true;
      return part;
    });
    this.shields = [];
  }

  /** Above everything, a dialog that the page has opened meanwhile included. */
  raise() {
    const home = document.documentElement;
    if (!home) return;
    if (this.host.parentNode !== home) home.append(this.host);
    if (this.layer.matches(':popover-open')) this.layer.hidePopover();
    this.layer.showPopover();
  }

  mark(element, words) {
    this.raise();
    const { left, top, bottom, width, height } = element.getBoundingClientRect();
    place(this.outline, left - 3, top - 3, width + 6, height + 6);
    this.tag.textContent = words;
    this.tag.hidden = false;
    this.tag.style.left = `${Math.max(0, left - 3)}px`;
    this.tag.style.top = `${top >= ROOM ? top - ROOM : Math.min(bottom + 6, innerHeight - ROOM)}px`;
  }

  clear() {
    this.outline.hidden = true;
    this.tag.hidden = true;
  }

  hold() {
    this.outline.classList.add('held');
    this.shield([]);
  }

  shield(frames) {
    for (const shield of this.shields) shield.remove();
    this.shields = frames.map((frame) => {
      const shield = this.layer.appendChild(document.createElement('div'));
      shield.className = 'shield';
      const { left, top, width, height } = frame.getBoundingClientRect();
      place(shield, left, top, width, height);
      return shield;
    });
  }

  remove() {
    this.host.remove();
  }
}

function place(part, left, top, width, height) {
  part.hidden = false;
  Object.assign(part.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
}
