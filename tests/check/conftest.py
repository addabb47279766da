"""Fixtures made on the spot, and checks of them on one browser."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.async_api import Browser, Playwright, async_playwright

from companion.browser.find import find_browser
from companion.check.cases import load_cases
from companion.check.report import FixtureResult, Report, TargetResult
from companion.check.run import Plan, check
from companion.check.stage import launch
from companion.data import selectors_dir

Result = TypeVar("Result")

HOME = "https://www.1688.com/"
REGISTER = "home.register_link"


class Checker:
    """A browser in a thread of its own: pytest-playwright has this thread's loop."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._runner = asyncio.Runner()
        self._playwright: Playwright
        self.browser: Browser

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """The result of `work`, done in that thread."""
        return self._thread.submit(self._runner.run, work).result()

    def call(self, work: Callable[[], Result]) -> Result:
        """The result of what starts a loop itself."""
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(work).result()

    async def open(self) -> None:
        """Start the browser."""
        self._playwright = await async_playwright().start()
        path = str(find_browser().path)
        self.browser = await launch(self._playwright, path)

    def close(self) -> None:
        """End the browser, the loop and the thread."""
        self.run(self._close())
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()

    async def _close(self) -> None:
        await self.browser.close()
        await self._playwright.stop()

    def check(
        self, *cases: Path, plan: Plan | None = None, selectors: Path | None = None
    ) -> Report:
        """Check these fixtures with the real pack, or with that of `selectors`."""
        names = [str(case) for case in cases]
        pack = selectors or selectors_dir()
        loaded = load_cases(names, pack, cases[0].parent, lang="en")
        return self.run(check(self.browser, loaded, plan or Plan()))

    def only(self, case: Path) -> FixtureResult:
        """The result of the one fixture."""
        (result,) = self.check(case).fixtures
        return result

    def target(self, case: Path) -> TargetResult:
        """The result of the one target of the one fixture."""
        (target,) = self.only(case).targets
        return target


@pytest.fixture(scope="session")
def checker(nothing_left_behind: None) -> Iterator[Checker]:
    """Check fixtures on a browser that all tests share."""
    checker = Checker()
    checker.run(checker.open())
    yield checker
    checker.close()


class Write:
    """Writes fixtures below a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def __call__(self, page: str | bytes, expect: str, **facts: str) -> Path:
        """A fixture with this page; `facts` are TOML values, `files` stands apart."""
        case = self._root / facts.pop("name", "case")
        case.mkdir()
        body = page if isinstance(page, bytes) else page.encode()
        (case / "page.html").write_bytes(body)
        lines = {"url": f'"{HOME}"', "states": '["home"]'} | facts
        frames = lines.pop("frames", "")
        told = "".join(f"{key} = {value}\n" for key, value in lines.items())
        text = f"{told}\n[frames]\n{frames}\n[expect]\n{expect}\n"
        (case / "fixture.toml").write_text(text, "utf-8")
        return case


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write fixtures into the test's folder."""
    return Write(tmp_path)
