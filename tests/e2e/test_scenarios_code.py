"""The code by text message, in the words of those who wait: scenarios 19 and 20."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.running import ROOT, wait_until
from tests.e2e.spot import Spot

pytestmark = pytest.mark.timeout(240)

# The clock of the waiting person, and no other, is put on by hand.
CLOCK = """
from pathlib import Path
import companion.session.clock as clock

later = Path({file!r})
begin = clock.CodeClock.__init__
clock.CodeClock.__init__ = lambda self, now: begin(
    self, lambda: now() + int(later.read_text() or 0)
)
"""


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """How many seconds later it is for who waits; the folder alters the program."""
    file = tmp_path_factory.mktemp("clock") / "later"
    file.write_text("0")
    file.with_name("sitecustomize.py").write_text(CLOCK.format(file=str(file)), "utf-8")
    return file


@pytest.fixture(scope="module")
def spot(start_shared: Starter, clock: Path) -> Spot:
    """A person who has asked for a code that does not come."""
    altered = {"PYTHONPATH": f"{clock.parent}:{ROOT}", "COMPANION_PRACTICE_SPEED": "15"}
    scenario = ("--scenario", "code-late")
    spot = Spot(start_shared("--practice", "phone-first", *scenario, environ=altered))
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


def test_cho_5_phut_chua_co_ma(spot: Spot, clock: Path) -> None:
    """Scenario 19: "I have waited for 5 minutes and there is no code".

    A clock, what to look at first, one new request and then none; the ways out.
    """
    spot.see("help", "Đợi tin nhắn, đừng bấm gửi lại")
    clock.write_text("90")
    spot.see("help", "xem lại số và +84")
    clock.write_text("300")
    spot.see("clock", "Đã chờ 5:")
    spot.see("help", "bấm một lần")
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
