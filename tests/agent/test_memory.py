"""What is remembered between two looks never tells another thing than a fresh look."""

from __future__ import annotations

import json

import pytest

from companion.data import fixtures_dir

from .conftest import HOST, OURS, PATH, Brief, Looker, page_of, target

LINK = target(
    "link", kind="link", text=["免费注册"], aria=["免费注册"], keys={"id": ["go-*"]}
)
FIELD = target("field", kind="text", label=["手机号"], placeholder=["请输入手机号"])

START = """
([brief, where]) => {
  globalThis.locator = new CompanionAgent.Locator(brief, where);
  globalThis.fresh = () => new CompanionAgent.Locator(brief, where);
  locator.look(document);
}
"""
SEEN = """
() => Object.fromEntries([...locator.look(document).targets].map(
  ([id, { verdict, element }]) => [id, element ? element.id || verdict : verdict]))
"""
# Numbers from a seed, so that a failure can be seen again.
STORM = """
({ seed, steps }) => {
  let state = seed;
  const below = (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const pick = (list) => list[below(list.length)];
  const roots = () => {
    const all = [document.body];
    for (const root of all) {
      for (const one of root.querySelectorAll('*')) {
        if (one.shadowRoot) all.push(one.shadowRoot);
      }
    }
    return all;
  };
  const any = () => pick([...pick(roots()).querySelectorAll('*')]);
  const node = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return pick(texts);
  };
  const names = ['id', 'class', 'placeholder', 'aria-label', 'title', 'for', 'type',
    'name', 'role', 'href', 'style', 'contenteditable', 'hidden'];
  const words = () => node()?.nodeValue ?? '';
  const away = [];
  const changes = [
    () => { const text = node(); if (text) text.nodeValue = pick([words(), '', 'x']); },
    () => any().setAttribute(pick(names), any().getAttribute(pick(names)) ?? words()),
    () => any().removeAttribute(pick(names)),
    () => { const one = any(); away.push(one.cloneNode(true)); one.remove(); },
    () => { const back = away.pop(); if (back) any().append(back); },
    () => any().before(any().cloneNode(true)),
    () => { const [to, one] = [any(), any()]; if (!one.contains(to)) to.append(one); },
    () => any().append(words()),
    () => { any().textContent = words(); },
    () => {
      const host = any().appendChild(document.createElement('section'));
      const one = any();
      const root = host.attachShadow({ mode: 'open' });
      if (!one.contains(host)) root.append(one);
    },
  ];
  const whole = document.body.cloneNode(true);
  const told = (sight) => JSON.stringify([sight.states, [...sight.targets.values()]
    .map(({ element, ...rest }) => ({ ...rest, path: element?.outerHTML }))]);
  let recognised = 0;
  for (let step = 0; step < steps; step += 1) {
    for (let count = 1 + below(3); count > 0; count -= 1) {
      // Not every element can go into every other.
      try { pick(changes)(); } catch {}
    }
    if (step % 10 === 0) document.body.replaceWith(whole.cloneNode(true));
    const [ours, theirs] = [locator.look(document), fresh().look(document)];
    const same = [...ours.targets].every(
      ([id, { element }]) => element === theirs.targets.get(id).element);
    if (!same || told(ours) !== told(theirs)) {
      return { step, ours: told(ours), theirs: told(theirs) };
    }
    recognised += [...ours.targets.values()].filter(({ element }) => element).length;
  }
  return { recognised };
}
"""

CHANGES = [
    ("document.querySelector('a').firstChild.data = '关于'", "absent"),
    ("document.querySelector('a').remove()", "absent"),
    ("document.querySelector('a').replaceWith('免费注册')", "absent"),
    ("document.querySelector('#box').className = 'away'", "absent"),
    ("document.querySelector('#box').hidden = true", "absent"),
    (
        """document.adoptedStyleSheets = [new CSSStyleSheet()];
           document.adoptedStyleSheets[0].replaceSync('#box { display: none }')""",
        "absent",
    ),
    (
        """document.querySelector('a').firstChild.data = '免费';
           document.querySelector('a').append(
             Object.assign(document.createElement('b'), { textContent: '注册' }))""",
        "link",
    ),
    (
        """document.querySelector('a').textContent = '';
           document.querySelector('a').style.cssText = 'padding: 9px';
           document.querySelector('a').setAttribute('aria-label', '免费注册')""",
        "link",
    ),
    (
        """const root = document.querySelector('#empty').attachShadow({ mode: 'open' });
           root.append(document.querySelector('a'))""",
        "link",
    ),
    (
        """document.body.innerHTML = '<a id=new href=/join>免费注册</a>'""",
        "new",
    ),
    (
        """document.open();
           document.write('<a id=new href=/join>免费注册</a>'); document.close()""",
        "new",
    ),
]


def _watch(look: Looker, markup: str, *targets: Brief) -> None:
    look.show(f"<style>.away {{ display: none }}</style>{markup}")
    where = {"host": HOST, "path": PATH}
    look.page.evaluate(START, [{"tag": OURS, "pages": [page_of(*targets)]}, where])


@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_a_second_look_sees_what_changed(
    look: Looker, change: str, expected: str
) -> None:
    """Words, elements, style alone, shadow roots without a record, new documents."""
    markup = "<div id=box><a id=link href=/join>免费注册</a></div><div id=empty></div>"
    _watch(look, markup, LINK)

    look.page.evaluate(change)

    assert look.page.evaluate(SEEN) == {"link": expected}


def test_words_in_a_shadow_root_are_kept_true(look: Looker) -> None:
    """A root that was looked into tells of its changes like the document."""
    _watch(look, "<div id=host></div>", LINK)
    look.page.evaluate("""
      globalThis.root = document.querySelector('#host').attachShadow({ mode: 'open' });
      root.innerHTML = '<a id=link href=/join>免费注册</a>'""")
    before = look.page.evaluate(SEEN)

    look.page.evaluate("root.querySelector('a').firstChild.data = '关于'")

    assert [before, look.page.evaluate(SEEN)] == [{"link": "link"}, {"link": "absent"}]


def test_a_field_is_named_by_what_it_is_called_now(look: Looker) -> None:
    """A placeholder that a script sets is read in the next look."""
    _watch(look, "<input id=phone>", FIELD)

    look.page.evaluate("document.querySelector('input').placeholder = '请输入手机号'")

    assert look.page.evaluate(SEEN) == {"field": "phone"}


def test_a_storm_of_changes_is_outlived(look: Looker) -> None:
    """More changes than are followed one by one: the page is read anew."""
    _watch(look, "<ul></ul><a id=link href=/join>关于</a>", LINK)

    look.page.evaluate("""
      for (let n = 0; n < 2000; n += 1) document.querySelector('ul').append(
        Object.assign(document.createElement('li'), { textContent: n }));
      document.querySelector('a').textContent = '免费注册'""")

    assert look.page.evaluate(SEEN) == {"link": "link"}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", ["join/classic-personal", "home/alibar-2019"])
def test_whatever_happens_a_kept_look_is_a_fresh_look(
    look: Looker, brief: Brief, name: str, seed: int
) -> None:
    """Elements, verdicts, evidence and states agree after every random change."""
    home = name.startswith("home/")
    where = (
        {"host": "www.1688.com", "path": "/"} if home else {"host": HOST, "path": PATH}
    )
    markup = (fixtures_dir() / "1688" / name / "page.html").read_text("utf-8")
    look.page.route("**/*", lambda route: route.abort())
    look.show(markup)
    look.page.evaluate(START, [json.loads(json.dumps(brief)), where])

    told = look.page.evaluate(STORM, {"seed": seed, "steps": 40})

    assert told.get("recognised", 0) > 0, told
