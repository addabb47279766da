// The mark at the page's upper edge: this is practice. In flow, so it covers nothing.

const STYLE = `
  :host { all: initial; display: block; }
  p {
    margin: 0; padding: 5px 12px; text-align: center;
    font: 600 13px/18px "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
    color: #06303a; background: #bfe9f2; border-bottom: 1px solid #6fb7c6;
  }`;

class PracticeRibbon extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    const style = document.createElement("style");
    style.textContent = STYLE;
    const line = document.createElement("p");
    line.lang = this.lang;
    root.append(style, line);
    const sentences = await (await fetch("/practice/sentences.json")).json();
    line.lang = sentences.lang;
    line.textContent = sentences.ribbon;
  }
}

customElements.define("practice-ribbon", PracticeRibbon);
document.body.prepend(document.createElement("practice-ribbon"));
