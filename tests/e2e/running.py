"""A whole program under test: `companion start` as a child, watched from outside."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Playwright
from playwright.sync_api import TimeoutError as NotAttached

ROOT = Path(__file__).resolve().parents[2]
Event = dict[str, Any]
Predicate = Callable[[Event], bool]

# The practice site's messages and sliders take a moment instead of seconds.
QUICK = {"COMPANION_PRACTICE_SPEED": "20"}
WINDOW = "--window-size=1366,768"
_TURN_S = 0.02
_END_S = 15.0


def wait_until(holds: Callable[[], Any], what: object, seconds: float = 20.0) -> Any:  # noqa: ANN401
    """The first true answer of `holds`; the only place where a test waits by asking."""
    deadline = time.monotonic() + seconds
    while not (answer := holds()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s in vain for {what}")
        time.sleep(_TURN_S)
    return answer


def processes_of(home: Path) -> dict[int, str]:
    """The processes, by id, that were started with `home` as the companion's place."""
    mark = f"COMPANION_HOME={home}".encode()
    found: dict[int, str] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # gone meanwhile, or somebody else's
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ")
                found[int(folder.name)] = command.decode(errors="replace")
    return found


def end_all(home: Path) -> None:
    """Kill whatever is left of a run, whatever state it is in."""
    for pid in processes_of(home):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


class Companion:
    """One run of a command, in its own place, and what its events have told so far."""

    def __init__(
        self, home: Path, *arguments: str, environ: Mapping[str, str] | None = None
    ) -> None:
        """Run `start --yes` with more arguments and start to listen."""
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.number = len(list(home.glob("events*.jsonl")))
        self.stream = home / f"events{self.number}.jsonl"
        self.stream.touch()
        command = [sys.executable, "-m", "companion", "start", "--yes"]
        command += ["--events", str(self.stream), *arguments]
        places = {
            "COMPANION_HOME": str(home),
            "COMPANION_BROWSER_ARGS": WINDOW,
        }
        with self.said("out").open("wb") as out, self.said("err").open("wb") as err:
            self.child = subprocess.Popen(
                command,
                env=os.environ | places | dict(environ or {}),
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
        self.browser: Browser | None = None

    def said(self, stream: str) -> Path:
        """The file that holds the child's `out` or `err`."""
        return self.home / f"{stream}{self.number}.txt"

    def events(self) -> list[Event]:
        """Every event of the stream so far."""
        complete = self.stream.read_text("utf-8").rpartition("\n")[0]
        return [json.loads(line) for line in complete.splitlines()]

    def wait_for(
        self,
        wanted: str | Predicate,
        *,
        since: int = 0,
        seconds: float = 20.0,
        **fields: object,
    ) -> Event:
        """The first event after the first `since` that is wanted, when it comes."""

        def first() -> Event | None:
            matching = (e for e in self.events()[since:] if _fits(e, wanted, fields))
            found = next(matching, None)
            if found is None and self.child.poll() not in (None, 0):
                raise AssertionError(self.said("err").read_text("utf-8"))
            return found

        found: Event = wait_until(first, (wanted, fields), seconds)
        return found

    def now_shown(self) -> dict[tuple[str, str], Event]:
        """The last `shown` of every target, by tab and target, that still holds."""
        shown: dict[tuple[str, str], Event] = {}
        for event in self.events():
            if event["event"] == "shown":
                shown[event["page"], event["target"]] = event
            elif event["event"] == "hidden":
                shown.pop((event["page"], event["target"]), None)
        return shown

    def connect(
        self, playwright: Playwright, port: Callable[[], int] | None = None
    ) -> BrowserContext:
        """Look into its browser, at its own port unless another is given.

        A page's dialogs stay the person's to answer.
        """
        told: int = self.wait_for("browser")["port"]
        at = port() if port else told
        self.browser = _connected(playwright, f"http://127.0.0.1:{at}")
        context = self.browser.contexts[0]
        # Without a listener Playwright would answer them by itself.
        context.on("dialog", lambda _: None)
        return context

    @property
    def context(self) -> BrowserContext:
        """The browser's only context, once connected."""
        assert self.browser is not None
        return self.browser.contexts[0]

    def page(self, name: str) -> Page:
        """The tab that the events call `name`, once the browser has it there."""

        def found() -> Page | None:
            urls = [
                e["url"] for e in self.events() if e.get("page") == name and "url" in e
            ]
            pages = self.context.pages
            return next((p for p in pages if _bare(p.url) == urls[-1]), None)

        self.wait_for("page", page=name)
        page: Page = wait_until(found, name)
        return page

    def close_window(self) -> int:
        """Close the browser as the person would; the exit code of the child."""
        if self.browser is not None:
            with contextlib.suppress(Exception):
                self.browser.new_browser_cdp_session().send("Browser.close")
            with contextlib.suppress(Exception):
                self.browser.close()
        return self.child.wait(_END_S)

    def is_gone(self) -> bool:
        """Whether nothing that it started is left."""
        return not processes_of(self.home)

    def end(self) -> None:
        """Leave nothing behind, whatever happened."""
        end_all(self.home)
        self.child.wait()


def _fits(event: Event, wanted: str | Predicate, fields: Mapping[str, object]) -> bool:
    named = event["event"] == wanted if isinstance(wanted, str) else wanted(event)
    return named and all(event.get(name) == value for name, value in fields.items())


def _bare(url: str) -> str:
    return url.split("?", 1)[0].split("#", 1)[0]


def _connected(playwright: Playwright, address: str) -> Browser:
    """Playwright waits for ever for a tab that goes while it attaches: begin anew."""
    for _ in range(2):
        with contextlib.suppress(NotAttached):
            return playwright.chromium.connect_over_cdp(
                address, no_defaults=True, timeout=8_000
            )
    return playwright.chromium.connect_over_cdp(address, no_defaults=True)
