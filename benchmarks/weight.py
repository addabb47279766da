"""What the program weighs: the agent's bundle, the process, and a page at rest."""

from __future__ import annotations

import contextlib
import gzip
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import CDPSession, Page

from benchmarks.browser import WINDOW, World, open_page, session_of
from benchmarks.figures import Effort, Figure, median, number, run
from benchmarks.pages import brief, practice
from benchmarks.screen import Screen, open_screen
from companion.agent.source import agent_source, bundle
from companion.browser.tree import end_tree, own_group

BUNDLE_KB = 40
RESIDENT_MB = 150
PATIENCE_S = 240.0
REST_S = 3.0
FOLLOWERS = (Path(__file__).parent / "scripts" / "followers.js").read_text("utf-8")
LINK = "li.account-signup > a"
FOLLOW = f"{FOLLOWERS}; followers.everyFrame(() => link.getBoundingClientRect())"


def measure(effort: Effort) -> list[Figure]:
    """The bundle at once, the rest on a screen in memory."""
    with open_screen() as screen:
        return [_bundle(), _resident(screen), *_at_rest(screen, effort)]


def _bundle() -> Figure:
    minified = bundle().encode()
    packed = len(gzip.compress(minified, 9)) / 1024
    return Figure(
        "agent's bundle, minified and gzipped",
        f"≤ {BUNDLE_KB} KB",
        f"{packed:.1f} KB ({len(minified) / 1024:.1f} KB before gzip)",
        packed <= BUNDLE_KB,
        "driver.js 7.3, Shepherd 16.2, intro.js 20.4, react-joyride 27.4 KB without "
        "React; none of them locates or checks anything",
    )


def _resident(screen: Screen) -> Figure:
    """The most memory of `companion start` while a visitor plays a whole flow."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [sys.executable, "-m", "companion", "demo", "classic"]
        child = subprocess.Popen(
            [*command, "--out", folder],
            env=screen.environ() | {"COMPANION_BROWSER_ARGS": WINDOW},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **own_group(),
        )
        try:
            start, driver = _peaks(child)
        finally:
            end_tree(child)
    to_the_end = "a whole" if child.returncode == 0 else "an unfinished"
    return Figure(
        f"`companion start`, most resident memory in {to_the_end} practice flow",
        f"≤ {RESIDENT_MB} MB",
        f"{start:.0f} MB",
        0 < start <= RESIDENT_MB,
        f"Playwright's driver alone, at the visitor's side {driver:.0f} MB",
    )


def _peaks(demo: subprocess.Popen[bytes]) -> tuple[float, float]:
    """MB of `companion start` and of Playwright's node, both below the demo."""
    start = driver = 0.0
    deadline = time.monotonic() + PATIENCE_S
    while demo.poll() is None and time.monotonic() < deadline:
        for pid, command in _children(demo.pid):
            if "companion start" in command:
                start = max(start, _peak(pid))
            elif "run-driver" in command:
                driver = max(driver, _peak(pid))
        time.sleep(0.1)
    return start, driver


def _children(parent: int) -> list[tuple[int, str]]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # gone meanwhile
            status = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(status[1]) == parent:
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ")
                found.append((int(folder.name), command.decode(errors="replace")))
    return found


def _peak(pid: int) -> float:
    """The most resident memory a process has had so far, in MB."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0.0


def _at_rest(screen: Screen, effort: Effort) -> list[Figure]:
    """A practice home that nobody touches: main thread and heap, with and without."""
    with practice() as site, open_page(screen) as page:
        source = agent_source(brief())
        ways: dict[str, Callable[[Page], object]] = {
            "ours": lambda page: World(session_of(page), source),
            "none": lambda _: None,
            "painter": lambda page: page.evaluate(
                f"() => {{ const link = document.querySelector('{LINK}'); {FOLLOW} }}"
            ),
        }
        busy: dict[str, list[float]] = {way: [] for way in ways}
        heap: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(effort.times(7, 1)):
            for way, install in ways.items():
                page.goto(site.start_url)
                page.wait_for_selector(f"{LINK}:visible")
                install(page)
                page.wait_for_timeout(2000)
                milliseconds, megabytes = _rest(page)
                busy[way].append(milliseconds)
                heap[way].append(megabytes)
    work = {way: median(values) for way, values in busy.items()}
    size = median(heap["ours"]) - median(heap["none"])
    return [
        Figure(
            "page at rest: main thread, ms a second",
            "",
            f"{number(work['ours'], 1)} ms",
            None,
            f"page alone {number(work['none'], 1)} ms; a frame-loop painter "
            f"{number(work['painter'], 1)} ms",
        ),
        Figure("JavaScript heap of the agent", "", f"{number(size, 2)} MB", None),
    ]


def _rest(page: Page) -> tuple[float, float]:
    session = session_of(page)
    session.send("Performance.enable")
    before = _metric(session, "TaskDuration")
    page.wait_for_timeout(REST_S * 1000)
    milliseconds = (_metric(session, "TaskDuration") - before) / REST_S * 1000
    session.send("HeapProfiler.collectGarbage")
    return milliseconds, _metric(session, "JSHeapUsedSize") / 1024 / 1024


def _metric(session: CDPSession, name: str) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == name))


if __name__ == "__main__":
    run(measure)
