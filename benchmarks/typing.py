"""How soon after a key the verdict on a value is drawn, and what a key costs a page.

On the practice form, in the document that holds the fields: keys come from the browser
as a keyboard's do, and each is one frame's business. What is drawn is read in the
frame's own callbacks, after the agent's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from benchmarks.browser import World, open_page, session_of
from benchmarks.figures import Effort, Figure, median, p95, run, spread
from benchmarks.pages import brief, practice, wording
from benchmarks.screen import open_screen
from companion.agent.source import agent_source

SCRIPT = (Path(__file__).parent / "scripts" / "typing.js").read_text("utf-8")
BAR_FRAMES = 1
BAR_MS = 2.0
FIELD = "span.mobile-input > input"
# Each key of these changes the verdict, to and fro: a fault, and its mending.
CHANGING = ["0", "Backspace", "a", "Backspace", "+", "Backspace"]
# A number that grows and is not yet whole: most keys are such, and change no verdict.
KEEPING = ["9", "1", "2", "Backspace", "Backspace", "Backspace"]
FORM = "/member/join/common_join.htm"


def measure(effort: Effort) -> list[Figure]:
    """A key, its verdict and its cost, over and over in the phone's field."""
    rounds = effort.times(40, 4)
    with practice() as site, open_screen() as screen, open_page(screen) as page:
        page.goto(site.start_url.rstrip("/").replace("www.", "member.") + FORM)
        compiled = brief()
        page.get_by_text(wording(compiled, "agreement.accept_button")).first.click()
        page.wait_for_selector(FIELD)
        session = session_of(page)
        bare = _typed(page, World(session, SCRIPT), rounds, CHANGING)
        world = World(session, agent_source(compiled))
        world.run("bench.start()")
        changing = _typed(page, world, rounds, CHANGING)
        keys: list[dict[str, Any]] = world.run("bench.keys.slice()")
        # Nothing new is drawn for the others: waiting for it would be our own work.
        world.run("bench.isCounting = false")
        keeping = _typed(page, world, rounds, KEEPING)
    return [_verdicts(keys), *_costs(changing, keeping, median(bare))]


def _typed(page: Page, world: World, rounds: int, keys: list[str]) -> list[float]:
    """Milliseconds of processor time of the page's main thread for each key."""
    page.locator(FIELD).first.press("ControlOrMeta+A")
    thread = _main_thread(page)
    world.run("bench.settled()")
    spent = []
    for key in keys * rounds:
        before = _spent(thread)
        page.keyboard.press(key)
        world.run("bench.settled()")
        spent.append((_spent(thread) - before) / 1e6)
    return spent


def _main_thread(page: Page) -> int:
    """The number of the page's renderer, found by keeping it busy, is its own."""
    browser = page.context.browser
    assert browser is not None
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [int(one["id"]) for one in processes if one["type"] == "renderer"]
    before = {thread: _spent(thread) for thread in renderers}
    page.evaluate("for (const end = Date.now() + 300; Date.now() < end;);")
    return max(renderers, key=lambda thread: _spent(thread) - before[thread])


def _spent(thread: int) -> int:
    """Nanoseconds on a processor: what other programs do does not count."""
    return int(Path(f"/proc/{thread}/schedstat").read_text("ascii").split()[0])


def _verdicts(keys: list[dict[str, Any]]) -> Figure:
    frames = [float(key["frames"]) for key in keys]
    waits = [float(key["wait"]) for key in keys]
    return Figure(
        "key pressed → verdict drawn, median / p95",
        f"p95 ≤ {BAR_FRAMES} frame",
        spread(frames, "frames"),
        p95(frames) <= BAR_FRAMES,
        f"on the clock, to the end of that frame's work {spread(waits, 'ms', 1)}",
    )


def _costs(changing: list[float], keeping: list[float], bare: float) -> list[Figure]:
    names = {"changes": changing, "keeps": keeping}
    costs = {name: [ms - bare for ms in spent] for name, spent in names.items()}
    return [
        Figure(
            f"main thread for a key that {name} the verdict, over the page's own, "
            "median / p95",
            f"p95 ≤ {BAR_MS:.0f} ms",
            spread(spent, "ms", 2),
            p95(spent) <= BAR_MS,
            f"{len(spent)} keys; the page alone {bare:.2f} ms",
        )
        for name, spent in costs.items()
    ]


if __name__ == "__main__":
    run(measure)
