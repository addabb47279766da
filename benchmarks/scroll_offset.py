"""How far the ring is from its target on the screen while the person scrolls.

Four targets stand side by side, each followed in its own way, so that every picture of
the screen judges all of them. A picture counts when it stays the same for two looks in
a row: the browser may be half way through copying a frame to the screen.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import CDPSession, Frame, Page

from benchmarks.browser import World, corner, frames, open_page, session_of
from benchmarks.figures import Effort, Figure, p95, run, spread
from benchmarks.screen import Recorder, Screen, colours, open_screen
from benchmarks.serve import serve
from companion.agent.source import bundle

FOLLOWERS = (Path(__file__).parent / "scripts" / "followers.js").read_text("utf-8")
RING, TARGET = 0x003CB3, 0xFF00C8
TARGET_HEIGHT = 40
RING_OUTSIDE = 7  # px from the target's edge to the ring's outer edge
SPEED = 1500  # px/s
DISTANCE = 1100  # px, of one gesture; the targets pass from below to above the window
EDGE = 60  # px; nearer to the window's edges a ring is cut off
SETTLED_S = 0.004
WAYS = ("anchored", "everyFrame", "scrollEvent", "documentPlace")
TITLES = {
    "everyFrame": "rAF + rect (Playwright, Shepherd)",
    "scrollEvent": "scroll event + rAF (driver.js)",
    "documentPlace": "document coordinates (intro.js)",
}

Columns = tuple[bytes, ...]

_PIN = """
const painter = new CompanionAgent.Painter(document, {
  lang: 'en', tag: 'x-bench', onAction() {} });
painter.show({
  next: { target: 'bench', element: document.getElementById('anchored'),
          words: 'Bench', tone: 'todo' },
  bubble: false, labels: [], framed: null, panel: null, hidden: false });
0
"""
_STYLE = f"""<!doctype html><meta charset=utf-8><style>
body {{ margin: 0; background: #fff; font: 16px sans-serif; }}
.row {{ position: absolute; left: 0; top: 900px; }}
.target {{ position: absolute; width: 120px; height: {TARGET_HEIGHT}px;
           background: #{TARGET:06x}; }}
.tall {{ height: 4500px; }}
</style>"""
_ROW = "".join(
    f"<div class=target id={way} style='left:{200 + 240 * index}px'></div>"
    for index, way in enumerate(WAYS)
)
_PAGE = f"{_STYLE}<div class=tall></div><div class=row>{_ROW}</div>"
_NESTED = (
    f"{_STYLE}<div id=scroller style='position:absolute;inset:20px;overflow:auto;"
    # Without a background of its own it would be scrolled by the main thread.
    f"background:#fff'>"
    f"<div class=tall></div><div class=row style='margin-top:-20px'>{_ROW}</div></div>"
)
_INNER = f"{_STYLE}<div class=row style='top:60px'>{_ROW}</div>"


def _outer(port: int) -> str:
    return (
        f"{_STYLE}<div class=tall></div><iframe class=row style='top:840px;border:0;"
        f"width:1100px;height:200px' src='http://reg.taobao.localhost:{port}/inner'>"
    )


@dataclass(frozen=True)
class Case:
    """A place to scroll in, and the bar for our ring in it, in px (p95)."""

    name: str
    path: str
    bar: int
    blocked: bool = False


CASES = (
    Case("page scroll", "/page", 0),
    Case("scroller in the page", "/nested", 2),
    Case("page around a cross-site frame", "/outer", 0),
    Case("page scroll, main thread blocked 120 ms at a time", "/page", 0, True),
    Case("scroller in the page, blocked so", "/nested", 10, True),
)


def measure(effort: Effort) -> list[Figure]:
    """One figure for each case."""
    pages = {"/page": _PAGE, "/nested": _NESTED, "/inner": _INNER}
    with serve(pages) as port, open_screen() as screen, open_page(screen) as page:
        pages["/outer"] = _outer(port)
        figures = []
        for case in CASES:
            page.goto(f"http://www.1688.localhost:{port}{case.path}")
            offsets = _scroll(page, screen, case, effort.times(12, 2))
            figures.append(_figure(case, offsets))
        return figures


def _scroll(
    page: Page, screen: Screen, case: Case, gestures: int
) -> dict[str, list[float]]:
    """Scroll down and up again; the offsets of every picture, by way of following."""
    left, top = corner(page, screen)
    _follow(page)
    middles = [left + 260 + 240 * index for index in range(len(WAYS))]
    bottom = top + int(page.evaluate("innerHeight"))
    if case.blocked:
        page.evaluate(
            """setInterval(() => {
              const end = performance.now() + 120;
              while (performance.now() < end);
            }, 240)"""
        )

    def look() -> Columns:
        return tuple(screen.raw_column(x, top, bottom) for x in middles)

    session = session_of(page)
    offsets: dict[str, list[float]] = {way: [] for way in WAYS}
    for turn in range(gestures):
        with Recorder(look) as recorder:
            _wheel(session, down=turn % 2 == 0)
        for columns in _settled(recorder.samples):
            for way, column in zip(WAYS, columns, strict=True):
                offset = _offset(colours(column))
                if offset is not None:
                    offsets[way].append(offset)
    return offsets


def _follow(page: Page) -> None:
    """Ours in a world of its own where the targets are, the others in the page."""
    inner = next((frame for frame in page.frames if frame.parent_frame), None)
    if inner is not None:
        inner.wait_for_selector("#anchored")
    # Fails for a frame without a process of its own, which would be another case.
    World(session_of(inner or page), bundle() + _PIN)
    for way in WAYS[1:]:
        page.evaluate(f"{FOLLOWERS}; followers.{way}({_rect(way, inner)})")
    # The pulse of a new ring is over after 900 ms.
    frames(page, 80)


def _rect(way: str, inner: Frame | None) -> str:
    if inner is None:
        return f"() => document.getElementById('{way}').getBoundingClientRect()"
    x, y, width, height = inner.evaluate(
        f"""() => {{
          const box = document.getElementById('{way}').getBoundingClientRect();
          return [box.x, box.y, box.width, box.height];
        }}"""
    )
    # As if the frame's own script had told without any delay where it stands.
    return f"""() => {{
      const frame = document.querySelector('iframe').getBoundingClientRect();
      return new DOMRect(frame.x + {x}, frame.y + {y}, {width}, {height});
    }}"""


def _wheel(session: CDPSession, *, down: bool) -> None:
    """Turn the wheel evenly, in the browser's own process, and wait for the end."""
    session.send(
        "Input.synthesizeScrollGesture",
        {
            "x": 1200,
            "y": 300,
            "yDistance": -DISTANCE if down else DISTANCE,
            "speed": SPEED,
            "gestureSourceType": "mouse",
            "preventFling": True,
        },
    )


def _settled(samples: list[tuple[float, Columns]]) -> Iterator[Columns]:
    for (since, columns), (until, _) in pairwise(samples):
        if until - since >= SETTLED_S:
            yield columns


def _offset(column: list[int]) -> float | None:
    """Pixels between a ring and its target; None where the target is at the edge."""
    if TARGET not in column:
        return None
    top, end = column.index(TARGET), len(column) - column[::-1].index(TARGET)
    if end - top < TARGET_HEIGHT:
        if column[top - 1] == RING:  # its line lies over the target's upper edge
            top = end - TARGET_HEIGHT
        elif column[end : end + 1] != [RING]:
            return None  # half painted
    if not EDGE <= top <= len(column) - TARGET_HEIGHT - EDGE:
        return None
    if RING not in column:
        return math.inf
    return abs(top - RING_OUTSIDE - column.index(RING))


def _figure(case: Case, offsets: dict[str, list[float]]) -> Figure:
    ours = offsets["anchored"]
    beside = "; ".join(
        f"{title} {spread(offsets[way], 'px')}" for way, title in TITLES.items()
    )
    return Figure(
        f"ring off its target: {case.name}, px median / p95",
        f"≤ {case.bar} px",
        f"{spread(ours, 'px')} ({len(ours)} pictures)",
        p95(ours) <= case.bar,
        beside,
    )


if __name__ == "__main__":
    run(measure)
