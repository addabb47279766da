"""What the site refuses, in the words of those it refuses: scenarios 21, 22 and 33."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.spot import Spot

pytestmark = pytest.mark.timeout(240)


@pytest.fixture(scope="module")
def spot(start_shared: Starter) -> Spot:
    """A person who gets to pages with messages."""
    return Spot(start_shared("--practice", "classic"))


def test_ma_bao_het_han(spot: Spot) -> None:
    """Scenario 21: "It says the code has expired": a new one, of the newest message."""
    spot.show("join/classic-otp-expired")

    said = spot.told("notice", notice="code.expired")["sentence"]

    assert "lấy mã mới một lần" in said
    assert "tin nhắn mới nhất" in said
    spot.see("notice", "Mã đã hết hạn")


def test_no_bao_so_da_dang_ky_toi_chua_tung_vao_1688(spot: Spot) -> None:
    """Scenario 22: "It says my number is taken, and I never was on 1688".

    One identity for many sites; log in or recover; a stranger's account is not used.
    """
    format_, taken = (
        "手机号码格式不正确，请重新输入",
        "手机号码已被使用，请更换其他号码",
    )
    spot.show("join/errors-shown", (format_, taken), ("0912345678", "912345678"))
    said = spot.told("notice", notice="phone.taken")["sentence"]
    assert "đừng lập thêm tài khoản" in said

    spot.ask("Tôi bị kẹt", "Số đã được đăng ký")

    spot.see("help", "Taobao, Alipay, AliExpress, Alibaba và 1688 dùng chung tài khoản")
    spot.see("help", "立即登录 (Đăng nhập ngay)", "忘记密码 (Quên mật khẩu)")
    spot.see("help", "người lạ: thoát ra, đừng dùng", "số khác của chính bạn")
    spot.ask("Cách lấy lại mật khẩu")
    spot.see("help", "越南 +84 (Việt Nam)", "设置新密码 (Đặt mật khẩu mới)")


def test_tai_khoan_vua_tao_da_bi_khoa(spot: Spot) -> None:
    """Scenario 33: "The account I just made is locked".

    Why, whom to ask with which Chinese sentence, and no second account.
    """
    wrong, locked = "账号名或密码不正确", "您的账号已被冻结，请联系在线客服"
    spot.show("login/havana-password", (wrong, locked))
    said = spot.told("notice", notice="account.frozen")["sentence"]
    assert "Đừng lập tài khoản mới ngay" in said
    assert "在线客服 (Hỗ trợ trực tuyến)" in said

    spot.ask("Tôi bị kẹt", "Tài khoản bị khóa")

    spot.see("help", "Đừng lập tài khoản thứ hai", "mạng lạ, thử quá nhiều lần")
    spot.ask("Nhờ 1688 hỗ trợ")
    spot.see("help", "您好，我是越南用户。我的账号被限制或冻结了")
