"""What an expectation of a saved page costs: `companion check`, and plain locators.

Both judge the same expectations over the same saved pages, in one browser, taking
turns. The plain way is what a careful person writes with Playwright: for every target
one locator by role, label or placeholder with all of its wordings in one pattern,
asked in one round trip that also compares the answer with the true element. It does
not wait, looks for what must not be there in the top document only, and is not
compared by how often it is right: it only has to have been asked.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, TypeVar

from playwright.async_api import Browser, Frame, Locator, Page, async_playwright

from benchmarks.figures import Effort, Figure, number, run
from companion.browser.find import find_browser
from companion.check.cases import Cases, load_cases
from companion.check.examine import Knowing, answers_of, examine
from companion.check.fixture import Expected, Fixture
from companion.check.run import Plan, check
from companion.check.stage import Stage, launch, open_stages
from companion.data import fixtures_dir, selectors_dir

TIMES = 20
WHOLE_S = 10
_ROLES = {"option": "option", "checkbox": "checkbox", "choice": "combobox"}
_SAME = """(found, css) =>
  found.length === 1 && found[0] === document.querySelector(css)"""

Result = TypeVar("Result")


@dataclass
class Spent:
    """Milliseconds of one way, over all saved pages."""

    opening: float = 0.0
    asking: float = 0.0
    questions: int = 0
    agreed: int = 0

    def each(self, *, opened: bool) -> float:
        """Milliseconds for one expectation."""
        return (self.asking + (self.opening if opened else 0)) / self.questions

    def alone(self, pages: int) -> float:
        """Milliseconds for one that opens its page for itself."""
        return self.opening / pages + self.each(opened=False)


@dataclass
class Ways:
    """What the two ways spent."""

    ours: Spent = field(default_factory=Spent)
    plain: Spent = field(default_factory=Spent)


def measure(effort: Effort) -> list[Figure]:
    """Every saved page of the pack, or a few."""
    cases = load_cases([], selectors_dir(), fixtures_dir(), lang="vi")
    few = Cases(cases.pack, cases.fixtures[:: effort.times(1, 8)], cases.findings)
    return asyncio.run(_measure(few))


async def _measure(cases: Cases) -> list[Figure]:
    async with async_playwright() as playwright:
        browser = await launch(playwright, str(find_browser().path))
        knowing = Knowing.of(cases.pack)
        ways = await _turns(browser, cases, knowing)
        whole, _ = await _timed(check(browser, cases, Plan(jobs=2)))
        await browser.close()
    return _figures(cases, ways, whole)


async def _turns(browser: Browser, cases: Cases, knowing: Knowing) -> Ways:
    """One page the one way, then the other; the first of all warms both up."""
    ways = Ways()
    patterns = _patterns(knowing.brief)
    async with open_stages(browser, 1) as (ours,), open_stages(browser, 1) as (plain,):
        await examine(ours, cases.fixtures[0], knowing, cases.findings)
        await _ask(await plain.show(cases.fixtures[0]), cases.fixtures[0], patterns)
        for fixture in cases.fixtures:
            page = await _opened(ours, fixture, ways.ours)
            spent, answers = await _timed(answers_of(page, fixture))
            ways.ours.asking += spent
            ways.ours.questions += len(fixture.expected)
            page = await _opened(plain, fixture, ways.plain)
            spent, agreed = await _timed(_ask(page, fixture, patterns))
            ways.plain.asking += spent
            ways.plain.questions += len(fixture.expected)
            ways.plain.agreed += agreed
            ways.ours.agreed += len(answers)
    return ways


async def _opened(stage: Stage, fixture: Fixture, spent: Spent) -> Page:
    """The saved page at its address; both ways open it by `page.goto` and routes."""
    ms, page = await _timed(stage.show(fixture))
    spent.opening += ms
    return page


async def _ask(
    page: Page, fixture: Fixture, patterns: Mapping[str, tuple[str, re.Pattern[str]]]
) -> int:
    """Ask for every expected target; the number of answers as expected."""
    agreed = 0
    for target, expected in fixture.expected.items():
        kind, pattern = patterns[target]
        frame = _frame(page, expected)
        locator = _locator(frame, kind, pattern)
        if expected is None:
            agreed += await locator.count() == 0
        else:
            agreed += await locator.evaluate_all(_SAME, expected.css)
    return agreed


def _frame(page: Page, expected: Expected | None) -> Frame:
    if expected is None or expected.frame is None:
        return page.main_frame
    pattern = expected.frame
    return next(one for one in page.frames if fnmatchcase(one.url, pattern))


def _locator(frame: Frame, kind: str, pattern: re.Pattern[str]) -> Locator:
    """What a person would write for a thing of this kind."""
    if kind in ("link", "button", "tab", "slider"):
        return frame.get_by_role(kind, name=pattern)  # type: ignore[arg-type]
    if role := _ROLES.get(kind):
        return frame.get_by_role(role, name=pattern)  # type: ignore[arg-type]
    return frame.get_by_label(pattern).or_(frame.get_by_placeholder(pattern))


def _patterns(brief: Mapping[str, Any]) -> dict[str, tuple[str, re.Pattern[str]]]:
    """Target -> its kind, and all of the pack's wordings as one pattern."""
    patterns: dict[str, tuple[str, re.Pattern[str]]] = {}
    for target in (one for page in brief["pages"] for one in page["targets"]):
        said = [*target["text"], *target["label"], *target["placeholder"]]
        # Playwright ends a pattern for a role at the first bare slash.
        parts = [
            re.escape(one).replace(r"\*", ".*").replace("/", r"\/") for one in said
        ]
        words = "|".join(parts)
        patterns[target["id"]] = (target["kind"], re.compile(f"^\\s*({words})\\s*$"))
    return patterns


async def _timed(work: Awaitable[Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    result = await work
    return (time.perf_counter() - start) * 1000, result


def _figures(cases: Cases, ways: Ways, whole_ms: float) -> list[Figure]:
    pages, ours, plain = len(cases.fixtures), ways.ours, ways.plain
    rows: list[tuple[str, Callable[[Spent], float], str]] = [
        ("pages open already", lambda way: way.each(opened=False), f"≥ {TIMES}×"),
        ("a page opened once for all", lambda way: way.each(opened=True), ""),
    ]
    figures = [
        _ratio(name, bar, of(ours), of(plain), ways.plain) for name, of, bar in rows
    ]
    figures.append(
        _ratio(
            "ours: a page once for all; plain: a page for each, as test runners do",
            "",
            ours.each(opened=True),
            plain.alone(pages),
            plain,
        )
    )
    whole = whole_ms / 1000
    figures.append(
        Figure(
            f"the whole check: {pages} pages, {ours.questions:,} expectations",
            f"≤ {WHOLE_S} s",
            f"{number(whole, 1)} s",
            whole <= WHOLE_S,
            f"plain, one page at a time: {number(_seconds(plain), 1)} s; "
            f"ours, one at a time: {number(_seconds(ours), 1)} s",
        )
    )
    return figures


def _ratio(name: str, bar: str, ours: float, plain: float, said: Spent) -> Figure:
    times = plain / ours
    return Figure(
        f"one expectation, {name}",
        bar,
        f"{number(ours, 2)} ms, {number(times, 1)}× faster",
        times >= TIMES if bar else None,
        f"plain locators: {number(plain, 2)} ms "
        f"(as expected: {said.agreed:,} of {said.questions:,})",
    )


def _seconds(way: Spent) -> float:
    return (way.opening + way.asking) / 1000


if __name__ == "__main__":
    run(measure)
