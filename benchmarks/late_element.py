"""How long after an element itself its ring is painted, read from the screen's pixels.

Every trial is a fresh page. It brings its link some time after loading; a recorder
looks about once a millisecond at one pixel of the link and one of the ring.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.browser import World, corner, frames, open_page, session_of
from benchmarks.figures import Effort, Figure, p95, run, spread
from benchmarks.pages import REGISTER, brief, goods, practice, wording
from benchmarks.screen import Recorder, Screen, open_screen
from benchmarks.serve import serve
from companion.agent.source import agent_source

SCRIPTS = Path(__file__).parent / "scripts"
FINDERS = "".join(
    (SCRIPTS / name).read_text("utf-8") for name in ("followers.js", "finders.js")
)
LATE = (SCRIPTS / "late.js").read_text("utf-8")
RING, LINK = 0x003CB3, 0xFF00C8
LINK_AT = (650, 330)  # in the viewport, off the words: late.js puts it at 500, 300
RING_AT = (494, 320)  # in the middle of the ring's left line
BAR_MS = 17
PATIENCE_S = 3.0
WAYS = {
    "ours": "",
    "none": "no ring at all",
    "observer": "mutation observer + rAF",
    "poll200": "poll of 200 ms (usertour)",
    "poll500": "poll of 500 ms",
    "python": "Python `wait_for_selector` + `evaluate`",
}


@dataclass
class Delays:
    """Milliseconds: from insertion to the link's paint, from there to the ring's."""

    link: list[float] = field(default_factory=list)
    ring: list[float] = field(default_factory=list)


class Trials:
    """Trials on one page; the ways take turns, so that noise hurts all of them."""

    def __init__(self, page: Page, screen: Screen, clear: Callable[[], None]) -> None:
        self._page = page
        self._screen = screen
        self._clear = clear
        compiled = brief()
        self._agent = agent_source(compiled)
        self._text = wording(compiled, REGISTER)
        self._delays = random.Random(1688)

    def repeat(self, times: int) -> dict[str, Delays]:
        """Run each way that often."""
        found = {way: Delays() for way in WAYS}
        for _ in range(times):
            for way in WAYS:
                self._one(way, found[way])
        return found

    def _one(self, way: str, delays: Delays) -> None:
        self._clear()
        left, top = corner(self._page, self._screen)
        self._install(way)
        frames(self._page, 30)
        at = self._screen.at

        def look() -> tuple[bool, bool]:
            return (
                at(left + LINK_AT[0], top + LINK_AT[1]) == LINK,
                at(left + RING_AT[0], top + RING_AT[1]) == RING,
            )

        wanted = (True, way != "none")
        with Recorder(look) as recorder:
            delay = self._delays.uniform(200, 500)
            colour = f"#{LINK:06x}"
            self._page.evaluate(f"{LATE}; bring", [self._text, colour, delay])
            if way == "python":
                self._page.wait_for_selector("#late")
                self._page.evaluate(f"{FINDERS}; draw(late())")
            _wait_for(recorder, wanted)
        brought = self._page.evaluate("broughtAt") / 1000
        link = next(when for when, (seen, _) in recorder.samples if seen)
        delays.link.append((link - brought) * 1000)
        if way != "none":
            ring = next(when for when, (_, seen) in recorder.samples if seen)
            delays.ring.append((ring - link) * 1000)

    def _install(self, way: str) -> None:
        if way == "ours":
            World(session_of(self._page), self._agent)
        elif way not in ("python", "none"):
            self._page.evaluate(f"{FINDERS}; finders.{way}()")


def _wait_for(recorder: Recorder[tuple[bool, bool]], wanted: tuple[bool, bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not recorder.samples or recorder.samples[-1][1] != wanted:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{wanted} was never on the screen: {recorder.samples}")
        time.sleep(0.005)


def measure(effort: Effort) -> list[Figure]:
    """On a large page and on the practice home: after its paint, and in all."""
    times = effort.times(20, 2)
    pages = {"/": goods(8000)}
    with (
        serve(pages) as port,
        practice() as site,
        open_screen() as screen,
        open_page(screen) as page,
    ):

        def large() -> None:
            page.goto(f"http://www.1688.localhost:{port}/")

        def home() -> None:
            page.goto(site.start_url)
            # Its own link comes late too: it makes way for ours.
            page.wait_for_selector("li.account-signup:visible")
            page.evaluate("document.querySelector('li.account-signup').remove()")

        places = {"page of 8,000 elements": large, "practice home": home}
        return [
            figure
            for name, clear in places.items()
            for figure in _figures(name, Trials(page, screen, clear).repeat(times))
        ]


def _figures(name: str, found: dict[str, Delays]) -> list[Figure]:
    after = {way: delays.ring for way, delays in found.items() if delays.ring}
    whole = {
        way: [sum(pair) for pair in zip(found[way].link, found[way].ring, strict=True)]
        for way in after
    }
    bare = f"the element itself, nobody watching {spread(found['none'].link, 'ms')}"
    return [
        Figure(
            f"element painted → ring painted, {name}, median / p95",
            f"p95 ≤ {BAR_MS} ms",
            spread(after["ours"], "ms"),
            p95(after["ours"]) <= BAR_MS,
            _beside(after),
        ),
        Figure(
            f"element inserted → ring painted, {name}, median / p95",
            "",
            spread(whole["ours"], "ms"),
            None,
            f"{bare}; {_beside(whole)}",
        ),
    ]


def _beside(delays: dict[str, list[float]]) -> str:
    return "; ".join(
        f"{WAYS[way]} {spread(values, 'ms')}"
        for way, values in delays.items()
        if way != "ours"
    )


if __name__ == "__main__":
    run(measure)
