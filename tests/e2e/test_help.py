"""Help at the moment of need, by real clicks on our own panel."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Starter
from tests.e2e.overlay import Overlay
from tests.e2e.person import Person
from tests.e2e.running import Companion, wait_until
from tests.e2e.spot import JOIN, Spot


@pytest.fixture(scope="module")
def companion(start_shared: Starter) -> Companion:
    """A person has come to the choice of account: the enterprise form lies open."""
    companion = start_shared("--practice", "classic")
    spot = Spot(companion)
    spot.goto(JOIN)
    spot.page.get_by_role("button", name="同意并继续").click()
    return companion


@pytest.fixture
def page(companion: Companion) -> Page:
    """The tab with the form."""
    return companion.page("p1")


def test_sao_no_hoi_ten_doanh_nghiep(companion: Companion, page: Page) -> None:
    """On the other form a banner says so until it is right."""
    drawn = Overlay(page)
    wait_until(lambda: "doanh nghiệp" in drawn.text("banner"), "the banner")

    with contextlib.closing(Person(companion)) as person:
        person.go_to("form.username")

    wait_until(lambda: not drawn.boxes("banner"), "no banner")


def test_the_tree_is_walked_by_clicks(companion: Companion, page: Page) -> None:
    """Choices open their advice, and the way back is there; no event tells of it."""
    drawn = Overlay(page)
    drawn.press("Tôi bị kẹt")
    wait_until(lambda: drawn.boxes("choices"), "the choices")

    drawn.press("Số đã được đăng ký")
    wait_until(lambda: "AliExpress" in drawn.text("help"), "the advice")
    drawn.press("Nhờ 1688 hỗ trợ")
    wait_until(lambda: "您好" in drawn.text("help"), "a sentence to paste")
    drawn.press("Chép")

    wait_until(lambda: "Đã chép" in drawn.text("help"), "the copy")
    drawn.press("Quay lại")
    wait_until(lambda: "AliExpress" in drawn.text("help"), "the advice before it")
    drawn.press("Tôi bị kẹt")
    wait_until(lambda: not drawn.boxes("help"), "no advice")
    assert "AliExpress" not in companion.stream.read_text("utf-8")


def test_thu_mang_giup_toi(companion: Companion, page: Page) -> None:
    """The network is tried when the person asks, and the answer is in words."""
    drawn = Overlay(page)
    drawn.press("Tôi bị kẹt")
    wait_until(lambda: drawn.boxes("choices"), "the choices")
    drawn.press("Trang không hiện ra")
    wait_until(lambda: "Thử mạng" in drawn.text("choices"), "the way on")

    drawn.press("Thử mạng giúp tôi")

    wait_until(lambda: "1688 có trả lời" in drawn.text("help"), "the answer")
    drawn.press("Tôi bị kẹt")


def test_chu_nho_qua_mat_toi_kem(companion: Companion, page: Page) -> None:
    """A+ makes our words larger, and in the end as they were."""
    drawn = Overlay(page)
    usual = drawn.line("A+")

    for share in (1.25, 1.5, 2.0, 1.0):
        drawn.press("A+")

        drawn.await_line("A+", usual * share)


def test_cho_mai_chua_co_ma(companion: Companion, page: Page) -> None:
    """The clock counts from the request; it goes on in silence."""
    with contextlib.closing(Person(companion)) as person:
        person.go_to("otp.code_input")
    drawn = Overlay(page)
    wait_until(lambda: "Đã chờ 0:" in drawn.text("clock"), "the clock")
    told = len(companion.events())
    before = drawn.text("clock")

    wait_until(lambda: before != drawn.text("clock"), "the next second")

    assert told == len(companion.events())
    assert "Không đọc mã cho bất kỳ ai" in drawn.text("help")
