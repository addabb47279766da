"""The installed browser on a screen in memory, started as the program starts it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Frame, Page, sync_playwright

from benchmarks.screen import HEIGHT, WIDTH, Screen
from companion.browser.find import find_browser
from companion.browser.process import start_browser
from companion.browser.profile import prepare_profile

WINDOW = f"--window-size={WIDTH},{HEIGHT} --window-position=0,0"
_WORLD = "companion-bench"
_MARK = 0x12AB34  # a colour that nothing else has


@contextmanager
def open_page(screen: Screen) -> Iterator[Page]:
    """The only tab of a browser with a fresh profile, at about:blank."""
    installed = find_browser()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = prepare_profile(Path(folder), installed.family)
        environ = screen.environ() | {"COMPANION_BROWSER_ARGS": WINDOW}
        process = start_browser(installed, profile, "about:blank", environ=environ)
        try:
            with sync_playwright() as playwright:
                browser = _connect(playwright.chromium.connect_over_cdp, process.port)
                yield browser.contexts[0].pages[0]
        finally:
            process.close()


def _connect(connect: Any, port: int) -> Browser:  # noqa: ANN401 - an overloaded method
    browser: Browser = connect(f"http://127.0.0.1:{port}", no_defaults=True)
    return browser


class World:
    """A world of our own in one document, out of the page's sight, as in use."""

    def __init__(self, session: CDPSession, source: str) -> None:
        self._session = session
        frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        world = session.send(
            "Page.createIsolatedWorld", {"frameId": frame, "worldName": _WORLD}
        )
        self._context = world["executionContextId"]
        self.run(source)

    def run(self, expression: str) -> Any:  # noqa: ANN401
        """The value of an expression; a promise is awaited."""
        answer = self._session.send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": self._context,
                "awaitPromise": True,
                "returnByValue": True,
            },
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")


def session_of(place: Page | Frame) -> CDPSession:
    """A session with a tab, or with a frame if that has a process of its own."""
    page = place if isinstance(place, Page) else place.page
    return page.context.new_cdp_session(place)


def frames(page: Page, count: int) -> None:
    """Let that many frames pass."""
    page.evaluate(
        """(count) => new Promise((done) => {
          const next = () => (count-- > 0 ? requestAnimationFrame(next) : done());
          next();
        })""",
        count,
    )


def corner(page: Page, screen: Screen) -> tuple[int, int]:
    """Where the page's viewport begins on the screen; found by its own colour."""
    page.evaluate(
        """(colour) => {
          const cover = document.createElement('div');
          cover.id = 'bench-cover';
          cover.style.cssText = `position:fixed;inset:0;z-index:2147483647;
            background:${colour}`;
          document.documentElement.append(cover);
        }""",
        f"#{_MARK:06x}",
    )
    middle = (screen.width // 2, screen.height - 40)
    while screen.at(*middle) != _MARK:
        frames(page, 2)
    x = screen.row(middle[1], 0, screen.width).index(_MARK)
    y = screen.column(middle[0], 0, screen.height).index(_MARK)
    page.evaluate("document.getElementById('bench-cover').remove()")
    while screen.at(*middle) == _MARK:
        frames(page, 2)
    return x, y
