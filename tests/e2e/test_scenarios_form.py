"""Filling the form in, in the words of those who do: scenarios 7 to 11, and 18."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.spot import FORM, Spot
from tests.promises.canary import digits, leaks

pytestmark = pytest.mark.timeout(240)


@pytest.fixture(scope="module")
def spot(start_shared: Starter) -> Spot:
    """A person at the personal form, nothing filled in yet."""
    spot = Spot(start_shared("--practice", "classic"))
    spot.open_form()
    return spot


def test_nut_cam_bi_mo_bam_khong_duoc(spot: Spot) -> None:
    """Scenario 18: "The orange button is grey, it can't be pressed".

    What is missing is told beside the button, and in full on request.
    """
    spot.see("label", "Còn thiếu: Tên đăng nhập, Mật khẩu")

    spot.ask("Tôi bị kẹt", "Nút bấm không được")

    every = ("Tên đăng nhập", "Mật khẩu", "Số điện thoại", "Ô đồng ý điều khoản")
    spot.see("help", "Còn thiếu", *every)
    spot.ask("Tôi bị kẹt")


def test_toi_go_ten_la_huong_shop(spot: Spot) -> None:
    """Scenario 7: "My name is Hương Shop".

    The space, then the accents; a pattern and no made-up name; it is for good.
    """
    spot.see("bubble", "Đặt xong không đổi được")
    spot.type("form.username", "Hương Shop")
    spot.see("bubble", "Trang không nhận khoảng trắng", "shop_cua_toi")

    spot.type("form.username", "HươngShop")

    spot.see("bubble", "Trang không nhận chữ có dấu")
    spot.type("form.username", "huong_shop_84")
    assert "không đổi được" in spot.judged("form.username", "ok")


def test_go_huowng_ma_ra_huong_co_dau(spot: Spot) -> None:
    """Scenario 8: "I type huowng and it becomes hương".

    The way to turn the input method off is told, for the password as well.
    """
    spot.type("form.username", "hương")
    spot.see("bubble", "Ctrl + Shift")
    spot.type("form.username", "huong_shop_84")

    spot.type("form.password", "hương123")

    spot.see("bubble", "Ctrl + Shift")
    assert "hương123" not in spot.drawn.text("bubble") + spot.drawn.text("panel")


def test_mat_khau_26_ky_tu_do_chrome_tao(spot: Spot) -> None:
    """Scenario 9: "Chrome made a password of 26 letters". Told before it is sent."""
    spot.type("form.password", "Xk7-Qm2_Zp9!Lw4-Vn8_Rt3!Bc")

    spot.see("bubble", "Dài quá 20 ký tự, trang sẽ không nhận")


@pytest.mark.parametrize(
    ("password", "code", "why"),
    [
        ("31071987@", "password.birthday", "giống ngày sinh"),
        ("Ab912345678", "password.has_phone", "có số điện thoại"),
    ],
)
def test_mat_khau_la_ngay_sinh(spot: Spot, password: str, code: str, why: str) -> None:
    """Scenario 10: "My password is my birthday", or the phone number: Yếu, and why."""
    spot.type("form.phone", "912345678")

    spot.type("form.password", password)

    assert spot.judged("form.password", code).startswith("Yếu")
    spot.page.keyboard.press("Tab")
    spot.see("label", f"Mật khẩu: Yếu, {why}")


def test_mat_khau_khong_luu_o_dau(spot: Spot) -> None:
    """Scenario 10: nothing of a password is in any file, the browser's profile too."""
    birthday = f"31121987{digits(3)}@"
    spot.type("form.password", birthday)
    spot.page.keyboard.press("Tab")
    spot.see("label", "Mật khẩu: Yếu")

    files = [one for one in spot.companion.home.rglob("*") if one.is_file()]

    places = {str(file): file.read_bytes() for file in files if file.exists()}
    assert len(places) > 20
    assert [] == leaks({"password": birthday}, places)


def test_nhap_lai_mat_khau_bi_do(spot: Spot) -> None:
    """Scenario 11: "The second password box is red": which of the two to mend."""
    spot.type("form.password", "Cho-Ben-Thanh-68")
    spot.type("form.password_confirm", "Cho-Ben-Thanh-86")
    spot.page.keyboard.press("Tab")

    said = spot.judged("form.password_confirm", "password_confirm.differs")

    assert "Xóa ô này rồi nhập lại y hệt ô trên" in said
    notice = spot.told("notice", notice="password.differs")
    assert "giống" in notice["sentence"]
    spot.type("form.password_confirm", "Cho-Ben-Thanh-68")
    assert "đã giống nhau" in spot.judged("form.password_confirm", "ok")
    assert spot.page.input_value(FORM["form.password_confirm"])
