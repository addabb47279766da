"""Where fixtures are opened: at their real addresses, with nothing leaving the machine.

Every request is answered from the fixture's folder or refused, scripts of pages do not
run, and the network is off besides.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from fnmatch import fnmatchcase

from playwright.async_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Route,
    async_playwright,
)
from playwright.async_api import Error as PlaywrightError

from companion.browser.find import Browser as Installed
from companion.check.document import Document, read_asset
from companion.check.fixture import Fixture
from companion.errors import BrowserUnavailable

# What most visitors have; the practice site is drawn for it too.
VIEWPORT = (1366, 768)
DEADLINE_S = 30.0
_CLOSING_S = 2.0
# Bytes up to which an answer goes through in one go: the way to the browser takes time
# that grows with the square (20 MB: 35 s, in pieces 4 s).
_LARGE = 2_000_000
_PIECE = 500_000

#: Frames in one process load twice as fast; nobody's data is in them. Names lead
#: nowhere even if a request should get past the stage.
LAUNCH_ARGUMENTS = (
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process,HttpsUpgrades",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-gpu",
)


class NeverReady(Exception):
    """A page did not finish loading, or a look at it did not end, in time."""


async def launch(playwright: Playwright, executable: str, *, pages: int = 2) -> Browser:
    """A browser without a window, for so many pages side by side.

    A process for each page, and no new one for each address it goes to, takes a third
    off a check. Raises playwright's Error when it does not start.
    """
    limit = f"--renderer-process-limit={pages}"
    return await playwright.chromium.launch(
        executable_path=executable, args=[*LAUNCH_ARGUMENTS, limit]
    )


class WindowlessUnavailable(BrowserUnavailable):
    """The browser is there, and does not start without a window."""


@contextlib.asynccontextmanager
async def windowless(browser: Installed, *, pages: int = 2) -> AsyncIterator[Browser]:
    """An installed browser without a window, as `launch` starts it.

    Raises WindowlessUnavailable.
    """
    async with async_playwright() as playwright:
        try:
            started = await launch(playwright, str(browser.path), pages=pages)
        except PlaywrightError:
            raise WindowlessUnavailable("check.no_start", name=browser.name) from None
        try:
            yield started
        finally:
            await started.close()


class Stage:
    """One page on which fixtures are shown, one after the other."""

    def __init__(self, context: BrowserContext, deadline_s: float) -> None:
        self._context = context
        self._fixture: Fixture | None = None
        self._opened = False
        self._page: Page | None = None
        self._script = ""
        self.deadline_s = deadline_s

    async def prepare(self, script: str) -> None:
        """Run `script` first of all in every document shown from now on.

        The browser keeps what it compiled of it; a script that is sent to be evaluated
        is sent and compiled anew for each document (a seventh of a check's time).
        """
        if script != self._script:
            await self.give_up()
            self._script = script

    async def show(self, fixture: Fixture) -> Page:
        """Open the fixture at its own address, without a limit of time."""
        if self._page is None:
            self._page = await self._context.new_page()
            await self._page.route("**/*", self._answer)
            await self._page.add_init_script(self._script)
        self._fixture, self._opened = fixture, False
        await self._page.goto(fixture.url, wait_until="load", timeout=0)
        document = fixture.documents[fixture.url]
        if len(document.body) > _LARGE:
            await _pour(self._page, document.text)
        return self._page

    async def give_up(self) -> None:
        """Leave a page that hangs; the next fixture gets a new one."""
        page, self._page = self._page, None
        if page is not None:
            with contextlib.suppress(PlaywrightError, TimeoutError):
                await asyncio.wait_for(page.close(), _CLOSING_S)

    async def _answer(self, route: Route) -> None:
        document = self._document(route)
        with contextlib.suppress(PlaywrightError):  # the page has moved on
            if document is None:
                # "aborted" leaves what is there; others put up an error page.
                await route.abort("aborted")
            else:
                await route.fulfill(
                    body=document.body, content_type=document.content_type
                )

    def _document(self, route: Route) -> Document | None:
        fixture, request = self._fixture, route.request
        if fixture is None or request.method != "GET":
            return None
        url = request.url.partition("#")[0]
        if request.is_navigation_request():
            if request.frame.parent_frame is None:
                return self._page_itself(fixture, url)
            return _matching(fixture, url)
        return fixture.documents.get(url) or read_asset(
            fixture.folder, fixture.url, url
        )

    def _page_itself(self, fixture: Fixture, url: str) -> Document | None:
        """Once: a page that loads itself anew, or leads on, stays where it is."""
        first, self._opened = not self._opened, True
        document = fixture.documents.get(url) if first else None
        if document is not None and len(document.body) > _LARGE:
            return Document(b"", "text/html; charset=utf-8")
        return document


async def _pour(page: Page, text: str) -> None:
    """Write a large document into the page piece by piece."""
    await page.evaluate("document.open()")
    for start in range(0, len(text), _PIECE):
        piece = text[start : start + _PIECE]
        await page.evaluate("(piece) => document.write(piece)", piece)
    await page.evaluate("document.close()")
    await page.wait_for_load_state("load", timeout=0)


def _matching(fixture: Fixture, url: str) -> Document | None:
    exact = fixture.documents.get(url)
    if exact is not None:
        return exact
    patterns = [pattern for pattern in fixture.documents if "*" in pattern]
    return next(
        (fixture.documents[one] for one in patterns if fnmatchcase(url, one)), None
    )


@contextlib.asynccontextmanager
async def open_stages(
    browser: Browser, count: int, *, deadline_s: float = DEADLINE_S
) -> AsyncIterator[list[Stage]]:
    """`count` stages that can be used side by side."""
    width, height = VIEWPORT
    context = await browser.new_context(
        java_script_enabled=False,
        service_workers="block",
        accept_downloads=False,
        viewport={"width": width, "height": height},
    )
    await context.set_offline(True)
    try:
        yield [Stage(context, deadline_s) for _ in range(count)]
    finally:
        with contextlib.suppress(PlaywrightError, TimeoutError):
            await asyncio.wait_for(context.close(), _CLOSING_S)
