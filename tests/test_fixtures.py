"""The pack holds on every saved page: one test for each target and for the states.

`pytest -k "home/alibar-2019"` runs the tests of one fixture; `companion check` tells
the same with candidates and pictures.
"""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.async_api import async_playwright

from companion.browser.find import find_browser
from companion.check.cases import SITE, load_cases
from companion.check.fixture import all_cases
from companion.check.report import FixtureResult, Report
from companion.check.run import Plan, check
from companion.check.stage import launch
from companion.data import fixtures_dir, selectors_dir

ROOT = fixtures_dir() / SITE
CASES = all_cases(ROOT)


def expectations() -> Iterator[tuple[str, str]]:
    """Every fixture with each target that it says something about."""
    for case in CASES:
        facts = tomllib.loads((ROOT / case / "fixture.toml").read_text("utf-8"))
        yield from ((case, target) for target in facts["expect"])


@pytest.fixture(scope="session")
def report(nothing_left_behind: None) -> Report:
    """One look at all fixtures, shared by all tests here."""
    cases = load_cases([], selectors_dir(), fixtures_dir(), lang="en")

    async def look() -> Report:
        async with async_playwright() as playwright:
            browser = await launch(playwright, str(find_browser().path))
            try:
                return await check(browser, cases, Plan())
            finally:
                await browser.close()

    # Another thread: pytest-playwright may have a loop in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(look())).result()


@pytest.fixture(scope="session")
def results(report: Report) -> dict[str, FixtureResult]:
    """Fixture -> its result."""
    return {fixture.path: fixture for fixture in report.fixtures}


def test_fixtures_are_without_problems(report: Report) -> None:
    """Every fixture can be opened, and every expectation is one element."""
    assert "" == "\n".join(map(str, report.problems))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case}::states")
def test_states(results: dict[str, FixtureResult], case: str) -> None:
    """Exactly the expected states are recognised."""
    result = results[case]

    assert set(result.expected) == set(result.seen)


@pytest.mark.parametrize(
    ("case", "target"),
    [pytest.param(*one, id="::".join(one)) for one in expectations()],
)
def test_target(results: dict[str, FixtureResult], case: str, target: str) -> None:
    """The target is found at its true element, or not at all where there is none."""
    (result,) = [one for one in results[case].targets if one.target == target]

    assert "correct" == result.outcome, "\n".join(map(str, result.candidates))
