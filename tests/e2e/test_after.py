"""From the seen account to what comes next, in a tab of its own."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Starter
from tests.e2e.overlay import Overlay
from tests.e2e.running import Companion, wait_until

_SUCCESS = "/member/operations/member_operations_jump_engine.htm"
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
    return [one for one in companion.context.pages if "/page/after" in one.url]


def test_xong_roi_lam_gi_tiep(companion: Companion) -> None:
    """Rows 41, 108: the account is there; one press opens the list of what to do."""
    drawn = Overlay(companion.page("p1"))
    wait_until(lambda: _BUTTON in drawn.text("choices"), "the button")
    assert "Đăng ký thành công" in drawn.text("panel")
    assert not ours(companion)

    with companion.context.expect_page() as opened:
        drawn.press(_BUTTON)

    page = opened.value
    expect(page.get_by_role("navigation").get_by_role("link")).to_have_count(6)
    wait_until(lambda: "thẻ mới" in drawn.text("help"), "where it is")


def test_the_page_is_nothing_to_guide_on(companion: Companion) -> None:
    """No event tells of it, nothing is drawn on it, and it is opened only once."""
    tab = companion.page("p1")
    drawn = Overlay(tab)
    wait_until(lambda: _BUTTON in drawn.text("choices"), "the button")
    with companion.context.expect_page() as opened:
        drawn.press(_BUTTON)
    page = opened.value
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    told = [event for event in companion.events() if event["event"] == "page"]

    tab.bring_to_front()
    drawn.press("Quay lại")
    wait_until(lambda: _BUTTON in drawn.text("choices"), "the button again")
    drawn.press(_BUTTON)

    wait_until(lambda: page.evaluate("!document.hidden"), "the page in front")
    assert [page] == ours(companion)
    assert [] == Overlay(page).hosts()
    assert all("127.0.0.1" not in event["url"] for event in told)
