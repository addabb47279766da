"""Trouble on the way, in a person's words: scenarios 25, 26, 27 and 29."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.overlay import overlap
from tests.e2e.running import wait_until
from tests.e2e.spot import FORM, JOIN, Spot

pytestmark = pytest.mark.timeout(240)
ASKED = ("Tôi bị kẹt",)


@pytest.fixture(scope="module")
def spot(start_shared: Starter) -> Spot:
    """A person whose browser translates the form, until it is loaded anew."""
    scenario = ("--scenario", "translated")
    return Spot(start_shared("--practice", "classic", *scenario))


@pytest.fixture(scope="module")
def newer(start_shared: Starter) -> Spot:
    """A person who is led to the newer form, which begins with the phone."""
    return Spot(start_shared("--practice", "phone-first"))


def test_bat_google_dich_roi_trang_do_luon(spot: Spot) -> None:
    """Scenario 25: "I turned on Google Translate and the page froze".

    It is seen, the way back is told, and after loading anew the guidance is there.
    """
    spot.goto(JOIN)
    spot.told(lambda e: {"slider", "agreement"} <= set(e.get("states", ())))
    spot.see("banner", "dịch tự động", "Hiển thị bản gốc")
    spot.ask(*ASKED, "Toàn chữ Trung", "Trang bị dịch tự động")
    spot.see("help", "Tiếng Trung", "Hiển thị bản gốc", "bấm F5 sau khi tắt dịch")

    spot.page.reload()

    spot.see("bubble", "同意并继续")
    assert "dịch tự động" not in spot.drawn.text("banner")


def test_rot_mang_giua_chung(spot: Spot) -> None:
    """Scenario 27: "The connection broke in the middle".

    Nothing is reloaded, what was typed stays, and what a lost page costs is told.
    """
    spot.open_form()
    spot.type("form.username", "huong_shop_84")
    with no_network(spot):
        spot.see("banner", "Mất kết nối mạng", "Đừng tải lại trang")
        spot.ask(*ASKED, "Rớt mạng")

        spot.see("help", "Đừng đóng cửa sổ, đừng bấm F5", "phần đã nhập còn nguyên")
        spot.see("help", "Mật khẩu và mã phải nhập lại")
    wait_until(lambda: not spot.drawn.boxes("banner"), "the connection told as back")
    spot.ask(*ASKED)
    assert "huong_shop_84" == spot.page.input_value(FORM["form.username"])
    spot.type("form.password", "Cho-Ben-Thanh-68")
    assert "Mạnh" in spot.judged("form.password", "ok")


@contextlib.contextmanager
def no_network(spot: Spot) -> Iterator[None]:
    """The browser is cut off for as long."""
    spot.page.context.set_offline(True)
    try:
        yield
    finally:
        spot.page.context.set_offline(False)


def test_chu_nho_qua_mat_toi_kem(spot: Spot) -> None:
    """Scenario 29: "The letters are too small": larger, and over no field."""
    spot.open_form()

    spot.see("label", "Số điện thoại")

    usual = spot.drawn.line("A+")
    for share in (1.25, 1.5, 2.0):
        spot.ask("A+")

        spot.drawn.await_line("A+", usual * share)
        wait_until(lambda: not covered_fields(spot), "every field free")
    spot.ask("A+")


def covered_fields(spot: Spot) -> list[str]:
    """The fields that something of ours lies over."""
    names = ("bubble", "label", "panel")
    ours = [box for name in names for box in spot.drawn.boxes(name)]
    fields = {css: spot.page.locator(css).bounding_box() for css in FORM.values()}
    return [
        css
        for css, box in fields.items()
        if box and any(overlap(one, tuple(box.values())) for one in ours)  # type: ignore[arg-type]
    ]


def test_may_doc_man_hinh_doc_bang_tieng_viet(spot: Spot) -> None:
    """Scenario 29: a screen reader gets the hint as a status, in Vietnamese."""
    nodes = accessible(spot)

    (status,) = [one for one in nodes if one["role"] == "status"]
    names = {one["name"] for one in nodes if one["role"] == "button"}

    assert spot.drawn.text("sentence").strip()
    assert "polite" == status["live"]
    assert "vi" == language(spot)
    assert {"Tôi bị kẹt", "A+", "Ẩn"} <= names


def test_chi_dung_ban_phim(spot: Spot) -> None:
    """Scenario 29: the keys alone reach our panel, and open the advice."""
    spot.page.locator("a").last.focus()

    for _ in range(40):
        spot.page.keyboard.press("Tab")
        if spot.page.evaluate("document.activeElement.localName").startswith("x-"):
            break
    # A panel with more than it has room for is a stop of its own: arrow keys scroll it.
    for _ in range(5):
        if "Tôi bị kẹt" == focused(spot):
            break
        spot.page.keyboard.press("Tab")
    spot.page.keyboard.press("Enter")

    spot.see("choices", "Chưa nhận được mã")
    spot.page.keyboard.press("Enter")
    spot.lose("choices")


def accessible(spot: Spot) -> list[dict[str, Any]]:
    """What assistive technology is given: role, name, and how urgent it is."""
    cdp = spot.page.context.new_cdp_session(spot.page)
    nodes = cdp.send("Accessibility.getFullAXTree")["nodes"]
    return [
        {
            "role": node.get("role", {}).get("value"),
            "name": node.get("name", {}).get("value"),
            **{one["name"]: one["value"].get("value") for one in node["properties"]},
        }
        for node in nodes
        if not node["ignored"]
    ]


def focused(spot: Spot) -> str:
    """The name of what has the focus, inside our own elements too."""
    nodes = accessible(spot)
    held = [one for one in nodes if one.get("focused") and one["role"] == "button"]
    return str(held[0]["name"]) if held else ""


def language(spot: Spot) -> str:
    """The language that our own element declares."""
    (host,) = spot.drawn.hosts()
    return str(spot.page.locator(host).get_attribute("lang"))


def test_trang_khac_han_khong_hoi_mat_khau(newer: Spot) -> None:
    """Scenario 26: "The page is quite another, and asks for no password".

    The newer form is known: phone, code and agreement; the password comes later.
    """
    newer.goto(JOIN)
    newer.see("label", "Số điện thoại", "Mã 6 chữ số", "Ô đồng ý điều khoản")
    newer.see("bubble", "+84")

    newer.ask(*ASKED, "Trang này cần gì?")

    newer.see("help", "mật khẩu đặt sau")
    newer.ask(*ASKED)


def test_trang_chua_ai_biet(newer: Spot) -> None:
    """Scenario 26: of a third form it is told that nobody knows it; no ring."""
    newer.show("other/join-by-app-scan")

    newer.see("sentence", "chưa nhận ra", "Chỉ chuột vào chữ Trung")

    assert [] == newer.drawn.boxes("ring") + newer.drawn.boxes("label")
    newer.page.get_by_text("开始办理", exact=True).first.hover()
    newer.see("gloss", "Bắt đầu làm thủ tục")
