"""`companion pick` from the options to the exit code: window, pick, proposal, pack."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from companion.browser.cdp import Cdp
from companion.browser.find import Browser, find_browser
from companion.browser.screen import has_screen
from companion.check.cases import pack_folder, site_folder
from companion.check.fixture import Fixture, load_fixture
from companion.errors import CompanionError, FixtureInvalid, NoScreen
from companion.pack.brief import compile_brief
from companion.pack.findings import Findings
from companion.pack.hosts import hosts_match
from companion.pack.load import load_pack
from companion.pack.models import Kind
from companion.pack.site import Pack
from companion.pick.picking import Picking
from companion.pick.place import is_target_id
from companion.pick.proposing import Proposing
from companion.pick.scripts import picker_source
from companion.pick.terminal import Terminal
from companion.pick.windows import live_window, saved_page
from companion.sentences import Sentences

KINDS: tuple[str, ...] = get_args(Kind)
TAG = "x-companion-pick"


@dataclass(frozen=True)
class Options:
    """Where to pick and what for; `place` is a saved page, an address, or nothing."""

    selectors: Path
    fixtures: Path
    place: str | None = None
    target: str | None = None
    kind: str | None = None
    yes: bool = False
    lang: str = "vi"
    browser: str | None = None


class PickUsage(CompanionError):
    """The command line asks for what can't be done."""

    exit_code = 2


class PickStopped(CompanionError):
    """The person pressed Ctrl-C."""

    exit_code = 130


@dataclass(frozen=True)
class Place:
    """Where to pick: a saved page or an address."""

    fixture: Fixture | None
    url: str


def run(options: Options) -> int:
    """Pick one element; 0 once it is in the pack, 1 when the pack is as before.

    Raises CompanionError: 2 for bad data or usage, 3 for the browser.
    """
    _judge_usage(options)
    pack = load_pack(pack_folder(options.selectors), lang=options.lang)
    place = _place(options, pack)
    if not has_screen():
        raise NoScreen("screen.none")
    browser = find_browser(options.browser)
    with asyncio.Runner() as runner:
        stack = contextlib.AsyncExitStack()
        window = _Window(pack, place, browser, runner, stack)
        try:
            return _pick(options, window)
        except KeyboardInterrupt:
            raise PickStopped("pick.stopped") from None
        finally:
            runner.run(stack.aclose())


def _judge_usage(options: Options) -> None:
    if options.target is not None and not is_target_id(options.target):
        raise PickUsage("pick.bad_target", target=options.target)
    if options.kind is not None and options.kind not in KINDS:
        raise PickUsage("pick.bad_kind", kind=options.kind, kinds=", ".join(KINDS))
    if not (options.yes and options.target) and not sys.stdin.isatty():
        raise PickUsage("pick.no_terminal")


def _place(options: Options, pack: Pack) -> Place:
    name = options.place or pack.start
    if "://" in name:
        if not hosts_match(pack.hosts, name).official:
            raise PickUsage("pick.not_official", url=name)
        return Place(None, name)
    findings = Findings(Sentences(options.lang))
    # Without the pack: the page may expect just the target that is to be picked.
    root = site_folder(options.fixtures, pack.id)
    fixture = load_fixture(name, root, None, findings)
    if fixture is None:
        raise FixtureInvalid(findings.problems)
    return Place(fixture, fixture.url)


@dataclass(frozen=True)
class _Window:
    """The parts of one run; the stack closes what was opened."""

    pack: Pack
    place: Place
    browser: Browser
    runner: asyncio.Runner
    stack: contextlib.AsyncExitStack

    async def open(self, terminal: Terminal) -> Picking:
        """A window at the place, with pickers in it."""
        pack, place, stack = self.pack, self.place, self.stack
        terminal.note("opening", name=self.browser.name, url=place.url)
        saved = place.fixture
        window = saved_page(self.browser, saved) if saved else live_window(self.browser)
        ws_url = await stack.enter_async_context(window)
        cdp = await stack.enter_async_context(await Cdp.connect(ws_url))
        picking = Picking(
            cdp,
            source_of(pack, terminal),
            lambda url: hosts_match(pack.hosts, url).official,
            lambda reason: terminal.note(f"refused.{reason}"),
        )
        stack.push_async_callback(picking.retire)
        await picking.start()
        if saved is None:
            await picking.open(place.url)
        return picking


def _pick(options: Options, window: _Window) -> int:
    terminal = Terminal(Sentences(options.lang))
    picking = window.runner.run(window.open(terminal))
    terminal.note("how")
    picked = window.runner.run(picking.picked())
    temporary = tempfile.TemporaryDirectory(prefix="companion-")
    folder = Path(window.stack.enter_context(temporary))
    proposing = Proposing(
        window.pack,
        picked,
        options.fixtures,
        folder,
        window.browser,
        window.runner,
        terminal,
    )
    return proposing.run(
        picking, options.target, options.kind, options.place, yes=options.yes
    )


def source_of(pack: Pack, terminal: Terminal) -> str:
    """The picker's script for this pack."""
    brief = compile_brief(pack, tag=TAG, lang="en", account="personal")
    return picker_source(brief, {kind: terminal.say(f"kind.{kind}") for kind in KINDS})
