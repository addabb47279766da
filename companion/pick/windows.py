"""The window to pick in: a saved page on a stage, or a live one as `start` opens it."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import async_playwright

from companion.browser.endpoint import ask, free_port
from companion.browser.find import Browser
from companion.browser.process import start_browser
from companion.browser.profile import prepare_profile, profiles_root
from companion.check.fixture import Fixture
from companion.check.stage import LAUNCH_ARGUMENTS, open_stages
from companion.errors import BrowserUnavailable

_PATIENCE_S = 10.0


@contextlib.asynccontextmanager
async def saved_page(browser: Browser, fixture: Fixture) -> AsyncIterator[str]:
    """A visible window with the fixture at its real address; the browser's websocket.

    Scripts of the page do not run and nothing leaves the machine, as in `check`.
    Raises BrowserUnavailable.
    """
    port = free_port()
    async with async_playwright() as playwright:
        try:
            window = await playwright.chromium.launch(
                executable_path=str(browser.path),
                headless=False,
                args=[*LAUNCH_ARGUMENTS, f"--remote-debugging-port={port}"],
            )
        except PlaywrightError:
            raise BrowserUnavailable(
                "browser.died", name=browser.name, code=1
            ) from None
        async with open_stages(window, 1) as (stage,):
            try:
                await stage.show(fixture)
                yield await _answering(port)
            finally:
                with contextlib.suppress(PlaywrightError):
                    await window.close()


@contextlib.asynccontextmanager
async def live_window(browser: Browser) -> AsyncIterator[str]:
    """An ordinary window of the installed browser, empty; the browser's websocket.

    Raises BrowserUnavailable.
    """
    profile = prepare_profile(profiles_root(browser), browser.family)
    environ = dict(os.environ)
    process = start_browser(browser, profile, "about:blank", environ=environ)
    try:
        yield process.ws_url
    finally:
        process.close()


async def _answering(port: int) -> str:
    """Playwright speaks through a pipe; the port answers about when the pipe does."""
    async with asyncio.timeout(_PATIENCE_S):
        while (endpoint := await asyncio.to_thread(ask, port)) is None:
            await asyncio.sleep(0.05)
    return endpoint.ws_url
