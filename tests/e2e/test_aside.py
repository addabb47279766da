"""Leaving the browser alone, and coming back; pages that only look like the site."""

from __future__ import annotations

import contextlib
import signal
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from companion.browser.cdp import Cdp
from companion.browser.endpoint import ask, open_addresses
from companion.sentences import Sentences
from tests.e2e.conftest import Starter
from tests.e2e.overlay import Overlay
from tests.e2e.person import Person
from tests.e2e.running import Companion, wait_until
from tests.loops import apart

say = Sentences().say


def attached(companion: Companion) -> list[str]:
    """The tabs that anybody but the asker is attached to."""
    endpoint = ask(companion.wait_for("browser")["port"], timeout=10)
    assert endpoint is not None

    async def look() -> list[dict[str, Any]]:
        async with await Cdp.connect(endpoint.ws_url) as cdp:
            infos = (await cdp.send("Target.getTargets"))["targetInfos"]
            return [one for one in infos if one["type"] in ("page", "iframe")]

    return [one["url"] for one in apart(look()) if one["attached"]]


def own_page(companion: Companion) -> str:
    """The address of the page that guides from aside, once it is open."""

    def found() -> str | None:
        addresses = open_addresses(companion.wait_for("browser")["port"], timeout=10)
        return next((one for one in addresses if "/page/guide" in one), None)

    address: str = wait_until(found, "a window of our own", 60)
    return address


@pytest.mark.timeout(240)
def test_keo_mai_khong_qua(start: Starter, playwright: Playwright) -> None:
    """After the third refusal nothing of ours is in the browser, until we are asked.

    "Kéo mãi không qua, lại bắt kéo lại."
    """
    companion = start("--practice", "classic", "--scenario", "slider-refuses-always")
    with contextlib.closing(Person(companion)) as person:
        person.go_until(lambda: "handed_over" in told(companion))
    left = companion.wait_for("handed_over")
    shown = companion.now_shown()
    form = companion.page(left["page"])
    url = form.url
    drawn = Overlay(form).hosts()
    assert companion.browser is not None
    companion.browser.close()

    address = own_page(companion)

    assert "slider_refused" == left["reason"]
    assert ({}, []) == (shown, drawn)
    assert [] == attached(companion)
    assert url in open_addresses(companion.wait_for("browser")["port"], timeout=10)
    assert companion.child.poll() is None
    since = len(companion.events())
    companion.connect(playwright)
    press_return(companion, address)
    state = companion.wait_for("state", since=since, seconds=40)
    assert "slider" in state["states"]
    assert companion.wait_for("shown", since=since, next=True)
    assert "127.0.0.1" not in companion.stream.read_text("utf-8")


@pytest.mark.timeout(150)
@pytest.mark.thorough
def test_closing_the_window_ends_it_from_aside_too(start: Starter) -> None:
    """Without anything attached the end of the browser is still noticed."""
    companion = start("--practice", "phone-first")
    page = companion.page(companion.wait_for("shown", next=True)["page"])
    step_aside(page)
    companion.wait_for("handed_over", reason="asked", seconds=40)

    code = companion.close_window()

    assert 0 == code
    assert "window_closed" == companion.wait_for("finished")["reason"]


@pytest.mark.timeout(150)
@pytest.mark.thorough
def test_ctrl_c_ends_it_from_aside_too(start: Starter) -> None:
    """The window and our own page stay; its button says that the program has ended."""
    companion = start("--practice", "phone-first")
    step_aside(companion.page(companion.wait_for("shown", next=True)["page"]))
    companion.wait_for("handed_over", reason="asked", seconds=40)
    address = own_page(companion)

    companion.child.send_signal(signal.SIGINT)

    assert 130 == companion.child.wait(20)
    assert "interrupted" == companion.wait_for("finished")["reason"]
    own = press_return(companion, address)
    expect(own.get_by_role("status")).to_have_text(say("pages.ended"))
    companion.close_window()


@pytest.mark.timeout(120)
def test_trang_nay_co_phai_1688_that_khong(start: Starter) -> None:
    """A look-alike that asks for a password gets a calm bar, and no ring.

    "Trang này có phải 1688 thật không?"
    """
    companion = start("--practice", "classic", "--scenario", "fake-site")
    said = companion.wait_for("notice", notice="site.foreign", seconds=40)
    page = companion.page(said["page"])
    drawn = Overlay(page)

    wait_until(lambda: drawn.boxes("bar"), "the bar")

    (bar,) = drawn.boxes("bar")
    width = page.evaluate("innerWidth")
    assert (0, 0) == bar[:2]
    assert width - 20 <= bar[2]
    assert say("foreign.title") in drawn.text("bar")
    assert "www.1688.com.dang-nhap.example.localhost" in drawn.text("bar")
    assert not companion.now_shown()
    drawn.press(say("foreign.close"))
    wait_until(lambda: not drawn.boxes("bar"), "no bar")
    assert say("panel.badge.foreign") in drawn.text("badge")


@pytest.mark.timeout(120)
@pytest.mark.thorough
def test_mang_chap_chon(start: Starter) -> None:
    """Row 15: a page that does not load is told of; then guidance comes back.

    "Mạng chập chờn, trang trắng xóa."
    """
    companion = start("--practice", "classic")
    companion.wait_for("shown", target="home.register_link", seconds=40)
    page = companion.page("p1")
    address = page.url
    page.context.set_offline(True)
    with contextlib.suppress(Exception):
        page.goto("http://www.1688.localhost:9/")

    lost = companion.wait_for("error", reason="page_unreachable")

    assert say("lost.page_unreachable") in companion.said("err").read_text("utf-8")
    since = len(companion.events())
    page.context.set_offline(False)
    page.goto(address)
    assert lost["page"] == companion.wait_for("shown", since=since, next=True)["page"]


def told(companion: Companion) -> set[str]:
    """The kinds of events there have been."""
    return {event["event"] for event in companion.events()}


def press_return(companion: Companion, address: str) -> Page:
    """Press the button of our own page that brings us back."""

    def found() -> Page | None:
        # Playwright hears of new windows only while it is asked something.
        companion.context.pages[0].wait_for_timeout(50)
        return next(
            (one for one in companion.context.pages if one.url == address), None
        )

    page: Page = wait_until(found, "our own page")
    # In a tab behind another one nothing is drawn, and a click would wait for that.
    page.bring_to_front()
    page.get_by_role("button", name=say("aside.reattach")).click()
    return page


def step_aside(page: Page) -> None:
    """Ask for it through the tree of advice."""
    drawn = Overlay(page)
    drawn.press("Tôi bị kẹt")
    wait_until(lambda: "Thanh trượt" in drawn.text("choices"), "the choices")
    drawn.press("Thanh trượt")
    wait_until(lambda: "Tách ra" in drawn.text("choices"), "the way out")
    drawn.press("Tách ra khỏi trình duyệt")
