"""Pages of ours in a real browser: used by hand, by keyboard, and by ear."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from companion.pages import ServedPages, write_page
from companion.sentences import Sentences
from tests.pages.conftest import EVERYTHING


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(page: Tab, served: ServedPages, scheme: str) -> None:
    """Axe finds nothing, contrast included; no text is below 16 px."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(served.address("welcome"))

    found = Axe().run(page)
    sizes = page.evaluate(
        "[...document.querySelectorAll('body *')]"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )

    assert [] == found.response["violations"]
    assert 16 <= min(sizes)


def test_nothing_is_cut_off_when_narrow(page: Tab, served: ServedPages) -> None:
    """At 200 per cent on a small window one still only scrolls down."""
    page.set_viewport_size({"width": 340, "height": 400})
    page.goto(served.address("welcome"))

    wide = page.evaluate("document.documentElement.scrollWidth")

    assert wide <= 340


def test_a_button_does_what_it_says(
    page: Tab, served: ServedPages, asked: list[str]
) -> None:
    """By keyboard as well; what happened is said where a screen reader hears it."""
    page.goto(served.address("welcome"))
    button = page.get_by_role("button", name="Bắt đầu")

    button.press("Enter")

    expect(page.get_by_role("status")).to_have_text("Đang mở…")
    page.get_by_role("button", name="Để sau").click()
    expect(page.get_by_role("status")).to_have_text("Hẹn gặp lại.")
    assert ["begin", "later"] == asked


def test_the_page_outlives_the_program(page: Tab, served: ServedPages) -> None:
    """When the server has gone all is still there, and a button says so calmly."""
    page.goto(served.address("welcome"))
    served.close()

    page.get_by_role("button", name="Bắt đầu").click()

    ended = Sentences("vi").say("pages.ended")
    expect(page.get_by_role("status")).to_have_text(ended)
    expect(page.get_by_role("listitem").first).to_have_text("Một")


def test_a_page_in_a_file_needs_nothing(page: Tab, tmp_path: Path) -> None:
    """Written to disk it looks the same and asks no network for anything."""
    file = tmp_path / "page.html"
    file.write_text(write_page(EVERYTHING, Sentences("vi")), encoding="utf-8")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))

    page.goto(file.as_uri())

    expect(page.locator("main")).to_have_css("max-width", "736px")
    assert [file.as_uri()] == [url for url in requests if not url.startswith("data:")]
