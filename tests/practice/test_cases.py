"""The fixtures keep their word: opened without script they show what they claim."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page, Route, expect

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted(path.parent for path in ROOT.glob("fixtures/1688/*/*/fixture.toml"))


@pytest.fixture
def silent_page(browser: Browser) -> Iterator[Page]:
    """A page that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def open_case(page: Page, case: Path) -> dict[str, Any]:
    """Open a fixture at its own address, everything answered from its folder."""
    facts = tomllib.loads((case / "fixture.toml").read_text("utf-8"))
    files = {facts["url"]: "page.html", **facts.get("frames", {})}

    def answer(route: Route) -> None:
        file = files.get(route.request.url)
        if file:
            route.fulfill(path=case / file, content_type="text/html; charset=utf-8")
        else:
            route.abort()

    page.route("**/*", answer)
    page.goto(facts["url"])
    return facts


def frame_of(page: Page, pattern: str | None) -> Frame:
    """Return the frame an expectation speaks of."""
    if pattern is None:
        return page.main_frame
    return next(frame for frame in page.frames if fnmatch(frame.url, pattern))


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}"
)
def test_expected_elements_are_there_once(silent_page: Page, case: Path) -> None:
    """Every element a fixture expects is one, and is drawn."""
    facts = open_case(silent_page, case)
    wanted = [it for it in facts["expect"].values() if it]

    found = [frame_of(silent_page, it.get("frame")).locator(it["css"]) for it in wanted]

    for locator in found:
        expect(locator).to_be_visible()


def test_home_is_as_large_as_a_real_one(silent_page: Page) -> None:
    """The home page has at least 3,000 elements."""
    open_case(silent_page, ROOT / "fixtures/1688/home/alibar-2019")

    count = silent_page.locator("*").count()

    assert count >= 3000
