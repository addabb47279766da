"""Before the sign-up: a start without `--yes` begins on a page of ours."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from companion.sentences import Sentences
from tests.e2e.conftest import Starter
from tests.e2e.running import Companion, wait_until

say = Sentences("vi").say
HOME = "home.register_link"


def welcomed(start: Starter, *arguments: str) -> Companion:
    """A companion that shows its page before the sign-up."""
    return start("--practice", "classic", "--welcome", *arguments)


def test_it_goes_on_to_the_site_in_the_same_tab(start: Starter) -> None:
    """Rows 1, 7: the page comes first; one button later the site is guided."""
    companion = welcomed(start)
    (page,) = companion.context.pages
    expect(page.get_by_role("heading", level=1)).to_have_text(say("welcome.title"))

    page.get_by_role("button", name=say("welcome.begin.button")).click()

    shown = companion.wait_for("shown", target=HOME, next=True)
    assert [page] == companion.context.pages
    expect(page).to_have_url(re.compile("www.1688.localhost"))
    assert shown["page"] == companion.wait_for("page")["page"]
    assert not any("127.0.0.1" in e.get("url", "") for e in companion.events())


def test_the_page_decides_on_the_kind(start: Starter) -> None:
    """Rows 21, 74: what is chosen there is what is guided to, whatever was asked."""
    companion = welcomed(start, "--account", "enterprise")
    (page,) = companion.context.pages
    expect(page.locator("#account-enterprise")).to_be_checked()
    page.locator("#account-personal").check()

    page.locator("#begin").click()

    assert "personal" == companion.wait_for("chosen")["account"]


@pytest.mark.thorough
def test_one_may_go_back_to_read(start: Starter) -> None:
    """Row 7: the page is still there, with its ticks, and nothing is drawn on it."""
    companion = welcomed(start)
    (page,) = companion.context.pages
    page.locator("#have-phone").check()
    page.locator("#begin").click()
    companion.wait_for("shown", target=HOME, next=True)

    page.go_back()

    expect(page.locator("#have-phone")).to_be_checked()
    page.locator("#begin").click()
    told = len(companion.events())
    companion.wait_for("shown", target=HOME, next=True, since=told - 1)
    assert not any("127.0.0.1" in e.get("url", "") for e in companion.events())


def test_a_choice_can_be_kept(start: Starter) -> None:
    """What is kept is the choice and nothing of the person."""
    companion = welcomed(start)
    (page,) = companion.context.pages
    page.locator("#number-typed").fill("0912345678")
    page.locator("#remember").check()

    page.locator("#begin").click()

    companion.wait_for("chosen")
    file = companion.home / "data" / "settings.json"
    kept = json.loads(wait_until(lambda: file.exists() and file.read_text(), "a file"))
    assert {
        "account": "personal",
        "shared_computer": False,
        "skip_welcome": True,
    } == kept


def test_a_shared_computer_keeps_nothing(start: Starter) -> None:
    """Row 94: where others use it too, the browser's folder is gone at the end."""
    companion = welcomed(start)
    (page,) = companion.context.pages
    page.locator("#computer-shared").check()
    page.locator("#begin").click()
    companion.wait_for("shown", target=HOME, next=True)

    companion.close_window()

    assert [] == list((companion.home / "data" / "profiles").glob("*/Default"))


def test_closing_the_window_ends_it(start: Starter) -> None:
    """Who closes the window without beginning is not kept waiting."""
    companion = welcomed(start)

    code = companion.close_window()

    ended = companion.events()[-1]
    assert 0 == code
    assert ("finished", "window_closed") == (ended["event"], ended["reason"])


@pytest.mark.thorough
def test_a_page_typed_by_hand_is_guided_too(start: Starter) -> None:
    """Who goes to the site by another way needs no button."""
    companion = welcomed(start)
    (page,) = companion.context.pages
    address = page.locator("#begin").get_attribute("data-address")
    assert address

    page.goto(address)

    companion.wait_for("shown", target=HOME, next=True)
