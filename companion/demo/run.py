"""`companion demo`: a `companion start` on practice pages, with a visitor in it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from companion.browser.find import find_browser
from companion.browser.screen import VirtualScreen, has_screen
from companion.browser.tree import end_tree, own_group
from companion.cli.printer import tell
from companion.data import fixtures_dir
from companion.demo.gallery import Ending, write_gallery
from companion.demo.plan import Plan
from companion.demo.reading import Reading
from companion.demo.visitor import PATIENCE_S, Picture, Visitor
from companion.errors import CompanionError, Interrupted, NoScreen
from companion.sentences import Sentences

SITE = "1688"
_WINDOW = "--window-size=1366,768"
_START_S = 40.0
_END_S = 5.0


@dataclass(frozen=True)
class Options:
    """What to play, and where to write it."""

    flow: str = "classic"
    scenario: str | None = None
    out: Path = Path("companion-demo")
    events: Path | None = None
    headless: bool = False
    browser: str | None = None
    lang: str = "vi"


class OutNotWritable(CompanionError):
    """What the demonstration is to write cannot be written: bad usage."""

    exit_code = 2


class Unfinished(CompanionError):
    """The visitor was left without guidance before the account existed."""


class StartFailed(Exception):
    """`companion start` ended by itself; it has already said why."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def run(options: Options) -> int:
    """Play the flow and write the gallery. Raises CompanionError."""
    find_browser(options.browser)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        # Pictures of an earlier run would stand between those of this one.
        for picture in options.out.glob("[0-9][0-9]-*.jpg"):
            picture.unlink()
    except OSError:
        raise OutNotWritable("demo.out_not_writable", path=options.out) from None
    tell("demo.playing", flow=options.flow)
    plan = Plan.of(fixtures_dir() / SITE, options.flow, options.scenario)
    try:
        with _guided(options, plan) as reading:
            pictures = _play(options, plan, reading)
            ending = _ending(plan, reading)
    except StartFailed as failed:
        return failed.code
    except KeyboardInterrupt:
        raise Interrupted from None
    gallery = write_gallery(
        options.out, pictures, Sentences(options.lang), ending=ending
    )
    if ending == "advised":
        tell("demo.advised")
    tell("demo.written", count=len(pictures), path=gallery)
    if ending == "stopped":
        raise Unfinished(
            "demo.unfinished", flow=options.flow, seconds=PATIENCE_S, path=gallery
        )
    return 0


def _ending(plan: Plan, reading: Reading) -> Ending:
    """Where no account can come of it, a good run ends with the right advice."""
    if plan.ends:
        advised = any(end.is_met(reading.events) for end in plan.ends)
        return "advised" if advised and not reading.succeeded else "stopped"
    return "success" if reading.succeeded else "stopped"


@contextlib.contextmanager
def _guided(options: Options, plan: Plan) -> Iterator[Reading]:
    """A `companion start` of its own: own profile, own window, gone afterwards."""
    with contextlib.ExitStack() as stack:
        home = Path(
            stack.enter_context(
                tempfile.TemporaryDirectory(
                    prefix="companion-", ignore_cleanup_errors=True
                )
            )
        )
        events = options.events or home / "events.jsonl"
        try:
            events.parent.mkdir(parents=True, exist_ok=True)
            events.write_text("", encoding="utf-8")
        except OSError:
            raise OutNotWritable("start.events_not_writable", path=events) from None
        environ = _environ(stack, options, home) | plan.environ()
        command = _command(options, plan, events)
        child = subprocess.Popen(command, env=environ, **own_group())
        stack.callback(_wait_then_end, child)
        reading = Reading(events)
        stack.callback(reading.close)
        deadline = time.monotonic() + _START_S
        while reading.port is None and time.monotonic() < deadline:
            if child.poll() is not None:
                raise StartFailed(child.returncode)
            reading.more()
            time.sleep(0.02)
        yield reading


def _wait_then_end(child: subprocess.Popen[bytes]) -> None:
    """Its window is closed: it ends by itself, in the ordinary way."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(_END_S)
    end_tree(child)


def _environ(
    stack: contextlib.ExitStack, options: Options, home: Path
) -> dict[str, str]:
    """A screen in memory where there is none; without any as the last resort."""
    environ = os.environ | {"COMPANION_HOME": str(home)}
    arguments = [os.environ.get("COMPANION_BROWSER_ARGS", ""), _WINDOW]
    headless = options.headless
    if not headless and not has_screen():
        try:
            screen = stack.enter_context(VirtualScreen())
            environ |= screen.environ()
            environ["COMPANION_HOME"] = str(home)
        except NoScreen:
            headless = True
    if headless:
        arguments.append("--headless=new")
    return environ | {"COMPANION_BROWSER_ARGS": " ".join(arguments).strip()}


def _command(options: Options, plan: Plan, events: Path) -> list[str]:
    command = [sys.executable, "-m", "companion", "start", "--yes"]
    command += ["--practice", options.flow, "--lang", options.lang]
    command += ["--events", str(events), "--account", plan.account]
    if options.scenario:
        command += ["--scenario", options.scenario]
    if options.browser:
        command += ["--browser", options.browser]
    return command


def _play(options: Options, plan: Plan, reading: Reading) -> list[Picture]:
    from playwright.sync_api import sync_playwright

    sentences = Sentences(options.lang)
    count = 0

    def seen(picture: Picture) -> None:
        nonlocal count
        count += 1
        closing = f"demo.page.{_ending(plan, reading)}"
        sentence = picture.sentence or sentences.say(closing)
        tell("demo.step", number=count, sentence=sentence)

    with sync_playwright() as playwright:
        browser = playwright.chromium.connect_over_cdp(
            f"http://127.0.0.1:{reading.port}", no_defaults=True
        )
        try:
            return Visitor(browser, reading, options.out, seen, plan).visit()
        finally:
            # Closing the window is what ends `companion start` in the ordinary way.
            with contextlib.suppress(Exception):
                browser.new_browser_cdp_session().send("Browser.close")
