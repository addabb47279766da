"""What the article advises in trouble, on the panel of the page where it happens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from companion.pack.brief import compile_brief
from companion.pack.site import Pack
from companion.session.advice import Adviser
from companion.session.knowledge import Knowledge
from companion.session.tree import Tree
from companion.session.view import TabView
from tests.session.conftest import report, seen
from tests.session.test_clock import Time

Build = Callable[..., TabView]
TRIED = ("Nút bấm không được", "Thử mãi không được")


@pytest.fixture
def time() -> Time:
    """Now."""
    return Time()


@pytest.fixture
def adviser(pack: Pack, time: Time) -> Adviser:
    """An adviser in Vietnamese, with all that the pack knows, for a buyer."""
    brief = compile_brief(pack, tag="x-a", lang="vi", account="personal")
    known = Knowledge.read(brief, ())
    return Adviser(Tree(pack.help, "vi"), known, "personal", time)


class Stuck:
    """Somebody on a page, who presses buttons of the panel and reads it."""

    def __init__(self, adviser: Adviser, view: TabView) -> None:
        self.adviser, self.view = adviser, view
        self.notices: frozenset[str] = frozenset()

    def panel(self) -> dict[str, Any]:
        """The help that is on the panel now."""
        help_: dict[str, Any] | None = self.adviser.look(self.view, self.notices).help
        return help_ or {"title": "", "lines": [], "choices": [], "copies": []}

    def ask(self, *labels: str) -> str:
        """Press “Tôi bị kẹt” and then these; the words that stand there then."""
        self.adviser.press_stuck(self.view.tab)
        for label in labels:
            offered = {one["text"]: one["id"] for one in self.panel()["choices"]}
            self.adviser.choose(self.view.tab, offered[label])
        return self.read()

    def read(self) -> str:
        """Title, lines and buttons, without the marks of bold."""
        panel = self.panel()
        buttons = [one["text"] for one in panel["choices"]]
        words = "\n".join([panel["title"], *panel["lines"], *buttons])
        return words.replace("**", "")


@pytest.fixture
def at(adviser: Adviser, tab: Build) -> Callable[..., Stuck]:
    """Somebody on a page of these states, with these targets."""

    def stand(*states: str, targets: tuple[dict[str, Any], ...] = ()) -> Stuck:
        view = tab(report(*targets))
        view.states = states
        return Stuck(adviser, view)

    return stand


At = Callable[..., Stuck]


def test_who_is_sent_to_the_login_is_told_why(at: At) -> None:
    """Row 4: the site wants one to sign in to see more; the way to sign up."""
    words = at("login").read()

    assert "1688 yêu cầu đăng nhập để xem tiếp" in words
    assert "Chưa có tài khoản" in words


def test_a_translated_page_has_a_way_back(at: At) -> None:
    """Rows 14, 51: which button, which words, and what happens to what was typed."""
    stuck = at("personal_form")
    assert stuck.view.top is not None
    stuck.view.top.translated = True

    words = stuck.ask("Toàn chữ Trung", "Trang bị dịch tự động")

    assert "cuối dòng địa chỉ" in words
    assert "Hiển thị bản gốc" in words
    assert "translated" == stuck.adviser.look(stuck.view).banner


def test_no_translation_is_needed(at: At) -> None:
    """Row 50: the page is Chinese; the ring leads, and tags say what each box is."""
    words = at("personal_form").ask("Toàn chữ Trung")

    assert "Cứ theo khung xanh" in words
    assert "Chữ Việt cạnh mỗi ô là nghĩa của ô đó" in words


def test_where_the_link_stands(at: At) -> None:
    """Row 53: at the top left mostly; not for who is signed in; the address too."""
    words = at("home").ask("Trang này cần gì?")

    assert "免费注册 (Đăng ký miễn phí), thường ở phía trên bên trái" in words
    assert "đã đăng nhập, không cần đăng ký nữa" in words
    assert "member.1688.com/member/join/common_join.htm" in words


def test_the_code_is_needed_and_proves_the_number(at: At) -> None:
    """Rows 40, 66: it can't be skipped, and why."""
    words = at("otp").ask("Trang này cần gì?")

    assert "bắt buộc" in words
    assert "số điện thoại đúng là của bạn" in words


def test_no_code_leads_through_its_causes(at: At) -> None:
    """Rows 43, 44: number, area code, the first 0, signal, filters, too many tries."""
    stuck = at("otp", targets=(seen("otp.send_button", counting=True),))
    stuck.panel()

    words = stuck.ask("Chưa nhận được mã")

    assert "越南 +84 (Việt Nam), số đúng và bỏ số 0 đầu" in words
    assert "Có sóng" in words
    assert "tin rác, tin lạ, số bị chặn" in words


def test_the_code_may_be_asked_for_again_once(at: At, time: Time) -> None:
    """Rows 42, 45: wait; after some minutes once more; then other ways, no more."""
    counts = (seen("otp.send_button", counting=True),)
    stuck = at("otp", targets=counts)
    assert "đừng bấm gửi lại" in stuck.read()
    time.seconds += 9 * 60

    words = at("otp", targets=(seen("otp.send_button"),)).read()

    assert "bấm một lần, rồi đợi tiếp" in words
    time.seconds += 10 * 60
    assert "xem lối khác" in at("otp", targets=(seen("otp.send_button"),)).read()


def test_beside_the_code_stands_what_a_true_message_is(at: At) -> None:
    """Rows 63, 64, 97: how long it takes, whose it is; it is told to nobody."""
    stuck = at("otp", targets=(seen("otp.send_button", counting=True),))

    words = stuck.read()

    assert "Tin thật mở đầu bằng 阿里巴巴 (Alibaba)" in words
    assert "Không đọc mã cho bất kỳ ai" in words
    assert "Tin có thể đến chậm 10 phút" in stuck.ask("Trang này cần gì?")
    assert stuck.adviser.look(stuck.view).waited is not None


def test_a_number_with_an_account_gets_its_password_back(at: At) -> None:
    """Rows 46, 47: what it means, signing in, and every step of a lost password."""
    stuck = at("personal_form")

    assert "Taobao, Alipay" in stuck.ask("Số đã được đăng ký")
    assert "立即登录 (Đăng nhập ngay)" in stuck.read()
    stuck.ask()
    words = stuck.ask("Số đã được đăng ký", "Cách lấy lại mật khẩu")

    assert "忘记密码 (Quên mật khẩu)" in words
    assert "设置新密码 (Đặt mật khẩu mới)" in words


@pytest.mark.parametrize(
    "way",
    [("Trang không hiện ra",), ("Nút bấm không được", "Tải lại thì mất gì?")],
)
def test_reloading_says_what_it_loses(at: At, way: tuple[str, ...]) -> None:
    """Row 69: the person reloads, knowing what is lost and what is not."""
    words = at("personal_form").ask(*way)

    assert "mất" in words.lower()
    assert "tài khoản đã tạo" in words


def test_the_network_can_be_tried(at: At) -> None:
    """Row 70: the answer is in words, and says what to do."""
    stuck = at("personal_form")
    stuck.adviser.handlers["probe"] = lambda tab: stuck.adviser.probed(
        tab, "probe:site"
    )

    words = stuck.ask("Trang không hiện ra", "Thử mạng giúp tôi")

    assert "Có mạng nhưng 1688 không trả lời" in words
    assert "mạng điện thoại" in words


def test_other_browsers_are_listed(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 71: those that are installed, and how to change to one."""
    stuck = at("personal_form")
    monkeypatch.setattr(stuck.adviser, "_browsers", ["Google Chrome", "Cốc Cốc"])

    words = stuck.ask("Trang không hiện ra", "Đổi trình duyệt")

    assert "Máy này có: Google Chrome, Cốc Cốc." in words
    assert "--browser" in words


def test_a_second_browser_can_be_installed(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 71: where there is only one, others that work are named."""
    stuck = at("personal_form")
    monkeypatch.setattr(stuck.adviser, "_browsers", ["Chromium"])

    words = stuck.ask("Trang không hiện ra")

    assert "cài thêm Chrome, Edge hoặc Cốc Cốc" in words
    assert "Đổi trình duyệt" not in words


def test_a_clean_session_touches_nothing_else(at: At) -> None:
    """Row 72: cookies by hand, or a fresh profile; the person's own stays as it is."""
    words = at("personal_form").ask("Trang không hiện ra", "Làm lại từ đầu")

    assert "cookie và dữ liệu trang web" in words
    assert "--shared" in words
    assert "trình duyệt riêng của bạn giữ nguyên" in words


def test_ad_blockers_are_turned_off_by_hand(at: At) -> None:
    """Row 73: where they are, for this page only, and on again afterwards."""
    words = at("personal_form").ask("Trang không hiện ra", "Tắt chặn quảng cáo")

    assert "Tắt nó cho trang này" in words
    assert "thì bật lại" in words


def test_nobody_of_the_site_asks_for_a_code(at: At) -> None:
    """Rows 97, 98, 99: not even staff; what to do about calls and messages."""
    words = at("otp").ask("Có người hỏi mã")

    assert "không bao giờ gọi điện hay nhắn Zalo xin mã, mật khẩu" in words
    assert "156" in words


def test_how_to_know_the_real_address(at: At) -> None:
    """Rows 100, 101: what the address must end in, and no link that others send."""
    words = at("personal_form").ask("Có phải trang thật?")

    assert "phải là 1688.com hoặc taobao.com" in words
    assert "Đừng vào từ liên kết người khác gửi" in words


def test_the_first_words_calm(at: At) -> None:
    """Row 102: one thing at a time, and reloading is among the ways."""
    stuck = at("none")

    assert "Bình tĩnh, gỡ từng bước một" in stuck.ask("Trang này cần gì?")
    stuck.ask()
    assert "F5" in stuck.ask("Trang không hiện ra")


def test_after_many_failures_one_stops(at: At) -> None:
    """Row 104: 1 to 24 hours, why, and what is there the next time."""
    stuck = at("personal_form")
    stuck.notices = frozenset({"system.too_often"})

    words = stuck.ask(*TRIED)

    assert "đợi từ 1 đến 24 giờ" in words
    assert "1688 dễ nghi" in words
    assert "Lần sau chạy lại là làm tiếp được" in words


def test_the_sites_support_can_be_asked(at: At) -> None:
    """Row 105: the three names of its door, and a sentence to paste there."""
    stuck = at("personal_form")

    words = stuck.ask(*TRIED, "Nhờ 1688 hỗ trợ")

    for door in ("客服中心", "在线客服", "我要咨询"):
        assert f"{door} (" in words
    assert any("越南用户" in one["zh"] for one in stuck.panel()["copies"])


def test_other_buyers_can_be_asked(at: At) -> None:
    """Row 106: what is never posted, and a report that names nobody."""
    words = at("personal_form").ask(*TRIED, "Hỏi người mua khác")

    assert "Đừng đăng mã xác nhận, mật khẩu, ảnh giấy tờ" in words
    assert "companion doctor" in words
    assert "không có tên bạn" in words


def test_who_has_an_account_signs_in(at: At) -> None:
    """Row 107: with the password, with a message, or with a lost password."""
    stuck = at("login")
    (button,) = [one["id"] for one in stuck.panel()["choices"]]

    stuck.adviser.choose(stuck.view.tab, button)

    words = stuck.read()
    assert "密码登录 (Đăng nhập bằng mật khẩu)" in words
    assert "短信登录 (Đăng nhập bằng mã tin nhắn)" in words
    assert "Cách lấy lại mật khẩu" in words
