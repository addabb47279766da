/** Our sentences as nodes: text only, since Trusted Types forbid markup strings in the isolated world too. */

const shown = new WeakMap<Element, string>();
const HAN = /(\p{Script=Han}+)/u;

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, className: string, ...children: readonly Node[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** Write `words` (`**bold**` is the only markup) unless they stand there already. */
export function fill(element: HTMLElement, words: string): void {
  if (shown.get(element) === words) return;
  shown.set(element, words);
  const nodes = words.split('**').flatMap((part, index) => (index % 2 ? [bold(part)] : inScripts(part)));
  element.replaceChildren(...nodes);
}

function bold(part: string): HTMLElement {
  return make('b', '', ...inScripts(part));
}

/** Chinese is marked as such, so that fonts and screen readers switch. */
function inScripts(part: string): Node[] {
  return part.split(HAN).filter((run) => run !== '').map((run) => {
    if (!HAN.test(run)) return document.createTextNode(run);
    const chinese = make('span', '', document.createTextNode(run));
    chinese.lang = 'zh-CN';
    return chinese;
  });
}
