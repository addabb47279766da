"""From the seen account to what comes next, in a tab of its own."""

from __future__ import annotations

import signal
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from companion.sentences import Sentences
from tests.e2e.conftest import Starter
from tests.e2e.overlay import Overlay
from tests.e2e.running import Companion, wait_until

_SUCCESS = "/member/operations/member_operations_jump_engine.htm"
say = Sentences("vi").say
_BUTTON = "Mở việc cần làm tiếp"


@pytest.fixture
def companion(start: Starter) -> Companion:
    """The account has just been made."""
    companion = start("--practice", "classic")
    home = companion.page("p1")
    port = urlsplit(home.url).port
    home.goto(f"http://member.1688.localhost:{port}{_SUCCESS}")
    companion.wait_for("finished", success=True)
    return companion


def ours(companion: Companion) -> list[Page]:
    """The tabs that show the page after the account."""
    # Playwright hears of new tabs only while it is asked something.
    companion.context.pages[0].evaluate("0")
    return [one for one in companion.context.pages if "/page/after" in one.url]


def opened(companion: Companion) -> Page:
    """The tab that opened by itself."""
    wait_until(lambda: ours(companion), "the page after the account")
    (page,) = ours(companion)
    return page


def test_the_page_waits_behind_the_announcement(companion: Companion) -> None:
    """Rows 41, 108: it opens by itself, and the site's own words stay in front."""
    page = opened(companion)

    expect(page.get_by_role("navigation").get_by_role("link")).to_have_count(6)

    assert page.evaluate("document.hidden")
    assert not companion.page("p1").evaluate("document.hidden")
    wait_until(
        lambda: say("after.opened") in companion.said("err").read_text("utf-8"),
        "the sentence on the terminal",
    )


def test_the_page_outlives_the_site(companion: Companion) -> None:
    """Who closes the site's tab and reads on can still have words translated."""
    page = opened(companion)

    companion.page("p1").close()

    page.wait_for_timeout(1500)  # as long as a session without a window lasts
    assert companion.child.poll() is None
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_xong_roi_lam_gi_tiep(companion: Companion) -> None:
    """Rows 41, 108: the account is there; one press opens the list of what to do."""
    drawn = Overlay(companion.page("p1"))
    wait_until(lambda: _BUTTON in drawn.text("choices"), "the button")
    assert "Việc tiếp theo" in drawn.text("panel")
    page = opened(companion)

    drawn.press(_BUTTON)

    wait_until(lambda: page.evaluate("!document.hidden"), "the page in front")
    expect(page.get_by_role("navigation").get_by_role("link")).to_have_count(6)
    wait_until(lambda: "thẻ mới" in drawn.text("help"), "where it is")


def test_the_page_is_nothing_to_guide_on(companion: Companion) -> None:
    """No event tells of it, nothing is drawn on it, and it is opened only once."""
    tab = companion.page("p1")
    drawn = Overlay(tab)
    wait_until(lambda: _BUTTON in drawn.text("choices"), "the button")
    page = opened(companion)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    told = [event for event in companion.events() if event["event"] == "page"]

    drawn.press(_BUTTON)
    wait_until(lambda: page.evaluate("!document.hidden"), "the page in front")
    tab.bring_to_front()
    drawn.press("Quay lại")
    wait_until(lambda: _BUTTON in drawn.text("choices"), "the button again")
    drawn.press(_BUTTON)

    wait_until(lambda: page.evaluate("!document.hidden"), "the page in front")
    assert [page] == ours(companion)
    assert [] == Overlay(page).hosts()
    assert all("127.0.0.1" not in event["url"] for event in told)


def test_who_has_an_account_goes_straight_there(start: Starter) -> None:
    """Row 108: `--after` opens the page alone; nothing guides, and closing ends it."""
    companion = start("--after")

    page = opened(companion)

    expect(page.get_by_role("navigation").get_by_role("link")).to_have_count(6)
    assert [page] == companion.context.pages
    assert [] == Overlay(page).hosts()
    assert 0 == companion.close_window()
    last = companion.events()[-1]
    assert ("finished", False, "window_closed") == tuple(
        last[name] for name in ("event", "success", "reason")
    )
    assert say("after.closed") in companion.said("err").read_text("utf-8")


@pytest.mark.thorough
def test_a_second_start_opens_it_in_the_same_browser(
    start: Starter, tmp_path: Path
) -> None:
    """Ctrl-C leaves the page to be read; the next run finds that browser again."""
    home = tmp_path / "home"
    first = start("--after", home=home)
    opened(first)
    first.child.send_signal(signal.SIGINT)
    assert 130 == first.child.wait(10)

    second = start("--after", home=home)

    assert first.wait_for("browser") | {"t": 0} == second.wait_for("browser") | {"t": 0}
    assert "interrupted" == first.events()[-1]["reason"]
    wait_until(lambda: len(ours(second)) == 2, "the page once more")
