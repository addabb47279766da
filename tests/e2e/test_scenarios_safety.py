"""What a person must not fall for, in their words: scenarios 23, 24 and 34."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from companion.sentences import Sentences
from tests.e2e.conftest import Starter
from tests.e2e.running import processes_of, wait_until
from tests.e2e.spot import Spot
from tests.promises.canary import leaks, letters, written_under

pytestmark = pytest.mark.timeout(240)
say = Sentences().say


@pytest.fixture(scope="module")
def spot(start_shared: Starter) -> Spot:
    """A person whom a friend's link has led to a page that looks like the site's."""
    scenario = ("--scenario", "fake-site")
    return Spot(start_shared("--practice", "classic", *scenario))


def test_ban_toi_gui_link_1688_com_dang_nhap(spot: Spot) -> None:
    """Scenario 24: "A friend sent me a link to 1688.com.dang-nhap…".

    A badge in words, no guidance, and the password box is never read.
    """
    spot.see("bar", say("foreign.title"))
    spot.see("badge", "Đây không phải trang chính thức của 1688")
    password = f"Qz9-{letters(12)}"

    spot.page.locator("input[type=password]").first.click()
    spot.page.keyboard.type(password)
    spot.page.keyboard.press("Tab")

    for name in ("ring", "bubble", "label"):
        assert [] == spot.drawn.boxes(name)
    kinds = {event["event"] for event in spot.companion.events()}
    assert not kinds & {"shown", "verdict"}
    assert [] == leaks({"password": password}, written_under(spot.companion.home))


def test_co_phai_trang_that_khong(spot: Spot) -> None:
    """Scenario 24: on request it is told how to read an address."""
    spot.ask("Đã hiểu", "Tôi bị kẹt", "Có phải trang thật?")

    spot.see("help", "Không phải trang chính thức", "Đọc địa chỉ từ phải sang")
    spot.see("help", "1688.com", "Hình ổ khóa không nói trang là thật")
    spot.ask("Có người hỏi mã")
    spot.see("help", "không bao giờ", "156")


def test_co_nguoi_goi_zalo_xin_ma(spot: Spot) -> None:
    """Scenario 23: "Somebody of 1688 calls on Zalo and wants the code".

    It stands beside the code before anybody asks; one press tells what to do.
    """
    spot.show("join/classic-otp")
    spot.see("help", "Không đọc mã cho bất kỳ ai")

    spot.ask("Có người hỏi mã")

    spot.see("help", "không bao giờ", "Zalo", "Dừng cuộc gọi", "156")


def test_co_gui_so_dien_thoai_cua_toi_di_dau_khong(spot: Spot) -> None:
    """Scenario 34: "Does the program send my phone number anywhere?"

    It says what stays, and the program itself is connected to this machine alone. What
    the first screen tells: tests/welcome; every byte to the browser: tests/promises.
    """
    said = spot.companion.said("err").read_text("utf-8")
    assert "Không có gì bạn nhập được gửi đi nơi khác" in said

    talks = wait_until(lambda: connections(spot.companion.child.pid), "a connection")

    assert {"127.0.0.1"} == talks
    assert spot.companion.child.pid in processes_of(spot.companion.home)


def connections(pid: int) -> set[str]:
    """The addresses a process is connected to (proc(5): /proc/net/tcp)."""
    sockets: set[str] = set()
    for handle in Path(f"/proc/{pid}/fd").iterdir():
        found = re.match(r"socket:\[(\d+)\]", str(handle.readlink()))
        sockets.update(found.groups() if found else ())
    rows = [
        row.split()
        for name in ("tcp", "tcp6")
        for row in Path(f"/proc/{pid}/net/{name}").read_text().splitlines()[1:]
    ]
    ours = [row[2].rpartition(":") for row in rows if row[9] in sockets]
    return {_dotted(address) for address, _, port in ours if int(port, 16)}


def _dotted(address: str) -> str:
    return ".".join(str(part) for part in reversed(bytes.fromhex(address)))
