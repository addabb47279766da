"""`companion start` from the options to the exit code: pack, browser, site, session."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from companion.browser.endpoint import open_addresses
from companion.browser.find import Browser, find_browser
from companion.browser.process import BrowserProcess, start_browser
from companion.browser.profile import Profile, Running, running_session
from companion.browser.screen import has_screen
from companion.browser.throwaway import throw_away
from companion.cli.printer import tell
from companion.data import selectors_dir
from companion.errors import CompanionError, Interrupted
from companion.pack.load import load_pack
from companion.pack.models import Account
from companion.pack.site import Pack
from companion.sentences import Sentences
from companion.session.afterwards import Afterwards
from companion.session.aside import Window
from companion.session.destination import Wish, destination
from companion.session.events import EventStream
from companion.session.guide import Guide
from companion.session.keeping import own_profile
from companion.settings import Settings
from companion.welcome import Beginning, Welcome, keep, recall

SITE = "1688"


@dataclass(frozen=True)
class Options:
    """What the person asked for; `practice` is a flow, empty for the first there is."""

    account: Account | None
    practice: str | None
    scenario: str | None
    browser: str | None
    lang: str
    yes: bool
    url: str | None
    events: Path | None
    #: Others use the computer too: the browser's folder is wiped at the end.
    shared: bool = False
    #: The page before the sign-up, although an earlier choice was to skip it.
    welcome: bool = False
    #: Only the page after the sign-up, for who has an account already.
    after: bool = False


class EventsNotWritable(CompanionError):
    """The file for the event stream cannot be written: bad usage."""

    exit_code = 2


def run(options: Options) -> int:
    """Guide until the person ends it. Raises CompanionError."""
    pack = load_pack(selectors_dir() / SITE, lang=options.lang)
    if not has_screen():
        return _demonstrate(options)
    browser = find_browser(options.browser)
    wish = Wish(
        options.practice, options.scenario, options.url, options.lang, not options.yes
    )
    with contextlib.ExitStack() as stack:
        before = recall()
        account = options.account or before.account or "personal"
        shared = options.shared or before.shared_computer
        profile = stack.enter_context(own_profile(browser, shared=shared))
        running = running_session(profile)
        opened = open_addresses(running.port) if running else ()
        stream = stack.enter_context(_stream(options.events))
        stream.emit("started", pack=pack.id, lang=options.lang, account=account)
        if options.after:
            Afterwards(pack, options.lang, stream, Window(browser, profile)).show()
            return 0
        address = stack.enter_context(destination(pack, wish, opened))
        visit = _Visit(options, account, pack, stream, browser, profile)
        if running:
            return visit.resume(running, address)
        if not is_welcomed(options, before):
            return visit.open(address or pack.start)
        beginning = Beginning(browser.name, address or pack.start, account, shared)
        return visit.welcome(Welcome(pack, Sentences(options.lang), beginning))


def is_welcomed(options: Options, before: Settings) -> bool:
    """Whether the page before the sign-up comes first; `before`: earlier choices."""
    skips = options.yes or options.url is not None or before.skip_welcome
    return options.welcome or not skips


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
    account: Account
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
        self._tell_browser(process.port)
        try:
            return self._guide(process.ws_url, None)
        finally:
            _let_go(process)

    def welcome(self, welcome: Welcome) -> int:
        """Start the browser at the page before the sign-up; guide once it is left."""
        tell("start.opening", name=self.browser.name)
        with welcome:
            process = start_browser(
                self.browser, self.profile, welcome.address, environ=dict(os.environ)
            )
            self._tell_browser(process.port)
            try:
                return self._after(welcome, process)
            finally:
                _let_go(process)

    def _after(self, welcome: Welcome, process: BrowserProcess) -> int:
        """Wait for the choice and guide as it says."""
        tell("welcome.invitation")
        window = Window(self.browser, self.profile)
        try:
            choice = welcome.wait(window.is_open, partial(open_addresses, process.port))
        except KeyboardInterrupt:
            self.stream.emit("finished", success=False, reason="interrupted")
            raise Interrupted from None
        if choice is None:
            self.stream.emit("finished", success=False, reason="window_closed")
            tell("start.window_closed")
            return 0
        keep(choice)
        if choice.shared:
            throw_away(self.profile)
        self.stream.emit("chosen", account=choice.account)
        visit = replace(self, account=choice.account)
        return visit._guide(process.ws_url, None, welcome.owns)

    def resume(self, running: Running, address: str | None) -> int:
        """Attach to the browser that an earlier session left open."""
        tell("start.resuming", name=self.browser.name)
        self._tell_browser(running.port)
        return self._guide(running.ws_url, address)

    def _tell_browser(self, port: int) -> None:
        self.stream.emit("browser", name=self.browser.name, port=port)

    def _guide(
        self,
        ws_url: str,
        address: str | None,
        owns: Callable[[str], bool] = lambda _: False,
    ) -> int:
        tell("start.privacy")
        tell("start.how_to_end")
        guide = Guide(
            self.pack,
            self.stream,
            self.options.lang,
            self.account,
            Window(self.browser, self.profile),
        )
        guide.owns = owns
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
