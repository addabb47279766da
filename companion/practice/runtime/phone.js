// The drawn phone that receives the practice text messages, at the lower left edge.

const STYLE = `
  :host {
    all: initial; display: none; position: fixed; left: 16px; bottom: 16px;
    z-index: 2147483000; width: 240px; animation: rise .35s ease-out;
    font: 14px/20px "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", Arial, sans-serif;
  }
  :host([data-open]) { display: block; }
  @keyframes rise { from { transform: translateY(calc(100% + 16px)); } }
  @media (prefers-reduced-motion: reduce) { :host { animation: none; } }
  section {
    box-sizing: border-box; padding: 10px 10px 12px; border-radius: 22px;
    background: #1f2a30; box-shadow: 0 6px 24px rgb(0 0 0 / .35);
  }
  header {
    display: flex; gap: 8px; align-items: flex-start; margin: 0 6px 8px;
    font-size: 12px; line-height: 16px; color: #bfe9f2;
  }
  header span { flex: 1; }
  button {
    font: inherit; color: #fff; background: none; border: 1px solid #6fb7c6;
    border-radius: 8px; padding: 0 8px; cursor: pointer;
  }
  ol {
    margin: 0; padding: 10px; list-style: none; border-radius: 14px; background: #f3f6f7;
    max-height: 220px; overflow: auto;
  }
  li + li { margin-top: 8px; padding-top: 8px; border-top: 1px solid #d3dcdf; }
  b { display: block; font-size: 12px; color: #4a5a61; }
  p { margin: 2px 0 0; color: #142126; user-select: text; overflow-wrap: anywhere; }`;

class PracticePhone extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return;
    this.attachShadow({ mode: "open" });
    this.sentences = await (await fetch("/practice/sentences.json")).json();
    this.list = this.draw();
    this.receive(await this.lastId());
  }

  draw() {
    const style = make("style", STYLE);
    const mark = make("span", this.sentences.phone_mark);
    const hide = make("button", this.sentences.phone_hide);
    hide.type = "button";
    hide.addEventListener("click", () => this.removeAttribute("data-open"));
    const header = make("header");
    header.append(mark, hide);
    const list = make("ol");
    list.setAttribute("role", "log");
    const section = make("section");
    section.lang = this.sentences.lang;
    section.append(header, list);
    this.shadowRoot.append(style, section);
    return list;
  }

  async lastId() {
    const { messages } = await (await fetch("/practice/sms")).json();
    return messages.at(-1)?.id ?? 0;
  }

  // A long poll: the answer comes with the next message, or empty after a while.
  async receive(after) {
    for (let last = after; this.isConnected; ) {
      const answer = await fetch(`/practice/sms?after=${last}`).catch(() => null);
      if (!answer) return; // the rehearsal has ended
      const { messages } = await answer.json();
      for (const message of messages) this.show(message);
      last = messages.at(-1)?.id ?? last;
    }
  }

  show(message) {
    const item = make("li");
    const text = make("p", message.text);
    text.lang = "zh-CN";
    item.append(make("b", this.sentences.phone_sms), text);
    this.list.append(item);
    this.setAttribute("data-open", "");
    item.scrollIntoView({ block: "nearest" });
  }
}

function make(name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

customElements.define("practice-phone", PracticePhone);
document.body.append(document.createElement("practice-phone"));
