"""`companion start` from the options to the exit code: pack, browser, site, session."""

from __future__ import annotations

import asyncio
import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from companion.browser.endpoint import open_addresses
from companion.browser.find import Browser, find_browser
from companion.browser.process import BrowserProcess, start_browser
from companion.browser.profile import (
    Profile,
    Running,
    prepare_profile,
    profiles_root,
    running_session,
)
from companion.browser.screen import has_screen
from companion.cli.printer import tell
from companion.data import selectors_dir
from companion.errors import CompanionError, Interrupted
from companion.pack.load import load_pack
from companion.pack.models import Account
from companion.pack.site import Pack
from companion.session.aside import Window
from companion.session.destination import Wish, destination
from companion.session.events import EventStream
from companion.session.guide import Guide

SITE = "1688"


@dataclass(frozen=True)
class Options:
    """What the person asked for; `practice` is a flow, empty for the first there is."""

    account: Account
    practice: str | None
    scenario: str | None
    browser: str | None
    lang: str
    yes: bool
    url: str | None
    events: Path | None


class EventsNotWritable(CompanionError):
    """The file for the event stream cannot be written: bad usage."""

    exit_code = 2


def run(options: Options) -> int:
    """Guide until the person ends it. Raises CompanionError."""
    pack = load_pack(selectors_dir() / SITE, lang=options.lang)
    if not has_screen():
        return _demonstrate(options)
    browser = find_browser(options.browser)
    profile = prepare_profile(profiles_root(browser), browser.family)
    running = running_session(profile)
    opened = open_addresses(running.port) if running else ()
    wish = Wish(
        options.practice, options.scenario, options.url, options.lang, not options.yes
    )
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(_stream(options.events))
        stream.emit("started", pack=pack.id, lang=options.lang, account=options.account)
        address = stack.enter_context(destination(pack, wish, opened))
        visit = _Visit(options, pack, stream, browser, profile)
        if running:
            return visit.resume(running, address)
        return visit.open(address or pack.start)


def _demonstrate(options: Options) -> int:
    """Without a screen there is nobody to guide: show how it would go instead."""
    from companion.demo import run as demo

    tell("start.no_screen")
    return demo.run(
        demo.Options(
            flow=options.practice or "classic",
            scenario=options.scenario,
            browser=options.browser,
            lang=options.lang,
        )
    )


def _stream(file: Path | None) -> EventStream:
    try:
        return EventStream(file)
    except OSError:
        raise EventsNotWritable("start.events_not_writable", path=file) from None


@dataclass(frozen=True)
class _Visit:
    """One browser window, from its opening to its end."""

    options: Options
    pack: Pack
    stream: EventStream
    browser: Browser
    profile: Profile

    def open(self, address: str) -> int:
        """Start the browser at the address and guide."""
        tell("start.opening", name=self.browser.name)
        process = start_browser(
            self.browser, self.profile, address, environ=dict(os.environ)
        )
        try:
            return self._guide(process.ws_url, process.port, None)
        finally:
            _let_go(process)

    def resume(self, running: Running, address: str | None) -> int:
        """Attach to the browser that an earlier session left open."""
        tell("start.resuming", name=self.browser.name)
        return self._guide(running.ws_url, running.port, address)

    def _guide(self, ws_url: str, port: int, address: str | None) -> int:
        self.stream.emit("browser", name=self.browser.name, port=port)
        tell("start.privacy")
        tell("start.how_to_end")
        guide = Guide(
            self.pack,
            self.stream,
            self.options.lang,
            self.options.account,
            Window(self.browser, self.profile),
        )
        try:
            reason = asyncio.run(guide.run(ws_url, address))
        except KeyboardInterrupt:
            reason = "interrupted"
        if reason == "interrupted":
            raise Interrupted
        tell("start.finished" if guide.succeeded else "start.window_closed")
        return 0


def _let_go(process: BrowserProcess) -> None:
    """A closed window's process ends by itself; an open window stays the person's."""
    with contextlib.suppress(TimeoutError):
        process.leave()
