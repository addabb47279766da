"""`companion capture` from the options to the exit code."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Error as PlaywrightError
from rich.console import Console

from companion.browser.cdp import Cdp, CdpClosed, CdpError
from companion.capture.draft import Drafter, drafting
from companion.capture.folder import captures_dir
from companion.capture.page import Keeper
from companion.capture.problems import CaptureRefused, CaptureStopped, PageNotCaptured
from companion.capture.rehearsal import Addresses, addresses
from companion.capture.report import Captured, Failed, Outcome, show
from companion.capture.window import (
    Window,
    close_browser,
    front_tab,
    new_window,
    open_tab,
    running_window,
)
from companion.check.examine import Knowing
from companion.cli.printer import tell
from companion.cli.words import say
from companion.data import selectors_dir
from companion.errors import BrowserUnavailable, PageUnreachable
from companion.pack.load import load_pack
from companion.pack.site import Pack
from companion.sentences import Sentences

SITE = "1688"
_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,79}", re.ASCII)
_ADDRESS = re.compile(r"https?://[^/\s]+.*", re.IGNORECASE)
_WIDTH = 140


@dataclass(frozen=True)
class Options:
    """What to capture; `practice` is a flow, empty for the first there is."""

    name: str | None
    url: str | None
    known: bool
    out: Path | None
    browser: str | None
    practice: str | None
    json: str | None
    lang: str
    yes: bool


def run(options: Options) -> int:
    """Capture and tell; 0 when every address was captured, 1 when some were.

    Raises CompanionError: 2 for bad usage, 3 for the browser, 4 when nothing opened.
    """
    _judge(options)
    pack = load_pack(selectors_dir() / SITE, lang=options.lang)
    try:
        with addresses(pack, options.practice, options.lang) as site:
            outcomes = _Run(options, pack, site).captures()
    except (KeyboardInterrupt, EOFError):
        raise CaptureStopped("capture.stopped") from None
    except OSError as error:
        # A full disk is noticed while writing, when no name is told any more.
        place = error.filename or options.out or captures_dir()
        raise CaptureRefused("capture.not_writable", path=place) from None
    _tell(outcomes, options)
    return 1 if any(isinstance(one, Failed) for one in outcomes) else 0


def _judge(options: Options) -> None:
    if options.name is not None and not _NAME.fullmatch(options.name):
        raise CaptureRefused("capture.bad_name", name=options.name)
    if options.url is not None and options.known:
        raise CaptureRefused("capture.one_of_two")
    if options.url is not None and not _ADDRESS.fullmatch(options.url):
        raise CaptureRefused("capture.no_address", url=options.url)


@dataclass(frozen=True)
class _Run:
    options: Options
    pack: Pack
    site: Addresses

    def captures(self) -> list[Outcome]:
        """Everything that was asked for."""
        options = self.options
        if options.known:
            with new_window(options.browser, stays=False) as window:
                return asyncio.run(self._known(window))
        if options.url is None and options.practice is None:
            with running_window(options.browser) as window:
                return [asyncio.run(self._front(window))]
        asks = not options.yes and sys.stdin.isatty()
        with new_window(options.browser, stays=asks) as window:
            url = self.site.opened(options.url or self.site.start)
            if not asks:
                return [asyncio.run(self._one(window, url))]
            asyncio.run(_open(window, url))
            input(f"{say('capture.press_enter')} ")
            return [asyncio.run(self._front(window))]

    async def _front(self, window: Window) -> Outcome:
        """The page the person is on."""
        async with _connected(window) as cdp, self._keeper() as keeper:
            return await keeper.keep(cdp, await front_tab(cdp, window))

    async def _one(self, window: Window, url: str) -> Outcome:
        """The page at `url`, once it is quiet."""
        async with _connected(window) as cdp, self._keeper() as keeper:
            try:
                return await keeper.keep(cdp, await open_tab(cdp, window, url), url)
            finally:
                if window.ours:
                    await close_browser(cdp)

    async def _known(self, window: Window) -> list[Outcome]:
        """Every public address in turn, whatever happens at one of them."""
        outcomes: list[Outcome] = []
        async with _connected(window) as cdp, self._keeper() as keeper:
            for url in self.site.known():
                tell("capture.at", url=url)
                opened = await open_tab(cdp, window, self.site.opened(url))
                try:
                    outcomes.append(await keeper.keep(cdp, opened, url))
                except (PageUnreachable, PageNotCaptured) as error:
                    outcomes.append(Failed(url, error))
                if not window.ours:
                    await cdp.send("Target.closeTarget", {"targetId": opened})
            if window.ours:
                await close_browser(cdp)
        failed = [one for one in outcomes if isinstance(one, Failed)]
        if len(failed) == len(outcomes):
            raise PageUnreachable("capture.none_opened", count=len(outcomes))
        return outcomes

    @contextlib.asynccontextmanager
    async def _keeper(self) -> AsyncIterator[Keeper]:
        knowing = Knowing.of(self.pack, self.options.lang)
        try:
            async with drafting(self.options.browser) as stage:
                drafter = Drafter(stage, self.pack, knowing)
                root = self.options.out or captures_dir()
                yield Keeper(self.pack, knowing, drafter, root, self.options.name)
        except PlaywrightError:
            raise BrowserUnavailable("capture.no_draft") from None


@contextlib.asynccontextmanager
async def _connected(window: Window) -> AsyncIterator[Cdp]:
    try:
        async with await Cdp.connect(window.ws_url) as cdp:
            yield cdp
    except (CdpClosed, CdpError):
        raise PageNotCaptured("capture.window_closed") from None


async def _open(window: Window, url: str) -> None:
    async with _connected(window) as cdp:
        await open_tab(cdp, window, url)


def _tell(outcomes: Sequence[Outcome], options: Options) -> None:
    """Results to stdout, which is the JSON's alone if it is wanted there."""
    console = Console(stderr=options.json == "-")
    if not console.is_terminal:
        console = Console(stderr=options.json == "-", width=_WIDTH)
    sentences = Sentences(options.lang)
    show(outcomes, console, sentences)
    if any(isinstance(one, Captured) for one in outcomes):
        tell("capture.review")
    told = {"pack": SITE, "captures": [one.as_json() for one in outcomes]}
    written = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    if options.json == "-":
        sys.stdout.write(written)
    elif options.json is not None:
        try:
            Path(options.json).write_text(written, encoding="utf-8")
        except OSError:
            raise CaptureRefused("capture.not_writable", path=options.json) from None
