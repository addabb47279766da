/** Leaves out of texts, attributes and addresses what belongs to a person or a visit. */

// One for each character that is left out: what follows keeps its place until runs become one `…`.
const GONE = '\uE000';
const EMAIL = /[\p{L}\p{N}._%+*-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const TOKEN = /[A-Za-z0-9+/_=.~%-]{16,}/g;
const STARRED = /\p{Nd}+\*{2,}\p{Nd}*|\*{2,}\p{Nd}{2,}/gu;
const PHONE = /\p{Nd}(?:[ \t\u00a0().–-]{0,2}\p{Nd}){6,}/gu;
const DIGITS = /\p{Nd}{5,}/gu;
const LONG_DIGITS = /\p{Nd}{9,}/gu;
const NAMED = /nick|user-?name|login-?id|member-?(?:name|id)|account-?(?:name|id)|real-?name/i;
const LONGEST_DATA = 4096;

class Scrubber {
  /** @param {{greetings: string[], headings: string[], public: string[], vocabulary: string[], fragments: string[]}} words */
  constructor(words, secrets) {
    this.words = words;
    const known = new Set(words.vocabulary.map(plainly));
    const told = secrets.filter((secret) => !known.has(plainly(secret)));
    this.secrets = patternOf(told.filter(({ length }) => length > 3).map(quoted));
    this.short = patternOf(told.filter(({ length }) => length <= 3).map((said) => `(?<![\\p{L}\\p{N}])${quoted(said)}(?![\\p{L}\\p{N}])`));
    const [heads, titles] = [words.greetings, words.headings].map((said) => [...said].sort(byLength).map(alone).join('|'));
    this.names = new RegExp(`((?:${heads})[ \\t\\u00a0]*[，,！!：:、]?[ \\t\\u00a0]*|(?:${titles})[ \\t\\u00a0]*[：:][ \\t\\u00a0]*)([^\\s，,。！!：:；;（(【\\[|<>]{1,40})`, 'giu');
  }

  /** The text with everything private marked as gone, just as long as before. */
  marked(text) {
    const left = this.personal(text)
      .replace(this.names, (all, head, name) => (this.isPublic(name) ? all : head + gone(name)))
      .replace(TOKEN, (token) => (looksRandom(token) ? gone(token) : token));
    return noughtsIn(left);
  }

  personal(text) {
    let left = text;
    for (const secrets of [this.secrets, this.short]) if (secrets) left = left.replace(secrets, gone);
    return left.replace(EMAIL, gone);
  }

  text(said) {
    return collapsed(this.marked(said));
  }

  /** A name that makers use: an id, a class. Long numbers and tokens go, the rest is what selectors hold on to. */
  name(said) {
    return collapsed(this.personal(said).replace(/[A-Fa-f0-9-]{24,}|[A-Za-z0-9+/=]{40,}/g, (token) => (/\d/.test(token) && /[A-Za-z]/.test(token) ? gone(token) : token)).replace(LONG_DIGITS, noughts));
  }

  isPublic(name) {
    const said = plainly(name);
    return said === '' || this.words.public.some((word) => said.includes(plainly(word))) ||
      this.words.vocabulary.some((word) => plainly(word).length > 1 && said.startsWith(plainly(word)));
  }

  /** Whether an element is there to show who is signed in. */
  showsName(element) {
    return element.childElementCount === 0 && !element.matches('label, button, input, option, th, dt, legend') &&
      NAMED.test(`${element.id} ${element.getAttribute('class') ?? ''}`) && !this.isPublic(element.textContent);
  }

  /** An address without fragment, user, session and the values of its query. */
  url(raw) {
    const said = raw.trim();
    const script = /^javascript:\s*[\w.$]*\(?/i.exec(said);
    if (script) return script[0] + (script[0].endsWith('(') ? ')' : '');
    if (/^data:/i.test(said)) return /^data:image\/svg\+xml/i.test(said) && said.length <= LONGEST_DATA ? this.text(said) : 'data:,';
    const other = /^([a-z][a-z\d+.-]*):(?!\/\/)/i.exec(said);
    if (other) return `${other[1]}:`;
    const [whole, fragment] = cut(said, '#');
    const [path, query] = cut(whole, '?');
    const bare = path.replace(/^([a-z]+:)?\/\/[^/]*@/i, '$1//').replace(/;[^/]*/g, '');
    const kept = query === null ? '' : `?${query.split('&').map((pair) => this.pair(pair)).join('&')}`;
    const mark = fragment !== null && /^[a-z_-]*$/i.test(fragment) && fragment.length < 16 ? `#${this.text(fragment)}` : '';
    return bare.split('/').map((step) => this.text(step)).join('/') + kept + mark;
  }

  /** `name=*`, or the pack's own fragment where the value holds it. */
  pair(pair) {
    const [name, value] = cut(pair, '=');
    if (value === null || !/^[A-Za-z_][\w.[\]-]{0,31}$/.test(name) || looksRandom(name) || this.text(name) !== name) return '*';
    const fragment = this.words.fragments.find((known) => value.includes(known));
    return `${name}=${fragment === undefined ? '*' : fragment === value ? fragment : `*${fragment}*`}`;
  }

  /** Style sheets keep their numbers: only what a person could read there is looked at. */
  css(text, keepsPictures) {
    return collapsed(this.personal(text
      .replace(/url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^)"']*))\s*\)/g, (_, ...found) => `url("${this.picture(found.slice(0, 3).find((one) => one !== undefined) ?? '', keepsPictures)}")`)
      .replace(/"((?:[^"\\]|\\.)*)"/g, (all, said) => (said.startsWith('data:') ? all : `"${collapsed(noughtsIn(this.personal(said)))}"`))));
  }

  picture(address, keepsPictures) {
    if (address.startsWith('#')) return address;
    const small = address.startsWith(keepsPictures ? 'data:image/' : 'data:image/svg+xml') && address.length <= LONGEST_DATA;
    return small ? address : 'data:,';
  }
}

function gone(text) {
  return GONE.repeat(text.length);
}

function noughts(text) {
  return text.replace(/\p{Nd}/gu, (digit) => '0'.repeat(digit.length));
}

function noughtsIn(text) {
  return text.replace(STARRED, noughts).replace(PHONE, noughts).replace(DIGITS, noughts);
}

function collapsed(marked) {
  return marked.replace(/\uE000+/g, '…');
}

function plainly(said) {
  return said.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function quoted(said) {
  return said.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A word in Latin letters is no part of a longer one. */
function alone(word) {
  return /[a-z]$/i.test(word) ? `(?<![a-z])${quoted(word)}(?![a-z])` : quoted(word);
}

function byLength(a, b) {
  return b.length - a.length;
}

function patternOf(parts) {
  return parts.length ? new RegExp([...parts].sort(byLength).join('|'), 'giu') : null;
}

function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** Made by a machine: hexadecimal, or letters and digits, or letters in changing case, without the shape of words. */
function looksRandom(token) {
  return token.split(/[._~%-]+/).some((part) => {
    const digits = (part.match(/\d/g) ?? []).length;
    const turns = (part.match(/[a-z][A-Z]|[A-Z]{2}[a-z]/g) ?? []).length;
    if (part.length < 16) return false;
    return digits > 1 && digits < part.length || turns > 4;
  }) || token.length >= 32 && (token.match(/[A-Za-z]\d|\d[A-Za-z]/g) ?? []).length > 5;
}
