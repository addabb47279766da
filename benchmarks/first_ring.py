"""From the command to the first ring, beside the same browser opened on the same page.

Both are read from the screen's own pixels: the link counts as painted when its letters
are there, the ring when its upper line runs along the whole link. Bars of the browser
may push the page down while it starts, so both are looked for at any height above.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.browser import WINDOW
from benchmarks.figures import Effort, Figure, median, p95, run, spread
from benchmarks.pages import practice
from benchmarks.rehearsal import rehearse
from benchmarks.screen import Recorder, Screen, open_screen
from companion.browser.find import find_browser
from companion.browser.process import start_browser
from companion.browser.profile import prepare_profile
from companion.browser.tree import end_tree, own_group

RING = 0x003CB3
RING_OUTSIDE = 7  # px from the link's edge to the ring's outer edge
BAR_S = 1.5
LINK = "li.account-signup > a"
REACH = 80  # px above its last place in which the link is looked for
SETTLED_S = 3.0
PATIENCE_S = 60.0


@dataclass(frozen=True)
class Sample:
    """The link as it ends up on the screen: where, and the letters of three lines."""

    left: int
    top: int
    width: int
    lines: tuple[tuple[int, list[int]], ...]

    def link_seen(self, screen: Screen) -> bool:
        """Whether the letters are there, at this height or above."""
        return any(
            all(self._row(screen, y + down) == line for y, line in self.lines)
            for down in self._heights(screen, *self.lines[0])
        )

    def ring_seen(self, screen: Screen) -> bool:
        """Whether the ring's upper line is there, at this height or above."""
        line, y = [RING] * self.width, self.top - RING_OUTSIDE
        return any(
            self._row(screen, y + down) == line
            for down in self._heights(screen, y, line)
        )

    def _row(self, screen: Screen, y: int) -> list[int]:
        return screen.row(y, self.left, self.left + self.width)

    def _heights(self, screen: Screen, y: int, line: list[int]) -> list[int]:
        """Where the line may be, by its most telling pixel alone: this runs often."""
        at = min(range(self.width), key=lambda x: line[x])
        column = screen.column(self.left + at, y - REACH, y + 1)
        return [
            number - REACH for number, pixel in enumerate(column) if pixel == line[at]
        ]


@dataclass(frozen=True)
class Times:
    """Seconds from the start until it is seen; `told` is the event's."""

    link: float
    ring: float = 0.0
    told: float = 0.0


def measure(effort: Effort) -> list[Figure]:
    """With the companion, without it, and with Playwright's own start, in turns."""
    with open_screen() as screen:
        sample = _learn(screen)
        ways: dict[str, Callable[[], Times]] = {
            "ours": lambda: _guided(screen, sample),
            "bare": lambda: _alone(screen, sample),
            "playwright": lambda: _rival(screen, sample),
        }
        times: dict[str, list[Times]] = {way: [] for way in ways}
        for _ in range(effort.times(12, 2)):
            for way, once in ways.items():
                times[way].append(once())
    return _figures(times)


def _learn(screen: Screen) -> Sample:
    """Where the link is, from one run that is not counted; it also warms the disk."""
    with rehearse(screen) as running:
        _, (x, _, width, height) = running.wait_for_ring()
        time.sleep(SETTLED_S)
        # The bubble's shadow tints the right end of the ring a little.
        left, right = round(x), round(x + width * 0.6)
        rows = (screen.row(y, left, right) for y in range(screen.height))
        ring = next(y for y, row in enumerate(rows) if set(row) == {RING})
        top = ring + RING_OUTSIDE
        third = round(height / 4)
        lines = tuple(
            (y, screen.row(y, left, right))
            for y in (top + third, top + 2 * third, top + 3 * third)
        )
        return Sample(left, top, right - left, lines)


def _guided(screen: Screen, sample: Sample) -> Times:
    with _watching(screen, sample) as recorder, rehearse(screen) as running:
        told, _ = running.wait_for_ring()
        link, ring = _seen(recorder, (True, True))
        return Times(link - running.began, ring - running.began, told - running.began)


def _alone(screen: Screen, sample: Sample) -> Times:
    installed = find_browser()
    with (
        practice() as site,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        profile = prepare_profile(Path(folder), installed.family)
        environ = screen.environ() | {"COMPANION_BROWSER_ARGS": WINDOW}
        with _watching(screen, sample) as recorder:
            began = time.time()
            process = start_browser(installed, profile, site.start_url, environ=environ)
            try:
                link, _ = _seen(recorder, (True, False))
            finally:
                process.close()
        return Times(link - began)


def _rival(screen: Screen, sample: Sample) -> Times:
    command = [sys.executable, "-m", "benchmarks.rival", str(find_browser().path)]
    with practice() as site, _watching(screen, sample) as recorder:
        began = time.time()
        child = subprocess.Popen(
            [*command, site.start_url, LINK, *WINDOW.split(), "--disable-gpu"],
            env=screen.environ(),
            stdin=subprocess.PIPE,
            **own_group(),
        )
        try:
            link, ring = _seen(recorder, (True, True))
        finally:
            child.communicate()
            end_tree(child)
        return Times(link - began, ring - began)


@contextmanager
def _watching(screen: Screen, sample: Sample) -> Iterator[Recorder[tuple[bool, bool]]]:
    with Recorder(lambda: (sample.link_seen(screen), sample.ring_seen(screen))) as one:
        yield one


def _seen(
    recorder: Recorder[tuple[bool, bool]], wanted: tuple[bool, bool]
) -> tuple[float, float]:
    """When link and ring were first seen; the ring at 0 where none is wanted."""
    deadline = time.monotonic() + PATIENCE_S
    while not any(seen == wanted for _, seen in recorder.samples):
        if time.monotonic() > deadline:
            raise TimeoutError(f"never on the screen: {wanted}")
        time.sleep(0.01)

    def first(has: Callable[[tuple[bool, bool]], bool]) -> float:
        return next((when for when, seen in recorder.samples if has(seen)), 0.0)

    return first(lambda seen: seen[0]), first(lambda seen: seen[1])


def _figures(times: dict[str, list[Times]]) -> list[Figure]:
    links = [one.link for one in times["bare"]]
    rings = [one.ring for one in times["ours"]]
    told = [one.told for one in times["ours"]]
    rival = [one.ring for one in times["playwright"]]
    more = [ring - link for ring, link in zip(rings, links, strict=True)]
    return [
        Figure(
            "command → first ring painted, beyond the bare browser's link",
            f"≤ {BAR_S} s",
            f"+{median(more):.2f} s (p95 {p95(more):.2f} s)",
            median(more) <= BAR_S,
            f"Playwright's launch, `wait_for_selector` and `evaluate` "
            f"+{median(rival) - median(links):.2f} s",
        ),
        Figure(
            "command → first ring: painted, median / p95",
            "",
            spread(rings, "s", 2),
            None,
            f"its event {spread(told, 's', 2)}; bare browser's link "
            f"{spread(links, 's', 2)}; Playwright's ring {spread(rival, 's', 2)}",
        ),
    ]


if __name__ == "__main__":
    run(measure)
