"""The code by text message, in the words of those who wait: scenarios 19 and 20."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.running import ROOT, wait_until
from tests.e2e.spot import Spot

pytestmark = pytest.mark.timeout(240)

# The person's clock, and no other, goes so many times as fast as the wall's.
FAST = """
import companion.session.clock as clock

begin = clock.CodeClock.__init__
clock.CodeClock.__init__ = lambda self, now: begin(self, lambda: now() * 30)
"""

@pytest.fixture(scope="module")
def fast(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which waiting for a code is thirty times as short."""
    folder = tmp_path_factory.mktemp("fast")
    (folder / "sitecustomize.py").write_text(FAST, "utf-8")
    return {"PYTHONPATH": f"{folder}:{ROOT}", "COMPANION_PRACTICE_SPEED": "15"}


@pytest.fixture(scope="module")
def spot(start_shared: Starter, fast: dict[str, str]) -> Spot:
    """A person who has asked for a code that does not come."""
    scenario = ("--scenario", "code-late")
    spot = Spot(start_shared("--practice", "phone-first", *scenario, environ=fast))
    ask_for_code(spot)
    return spot


def ask_for_code(spot: Spot) -> None:
    """Come to the form that begins with the phone, fill it in, ask for a code."""
    spot.goto("/member/join/enterprise_join.htm")
    spot.see("bubble", "+84")
    spot.page.click(".country-select")
    spot.page.click(".country-item >> text=越南")
    spot.page.click("#fm-sms-login-id")
    spot.page.keyboard.type("912345678")
    spot.page.keyboard.press("Tab")
    spot.page.click(".send-btn-link")


def test_cho_5_phut_chua_co_ma(spot: Spot) -> None:
    """Scenario 19: "I have waited for 5 minutes and there is no code".

    A clock, what to look at first, one new request and then none; the ways out.
    """
    spot.see("help", "xem lại số và +84")
    spot.see("clock", "Đã chờ 5:")
    spot.see("help", "một lần")
    spot.ask("Chưa nhận được mã")
    spot.see("help", "bị nhà mạng lọc", "越南 +84", "bỏ số 0 đầu")
    spot.ask("Vẫn không có mã")
    spot.see("help", "số khác của chính bạn", "ứng dụng 1688", "Đợi 24 giờ", "Email")
    spot.ask("Quay lại", "Quay lại")

    spot.page.click(".send-btn-link")

    spot.see("help", "Dừng 10 phút")
    assert "một lần" not in spot.drawn.text("help")
    wait_until(lambda: "otp.send_button" != spot.next(), "no new request")


def test_toi_bam_gui_lai_6_lan(start: Starter) -> None:
    """Scenario 20: "I pressed send again 6 times": stop, until when, no new try."""
    scenario = ("--scenario", "rate-limited")
    spot = Spot(start("--practice", "phone-first", *scenario))

    ask_for_code(spot)

    said = spot.told("notice", notice="code.too_often")["sentence"]
    assert "Dừng bấm gửi" in said
    assert "ngày mai" in said
    spot.see("notice", "Đã xin mã quá nhiều lần")
    wait_until(lambda: "otp.send_button" != spot.next(), "no new request")
    assert "Bấm 获取验证码" not in spot.drawn.text("panel")
