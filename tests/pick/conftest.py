"""`companion pick` as a child in a visible browser, and a person with a real mouse."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, Playwright
from playwright.sync_api import Error as PlaywrightError

from companion.browser.endpoint import open_addresses
from companion.data import selectors_dir
from companion.demo.reading import Box
from tests.e2e.running import ROOT, end_all, processes_of, wait_until

_PORT = re.compile(r"--remote-debugging-port=(\d+)")
_HOST = "x-companion-pick"


@dataclass(frozen=True)
class Ended:
    """How a run ended, and what it said."""

    code: int
    out: str
    err: str


class Picker:
    """One run of `companion pick`, and the window it has opened."""

    def __init__(self, home: Path, playwright: Playwright, *arguments: str) -> None:
        places = {"COMPANION_HOME": str(home), "PYTHONPATH": str(ROOT)}
        self._home = home
        self.child = subprocess.Popen(
            [sys.executable, "-m", "companion", "pick", "--lang", "en", *arguments],
            env=os.environ | places,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._port: str = wait_until(self._its_port, "the window", 40)
        self._playwright = playwright
        self._browser: Browser | None = None

    def page(self, url: str) -> Page:
        """The page at `url`, once it is there."""
        port = int(self._port)
        wait_until(lambda: _shows(port, url), url, 40)
        address = f"http://127.0.0.1:{port}"
        browser = self._playwright.chromium.connect_over_cdp(address, no_defaults=True)
        self._browser = browser
        pages = [page for one in browser.contexts for page in one.pages]
        return next(page for page in pages if page.url.startswith(url))

    def hover(self, page: Page, css: str, frame: Frame | None = None) -> Box:
        """Move the mouse about on the element until there is an outline; its box."""
        place = frame or page
        box = place.locator(css).bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        spots = iter(range(10_000))

        def outlined() -> bool:
            page.mouse.move(x, y + next(spots) % 2)
            return bool(place.locator(_HOST).count())

        wait_until(outlined, "the outline")
        return (box["x"], box["y"], box["width"], box["height"])

    def press(self, page: Page, css: str, frame: Frame | None = None) -> None:
        """Hover over the element, then press it."""
        self.hover(page, css, frame)
        page.mouse.down()
        page.mouse.up()

    def frame(self, page: Page, css: str, host: str) -> Frame:
        """The frame whose address holds `host`, once the element is in it."""

        def found() -> Frame | None:
            page.title()  # an answer lets the news of frames in
            return next((one for one in page.frames if host in one.url), None)

        frame: Frame = wait_until(found, host)
        frame.wait_for_selector(css)
        return frame

    def escape(self, page: Page) -> None:
        """Press Escape; the window may be gone before the key is up again."""
        with contextlib.suppress(PlaywrightError):
            page.keyboard.press("Escape")

    def end(self) -> Ended:
        """Wait for the end of the run."""
        if self._browser is not None:
            self._browser.close()
        out, err = self.child.communicate(timeout=60)
        return Ended(self.child.returncode, out.decode(), err.decode())

    def _its_port(self) -> str | None:
        commands = processes_of(self._home).values()
        ports = (_PORT.search(one) for one in commands if "--type=" not in one)
        return next((port[1] for port in ports if port), None)


Pick = Callable[..., Picker]


@pytest.fixture
def pick(tmp_path: Path, playwright: Playwright) -> Iterator[Pick]:
    """Starts runs of `companion pick`; nothing of them is left at the end."""
    home = tmp_path / "home"
    try:
        yield lambda *arguments: Picker(home, playwright, *arguments)
        wait_until(lambda: not processes_of(home), "the end of every process", 20)
    finally:
        end_all(home)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the pack that a test may change."""
    folder = tmp_path / "selectors" / "1688"
    shutil.copytree(selectors_dir() / "1688", folder)
    return folder


def _shows(port: int, url: str) -> bool:
    return any(address.startswith(url) for address in open_addresses(port))
