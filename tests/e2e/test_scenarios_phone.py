"""The phone number and its country, in a person's words: scenarios 12 to 15."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.running import wait_until
from tests.e2e.spot import Spot

pytestmark = pytest.mark.timeout(240)
TRIGGER = ".mobile-row--2mzWe .next-select"


@pytest.fixture(scope="module")
def spot(start_shared: Starter) -> Spot:
    """A person at the personal form whose name and password are there already."""
    spot = Spot(start_shared("--practice", "classic"))
    spot.open_form()
    spot.type("form.username", "huong_shop_84")
    spot.type("form.password", "Cho-Ben-Thanh-68")
    spot.type("form.password_confirm", "Cho-Ben-Thanh-68")
    spot.page.keyboard.press("Tab")
    return spot


def test_nhap_0912345678_ma_no_bao_sai(spot: Spot) -> None:
    """Scenario 12: "I enter 0912345678 and it says wrong".

    First the +86, then the 0: two hints in that order, and then it is right.
    """
    spot.type("form.phone", "0936274815")
    spot.page.keyboard.press("Tab")
    spot.see("bubble", "+86", "越南 +84 (Việt Nam)")
    spot.leads_to("form.country_code")
    spot.page.click(TRIGGER)
    spot.page.get_by_role("option", name="越南").click()

    spot.see("bubble", "Bỏ số 0 đầu")

    spot.leads_to("form.phone")
    spot.see("label", "Nhập: 936274815")
    spot.type("form.phone", "936274815")
    assert "đúng cách viết" in spot.judged("form.phone", "ok")
    assert "936274815" not in spot.companion.stream.read_text("utf-8")


def test_danh_sach_nuoc_toan_chu_trung(spot: Spot) -> None:
    """Scenario 13: "The list of countries is all Chinese".

    The row is ringed once the list is open; out of sight, one is told to scroll.
    """
    spot.page.click(TRIGGER)
    spot.page.get_by_role("option", name="中国大陆").click()
    spot.leads_to("form.country_code")

    spot.page.click(TRIGGER)

    spot.see("bubble", "越南 +84 (Việt Nam)")
    spot.leads_to("form.country_vietnam")
    shown = spot.companion.now_shown().values()
    (row,) = [one for one in shown if one["target"] == "form.country_vietnam"]
    if not row["visible"]:
        spot.see("sentence", "Cuộn")
        spot.page.get_by_role("option", name="越南").scroll_into_view_if_needed()
    wait_until(lambda: spot.drawn.boxes("ring"), "the ring")
    spot.page.get_by_role("option", name="越南").click()
    wait_until(lambda: not spot.next().startswith("form.country"), "the next step")


def test_so_toi_la_084_912_3456(spot: Spot) -> None:
    """Scenario 14: "My number is 084 912 3456".

    It is not taken for the country's code and cut to 9123456.
    """
    spot.type("form.phone", "084 912 3456")
    spot.judged("form.phone", "phone.leading_zero")
    spot.see("label", "Nhập: 849123456")
    since = spot.count()

    spot.type("form.phone", "849123456")

    assert "đúng cách viết" in spot.judged("form.phone", "ok", since=since)
    seen = "".join(map(spot.drawn.text, ("bubble", "label", "panel")))
    assert "9123456" not in seen.replace("849123456", "")


def test_so_toi_0169_123_4567(spot: Spot) -> None:
    """Scenario 15: "My number is 0169 123 4567": the new form of an old number."""
    spot.type("form.phone", "0169 123 4567")

    said = spot.judged("form.phone", "phone.old_number")

    assert "đầu số" in said.lower()
    spot.see("label", "Nhập: 391234567")
    since = spot.count()
    spot.type("form.phone", "391234567")
    assert "đúng cách viết" in spot.judged("form.phone", "ok", since=since)
