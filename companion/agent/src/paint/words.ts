/** Our nodes and the words in them: no markup strings, which Trusted Types forbid in the isolated world too. */

const HAN = /([\u4e00-\u9fff]+)/;
const shown = new WeakMap<Element, string>();

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
  element.replaceChildren(...words.split('**').flatMap((part, index) => (
    index % 2 ? make('b', '', ...inScripts(part)) : inScripts(part))));
}

/** Chinese is marked as such, so that fonts and screen readers switch. */
function inScripts(part: string): Node[] {
  return part.split(HAN).map((run, index) => {
    const text = document.createTextNode(run);
    if (index % 2 === 0) return text;
    const chinese = make('span', '', text);
    chinese.lang = 'zh-CN';
    return chinese;
  });
}

/** Give it these classes unless it has them. */
export function dress(element: HTMLElement, className: string): void {
  if (element.className !== className) element.className = className;
}
