"""Whole programs: companions started as children, and nothing left of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright

from companion.browser.find import find_browser
from companion.browser.process import start_browser
from companion.browser.profile import prepare_profile
from tests.e2e.running import WINDOW, Companion, wait_until


class Starter:
    """Starts companions below one folder, connected, and ends them together."""

    def __init__(self, folder: Path, playwright: Playwright) -> None:
        self._folder = folder
        self._playwright = playwright
        self._started: list[Companion] = []

    def __call__(
        self,
        *arguments: str,
        home: Path | None = None,
        environ: Mapping[str, str] | None = None,
        port: Callable[[], int] | None = None,
    ) -> Companion:
        """Run `start` with these arguments, by default in a place of its own."""
        place = home or self._folder / f"home{len(self._started)}"
        companion = Companion(place, *arguments, environ=environ)
        self._started.append(companion)
        companion.connect(self._playwright, port)
        return companion

    def close(self) -> None:
        """Close every window that is open; the ordinary end is part of every test."""
        running = [one for one in self._started if one.child.poll() is None]
        try:
            codes = [one.close_window() for one in running]
            for one in self._started:
                wait_until(one.is_gone, "the end of every process", 10)
        finally:
            for one in self._started:
                one.end()
        assert [0] * len(running) == codes


@pytest.fixture
def start(tmp_path: Path, playwright: Playwright) -> Iterator[Starter]:
    """Starts companions that the test may change."""
    starter = Starter(tmp_path, playwright)
    yield starter
    starter.close()


@pytest.fixture(scope="module")
def start_shared(
    tmp_path_factory: pytest.TempPathFactory, playwright: Playwright
) -> Iterator[Starter]:
    """Starts companions that the tests of a module share."""
    starter = Starter(tmp_path_factory.mktemp("shared"), playwright)
    yield starter
    starter.close()


@pytest.fixture
def bare(tmp_path: Path, playwright: Playwright) -> Iterator[BrowserContext]:
    """The same browser in the same kind of profile, with nobody guiding in it."""
    installed = find_browser()
    profile = prepare_profile(tmp_path / "bare", installed.family)
    size = {"COMPANION_BROWSER_ARGS": WINDOW}
    process = start_browser(
        installed, profile, "about:blank", environ=os.environ | size
    )
    address = f"http://127.0.0.1:{process.port}"
    browser = playwright.chromium.connect_over_cdp(address, no_defaults=True)
    yield browser.contexts[0]
    browser.close()
    process.close()
