"""The panel's own buttons, pressed with a real mouse."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Starter
from tests.e2e.overlay import Overlay
from tests.e2e.person import Person
from tests.e2e.pixels import is_blue, take
from tests.e2e.running import Companion, wait_until
from tests.e2e.truth import box, truths

FIELD = truths("classic")["form.username"]


@pytest.fixture(scope="module")
def companion(start_shared: Starter) -> Companion:
    """A person has come to the personal form."""
    companion = start_shared("--practice", "classic")
    with contextlib.closing(Person(companion)) as person:
        person.go_to("form.username")
    return companion


@pytest.fixture
def page(companion: Companion) -> Page:
    """The tab with the form, its first field in use."""
    page = companion.page("p2")
    page.click(FIELD.css)
    return page


def _is_ringed(page: Page) -> bool:
    picture = take(page, box(page, FIELD))
    return any(
        is_blue((row[i], row[i + 1], row[i + 2]))
        for row in picture.rows
        for i in range(0, len(row), picture.channels)
    )


def test_hiding_takes_everything_away(companion: Companion, page: Page) -> None:
    """After one click nothing is drawn and nothing is shown in the stream."""
    Overlay(page).press("Ẩn")

    wait_until(lambda: not _tab_shows(companion), "everything hidden")
    wait_until(lambda: not _is_ringed(page), "no ring")
    Overlay(page).press("Hiện hướng dẫn")
    wait_until(lambda: _is_ringed(page), "the ring again")
    companion.wait_for("shown", target="form.username", next=True)
    assert ("p2", "form.username") in companion.now_shown()


def _tab_shows(companion: Companion) -> bool:
    return any(page == "p2" for page, _ in companion.now_shown())


def test_help_opens_and_closes(companion: Companion, page: Page) -> None:
    """The other button opens advice for this page; the field keeps the focus."""
    drawn = Overlay(page)
    (before,) = drawn.boxes("panel")
    picture = take(page, before, margin=0)

    drawn.press("Tôi bị kẹt")

    wait_until(lambda: drawn.boxes("help"), "the advice")
    (after,) = drawn.boxes("panel")
    assert picture != take(page, after, margin=0)
    assert "nick" == page.evaluate("document.activeElement.id")
    drawn.press("Tôi bị kẹt")
    wait_until(lambda: not drawn.boxes("help"), "no advice")


def test_typing_goes_on_beside_the_panel(companion: Companion, page: Page) -> None:
    """A click on the panel in the middle of a word loses no letter."""
    page.keyboard.type("huong")
    Overlay(page).press("Tôi bị kẹt")
    page.keyboard.type("shop")

    assert "huongshop" == page.input_value(FIELD.css)
