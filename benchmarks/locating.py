"""What one look over a page costs its main thread, beside Playwright's own locators.

The look runs in an isolated world of the page and is timed there. Before each, a row of
the page is changed, and what the page has to do for that anyway is done: its layout,
and what a hit test needs. The first look of a document, which is made with code that
never ran before, is told apart. Playwright is timed from Python, since its searches are
spread over two processes.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from benchmarks.browser import World, frames, open_page, session_of
from benchmarks.figures import Effort, Figure, median, number, p95, run, spread
from benchmarks.pages import REGISTER, brief, goods, practice, wording
from benchmarks.screen import open_screen
from benchmarks.serve import serve
from companion.agent.source import bundle

HOST = "www.1688.com"
LOGIN = "home.login_link"
BARS_MS = {3_000: 5, 50_000: 15}

_LOOK = """
globalThis.locator = new CompanionAgent.Locator(%s, { host: '%s', path: '/' });
globalThis.added = document.createElement('span');
globalThis.look = () => {
  // Rows all over the page get and lose an element with words, as carousels do.
  const rows = document.querySelectorAll('li');
  added.textContent = `${performance.now()} sold`;
  rows[Math.floor(Math.random() * rows.length)].append(added);
  document.body.offsetHeight;
  document.elementFromPoint(1, 1);
  const start = performance.now();
  const { targets } = locator.look(document);
  const ms = performance.now() - start;
  return [ms, [...targets.values()].filter((one) => one.verdict === 'found').length];
};
"""
_WARM_UP = 20


def measure(effort: Effort) -> list[Figure]:
    """The practice home filled up with goods, and a very large page."""
    compiled = brief()
    texts = [wording(compiled, target) for target in (REGISTER, LOGIN)]
    bar = "".join(f"<a href='/member/{n}'>{text}</a>" for n, text in enumerate(texts))
    pages = {"/": goods(50_000, f"<div>{bar}</div>")}
    with (
        serve(pages) as port,
        practice() as site,
        open_screen() as screen,
        open_page(screen) as page,
    ):
        figures: list[Figure] = []
        for elements, bar_ms in BARS_MS.items():
            if elements == 3_000:
                page.goto(site.start_url)
                page.wait_for_selector("li.account-signup:visible")
                # Its scripts go on adding for a moment.
                frames(page, 60)
                _fill(page, elements)
            else:
                page.goto(f"http://www.1688.localhost:{port}/")
            figures += _measured(page, compiled, texts, (bar_ms, effort))
        return figures


def _fill(page: Page, elements: int) -> None:
    """Goods below what is there, until the page has that many elements."""
    here = page.evaluate("document.querySelectorAll('*').length")
    page.evaluate(
        """(html) => document.body.append(
          ...new DOMParser().parseFromString(html, 'text/html').body.children)""",
        goods(elements - here),
    )
    frames(page, 3)


def _measured(
    page: Page,
    compiled: dict[str, Any],
    texts: list[str],
    asked: tuple[int, Effort],
) -> list[Figure]:
    bar, effort = asked
    world = World(session_of(page), bundle() + _LOOK % (json.dumps(compiled), HOST))
    locators = [page.get_by_role("link", name=text, exact=True) for text in texts]
    by_text = [page.get_by_text(text, exact=True) for text in texts]
    looks: list[float] = []
    asks: list[float] = []
    reads: list[float] = []
    trips: list[float] = []
    first, found = world.run("look()")
    for _ in range(_WARM_UP):
        world.run("look()")
    for _ in range(effort.times(120, 10)):
        ms, found = world.run("look()")
        looks.append(ms)
        asks.append(_timed(lambda: [one.count() for one in locators]))
        reads.append(_timed(lambda: [one.count() for one in by_text]))
        trips.append(_timed(lambda: [page.evaluate("0") for _ in texts]))
    total = page.evaluate("document.querySelectorAll('*').length")
    where = f"over {total:,} elements"
    return [
        Figure(
            f"one look {where} after a change ({found} targets found), median / p95",
            f"p95 ≤ {bar} ms",
            f"{spread(looks, 'ms', 1)} (best {number(min(looks), 1)} ms)",
            p95(looks) <= bar,
            f"Playwright, the same {len(texts)} links: by role {spread(asks, 'ms')}, "
            f"by text {spread(reads, 'ms')}, of which {number(median(trips))} ms the "
            "way there and back",
        ),
        Figure(f"the first look {where}", "", f"{number(first, 1)} ms", None),
    ]


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    run(measure)
