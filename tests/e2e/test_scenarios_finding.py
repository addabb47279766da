"""Finding the way in, in the words of those who don't: scenarios 2 to 6."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.overlay import overlap
from tests.e2e.spot import JOIN, Spot

pytestmark = pytest.mark.timeout(240)


@pytest.fixture(scope="module")
def spot(start_shared: Starter) -> Spot:
    """A person who wants a personal account, before the home page."""
    return Spot(start_shared("--practice", "classic"))


@pytest.mark.parametrize("home", ["turbo-2024", "narrow-2024", "search-2012"])
def test_trang_toan_chu_trung_khong_biet_bam_vao_dau(spot: Spot, home: str) -> None:
    """Scenario 2: "The page is all Chinese, I don't know where to press".

    The sign-up link is ringed with its words, wherever it stands, and nobody presses.
    """
    spot.show(f"home/{home}")
    tabs = len(spot.page.context.pages)

    spot.see("bubble", "Bấm vào đây", "Đăng ký miễn phí")

    spot.leads_to("home.register_link")
    (shown,) = [e for e in spot.companion.now_shown().values() if e["next"]]
    (ring,) = spot.drawn.boxes("ring")
    assert overlap(ring, tuple(shown["rect"]))
    assert not overlap(spot.drawn.boxes("bubble")[0], tuple(shown["rect"]))
    assert tabs == len(spot.page.context.pages)


def test_toi_khong_thay_nut_do(spot: Spot) -> None:
    """Scenario 3: "I don't see that button". Why, and where to go instead."""
    spot.show("home/links-hidden-2019")
    assert "" == spot.next()

    spot.ask("Tôi bị kẹt", "Trang này cần gì?")

    told = spot.see("help", "đã đăng nhập", "Cửa sổ hẹp quá")
    assert "member.1688.com/member/join/common_join.htm" in told


def test_toi_khong_thay_nut_do_vi_da_dang_nhap(spot: Spot) -> None:
    """Scenario 3, signed in already: there is nothing to sign up for, and no ring."""
    spot.show("home/logged-in-2024")

    spot.see("sentence", "đã có tài khoản 1688", "đã đăng nhập")

    assert "" == spot.next()


def test_bang_chu_dai_tat_di_duoc_khong(spot: Spot) -> None:
    """Scenario 4: "It shows a long text, can I close it?"

    It is an agreement, Alipay's too; closing it is not signing up.
    """
    spot.goto(JOIN)
    spot.see("bubble", "同意并继续")
    spot.leads_to("agreement.accept_button")

    spot.ask("Tôi bị kẹt", "Trang này cần gì?")

    spot.see("help", "thỏa thuận đăng ký", "Alipay", "Đóng bảng này là dừng đăng ký")
    spot.ask("Tôi bị kẹt")


def test_sao_no_hoi_ten_doanh_nghiep(spot: Spot) -> None:
    """Scenario 5: "Why does it ask for a company's name?"

    A banner points to the personal tab until the form is right.
    """
    spot.goto(JOIN)
    spot.page.get_by_role("button", name="同意并继续").click()
    spot.see("banner", "doanh nghiệp", "个人账户注册")
    spot.leads_to("account.personal_tab")

    spot.page.get_by_role("tab", name="个人账户注册").click()

    spot.lose("banner")
    spot.leads_to("form.username")


def test_toi_la_cong_ty_co_ma_so_thue(spot: Spot) -> None:
    """Scenario 6: "We are a company with a tax number".

    What both types need is shown, and the enterprise form's fields have their words.
    """
    spot.goto(JOIN)
    spot.page.get_by_role("button", name="同意并继续").click()
    spot.see("banner", "doanh nghiệp")

    spot.ask("Tôi bị kẹt", "Tôi là công ty")

    spot.see("help", "Cá nhân", "giấy phép kinh doanh", "Mã số thuế Việt Nam không")
    spot.see("help", "Vẫn có thể điền tiếp")
    spot.see("label", "Tên doanh nghiệp", "Họ tên người liên hệ")
    spot.ask("Tôi bị kẹt")
