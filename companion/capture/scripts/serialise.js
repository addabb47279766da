/** This document as markup, with nothing of the person's in it. It only reads: the page stays as it is. */

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'meta', 'wbr']);
const LEFT_OUT = new Set([
  'script', 'noscript', 'style', 'link', 'base', 'object', 'embed', 'applet', 'param', 'source', 'track', 'template',
  'noembed', 'noframes', 'xmp', 'plaintext',
]);
const WITHOUT_CONTENT = new Set(['textarea', 'canvas', 'video', 'audio', 'iframe', 'frame', 'picture-in-picture']);
const DROPPED = new Set([
  'nonce', 'integrity', 'ping', 'srcset', 'imagesrcset', 'srcdoc', 'loading', 'autofocus', 'selected', 'content', 'http-equiv',
  'charset', 'aria-valuetext', 'poster', 'background', 'crossorigin', 'referrerpolicy', 'sizes',
]);
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'cite', 'data', 'xlink:href', 'longdesc', 'manifest', 'data-href', 'data-src', 'data-url']);
const MAKERS = new Set(['id', 'class', 'name', 'for', 'type', 'role', 'form', 'list', 'headers', 'slot', 'part', 'is', 'autocomplete', 'pattern', 'd', 'points', 'transform', 'viewBox']);
const WORDED = new Set(['submit', 'button', 'reset']);
const CHOSEN = new Set(['checkbox', 'radio']);
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'nobr', 's', 'small', 'span', 'strong', 'sub', 'sup', 'tt', 'u', 'var']);
const FIELDS = 'input:not([type=hidden]), select, textarea, button, iframe, [role=button], [role=tab], [role=combobox]';
const OURS = /^x-[\da-f]{10}$/;
const MOST_ALIKE = 100;

class Serialiser {
  /** @param frames element -> `{src}` or `{srcdoc}`, what stands for each child document */
  constructor({ scrubber, fetched, frames, lean }) {
    Object.assign(this, { scrubber, fetched, frames, lean });
    this.parts = [];
    this.texts = new Map();
  }

  document() {
    const { doctype, documentElement } = document;
    if (doctype) this.parts.push(`<!DOCTYPE ${doctype.name}${doctype.publicId ? ` PUBLIC "${escaped(doctype.publicId)}"${doctype.systemId ? ` "${escaped(doctype.systemId)}"` : ''}` : ''}>\n`);
    for (const root of rootsIn(document)) this.readTexts(root);
    if (documentElement) this.element(documentElement);
    return this.parts.join('');
  }

  /** Texts are judged line by line, over all elements that a line runs through. */
  readTexts(root) {
    let run = [];
    const judge = () => {
      const marked = this.scrubber.marked(run.map(({ data }) => data).join(''));
      let at = 0;
      for (const node of run) this.texts.set(node, collapsed(marked.slice(at, at += node.data.length)));
      run = [];
    };
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) { run.push(node); return; }
      const apart = !INLINE.has(node.localName);
      if (apart) judge();
      if (!LEFT_OUT.has(node.localName)) for (const child of node.childNodes) walk(child);
      if (apart) judge();
    };
    for (const child of root.childNodes) walk(child);
    judge();
  }

  element(element) {
    const name = element.localName;
    if (LEFT_OUT.has(name) || OURS.test(name) || this.isDropped(element)) return;
    const tag = element.prefix ? element.nodeName : name;
    this.parts.push(`<${tag}${this.attributes(element)}>`);
    const html = element.namespaceURI === 'http://www.w3.org/1999/xhtml';
    if (html && VOID.has(name)) return;
    if (name === 'head') this.parts.push('<meta charset="utf-8">');
    if (element.shadowRoot) this.shadow(element.shadowRoot);
    if (!WITHOUT_CONTENT.has(name)) this.children(element);
    if (name === 'head') this.style(document);
    this.parts.push(`</${tag}>`);
  }

  isDropped(element) {
    if (element.localName === 'meta' && element.name !== 'viewport') return true;
    if (!this.lean || element.matches('html, head, body, title, option, optgroup') || element.querySelector(FIELDS)) return false;
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return false;
    return !element.matches(FIELDS) && !element.checkVisibility();
  }

  children(parent) {
    // What a person writes into, whatever element the page made of it.
    if (parent.isContentEditable || parent.matches(EDITED)) return;
    if (this.scrubber.showsName(parent)) { this.parts.push('…'); return; }
    if (parent.localName === 'pre') this.parts.push('\n');
    let count = 0;
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.parts.push(escaped(this.texts.get(child) ?? ''));
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      count += 1;
      if (this.lean && count > MOST_ALIKE && parent.localName !== 'select' && !child.matches(FIELDS) && !child.querySelector(FIELDS)) continue;
      this.element(child);
    }
  }

  shadow(root) {
    this.parts.push('<template shadowrootmode="open">');
    this.style(root);
    for (const child of root.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.parts.push(escaped(this.texts.get(child) ?? ''));
      if (child.nodeType === Node.ELEMENT_NODE) this.element(child);
    }
    this.parts.push('</template>');
  }

  style(root) {
    const css = this.scrubber.css(stylesOf(root, this.fetched), true);
    if (css) this.parts.push(`<style>${css.replace(/<\//g, '<\\/')}</style>`);
  }

  attributes(element) {
    const stands = this.frames.get(element);
    const written = [...element.attributes].map(({ name, value }) => {
      const said = this.attribute(element, name, value);
      return said === null ? '' : ` ${name}="${escaped(said)}"`;
    });
    for (const [name, value] of Object.entries(stands ?? {})) written.push(` ${name}="${escaped(value)}"`);
    if (element.matches('img, input[type=image]')) written.push(` src="${placeholder(element)}"`);
    if (element.localName === 'meta') written.push(` content="${escaped(this.scrubber.text(element.content))}"`);
    return written.join('');
  }

  /** What is kept of an attribute; null: nothing. */
  attribute(element, name, value) {
    const { scrubber } = this;
    if (/^on|^@|^v-on:|[\s"'<>/=]/i.test(name) || DROPPED.has(name) || scrubber.text(name) !== name) return null;
    if (name === 'value') return valueOf(element, value, scrubber);
    if (name === 'src' && element.matches('img, iframe, frame, input, video, audio')) {
      return element.matches('iframe, frame') && !this.frames.has(element) ? scrubber.url(value) : null;
    }
    if (ADDRESSES.has(name)) return scrubber.url(value);
    if (name === 'style') return scrubber.css(value, false);
    return MAKERS.has(name) || name.startsWith('aria-') && /by$|controls$|owns$/.test(name) ? scrubber.name(value) : this.data(value);
  }

  data(value) {
    return /^(?:https?:)?\/\//.test(value) ? this.scrubber.url(value) : this.scrubber.text(value);
  }
}

/** Of what a field holds, only the words on a button and the code of a choice are the site's own. */
function valueOf(element, value, scrubber) {
  if (element.localName === 'input') {
    return WORDED.has(element.type) ? scrubber.text(value) : CHOSEN.has(element.type) ? scrubber.text(value) : null;
  }
  return ['option', 'button', 'li'].includes(element.localName) ? scrubber.text(value) : null;
}

/** A plain box of the same size: a picture may be a face, a code to scan, or a token. */
function placeholder(element) {
  const { width, height } = element.getBoundingClientRect();
  const [w, h] = [width || element.naturalWidth || 1, height || element.naturalHeight || 1].map(Math.round);
  return `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${w}' height='${h}'%3E%3Crect width='100%25' height='100%25' fill='%23ddd'/%3E%3C/svg%3E`;
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\u00a0/g, '&nbsp;');
}

/** @param {{words: object, fetched: Record<string, string>, longest: number}} asked */
function serialise({ words, fetched, longest }) {
  const frames = globalThis.companionFrames ?? new Map();
  const write = (lean) => new Serialiser({ scrubber: new Scrubber(words, secretsHere()), fetched, frames, lean }).document();
  const html = write(false);
  return html.length > longest ? write(true) : html;
}
