"""What the article says of the form, beside the form's own boxes."""

from __future__ import annotations

import tomllib

import pytest
from playwright.sync_api import Page

from companion.data import fixtures_dir
from tests.agent.conftest import Brief, start
from tests.e2e.overlay import Overlay
from tests.e2e.running import wait_until

USERNAME = "#nick"
PASSWORD = "#password"
AGAIN = "#rePassword"
PHONE = ".mobile-input > input"
VIETNAM = ("中国大陆 +86", "越南 +84")
GRADES = [("hoa!hong", "Yếu"), ("Xoai7catchu", "Khá"), ("Xk9#Lm2!qVb", "Mạnh")]
# A slider that has been dragged, and a box that has been ticked.
PASSED = (
    ('class="nc_iconfont btn_slide"', 'class="nc_iconfont btn_ok" style="left:358px"'),
    ("请按住滑块，拖动到最右边", "<b>验证通过</b>"),
)
TICKED = ('<label><input type="checkbox">', '<label><input type="checkbox" checked>')


class Screen:
    """A page of the site with the guidance on it, and a person in front of it."""

    def __init__(self, page: Page, brief: Brief) -> None:
        self.page, self._brief = page, brief
        self._drawn = Overlay(page)

    def open(self, case: str, *changes: tuple[str, str]) -> None:
        """Show a fixture at its address; `changes` are made to its markup."""
        folder = fixtures_dir() / "1688" / case
        facts = tomllib.loads((folder / "fixture.toml").read_text("utf-8"))
        markup = (folder / "page.html").read_text("utf-8")
        for old, new in changes:
            assert old in markup
            markup = markup.replace(old, new)
        self.page.route(
            "**/*", lambda r: r.fulfill(body=markup, content_type="text/html")
        )
        self.page.goto(facts["url"])
        start(self.page, self._brief)

    def type(self, field: str, text: str) -> None:
        """Click into a field, empty it, type, and leave it."""
        self.page.click(field)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.press("Backspace")
        self.page.keyboard.type(text)

    def fill_in(self) -> None:
        """Fill in the four boxes of the personal form as they should be."""
        self.type(USERNAME, "cho_ben_thanh")
        self.type(PASSWORD, "Xk9#Lm2!qVb")
        self.type(AGAIN, "Xk9#Lm2!qVb")
        self.type(PHONE, "912345678")
        self.page.keyboard.press("Tab")

    def reported(self) -> str:
        """Everything that was ever told outside the page."""
        return str(self.page.evaluate("JSON.stringify(reports)"))

    def goes_to(self, target: str) -> bool:
        """Whether a target becomes what the person is to do now."""
        last = "reports.filter(({ kind }) => kind === 'view').at(-1).wants"
        self.page.wait_for_function(f"(id) => {last} === id", arg=target)
        return True

    def bubble(self, *words: str) -> str:
        """The words at the ring, as soon as these are among them."""
        return self._see("bubble", words)

    def tags(self, *words: str) -> str:
        """The words beside the other boxes, as soon as these are among them."""
        return self._see("label", words)

    def _see(self, name: str, words: tuple[str, ...]) -> str:
        def shown() -> bool:
            return all(word in self._drawn.text(name) for word in words)

        wait_until(shown, words)
        return self._drawn.text(name)


@pytest.fixture
def screen(page: Page, brief: Brief) -> Screen:
    """The pack of 1688, for a person who buys."""
    return Screen(page, brief)


def test_the_way_in_is_ringed(screen: Screen) -> None:
    """Row 52: the words to look for, with what they mean."""
    screen.open("home/turbo-2024")

    assert screen.goes_to("home.register_link")
    assert screen.bubble("Bấm vào đây: Đăng ký miễn phí (免费注册)")


def test_both_kinds_are_named_and_one_is_ringed(screen: Screen) -> None:
    """Rows 54, 55: the personal one for a buyer; what the other one is."""
    screen.open("join/tabs-only")

    assert screen.goes_to("account.personal_tab")
    assert screen.bubble("个人账户注册 (Đăng ký tài khoản cá nhân)")
    assert screen.tags("Tài khoản doanh nghiệp")


def test_the_form_says_what_it_wants(screen: Screen) -> None:
    """Row 56: every box has its name, and the button what is missing."""
    screen.open("join/classic-personal")

    names = ("Mật khẩu", "Nhập lại mật khẩu", "Mã quốc gia", "Số điện thoại")

    assert screen.tags(*names, "Còn thiếu: Tên đăng nhập, Mật khẩu, Nhập lại mật khẩu")


def test_the_fields_of_a_company_are_explained(screen: Screen) -> None:
    """Row 82: more papers and more boxes, and what each of them is."""
    screen.open("join/classic-enterprise")

    assert screen.tags("Tên doanh nghiệp", "Họ tên người liên hệ")
    assert screen.goes_to("account.personal_tab")


def test_the_username_is_for_good(screen: Screen) -> None:
    """Row 57: its rule before, its faults while it is typed, and that it stays."""
    screen.open("join/classic-personal")
    assert screen.bubble("6–20 ký tự")
    assert screen.bubble("Đặt xong không đổi được")

    screen.type(USERNAME, "Hương Shop")

    assert screen.bubble("Trang không nhận")
    screen.type(USERNAME, "cho_ben_thanh")
    assert screen.bubble("Đặt xong không đổi được")


def test_the_password_is_entered_twice(screen: Screen) -> None:
    """Row 58: what it is made of, and again exactly the same; it is never shown."""
    screen.open("join/classic-personal")
    screen.type(USERNAME, "cho_ben_thanh")
    screen.page.keyboard.press("Tab")
    assert screen.bubble("Mật khẩu: 8–20 ký tự")

    screen.type(PASSWORD, "Xk9#Lm2!qVb")
    screen.page.keyboard.press("Tab")

    assert screen.bubble("Nhập lại mật khẩu y hệt ô trên")
    assert "Xk9#Lm2!qVb" not in screen.bubble() + screen.tags()


def test_the_meter_goes_by_what_is_in_it(screen: Screen) -> None:
    """Rows 60, 88, 89: weak, fair, strong; strong only with all kinds."""
    screen.open("join/classic-personal")
    screen.type(USERNAME, "cho_ben_thanh")
    screen.type(PASSWORD, "xoaicatchu")
    assert screen.bubble("Trang cần ít nhất 2 loại ký tự")

    for password, grade in GRADES:
        screen.type(PASSWORD, password)
        screen.page.keyboard.press("Tab")

        assert screen.tags(f"Mật khẩu: {grade}")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("Hoa-01011990-x", "giống ngày sinh"),
        ("Hoa-912345678-x", "có số điện thoại"),
        ("X-Cho_Ben_Thanh-7", "có tên đăng nhập"),
    ],
)
def test_what_is_easily_guessed_is_told(
    screen: Screen, password: str, why: str
) -> None:
    """Rows 90, 91, 92: a birthday, the phone number, and the name just typed."""
    screen.open("join/classic-personal", VIETNAM)
    screen.fill_in()

    screen.type(PASSWORD, password)
    screen.page.keyboard.press("Tab")

    assert screen.tags(f"Mật khẩu: Yếu, {why}")


def test_a_password_is_for_one_place(screen: Screen) -> None:
    """Rows 87, 92: not a relative's name, and none that is used elsewhere."""
    screen.open("join/classic-personal")
    screen.type(USERNAME, "cho_ben_thanh")
    screen.page.keyboard.press("Tab")
    assert screen.bubble("Tránh ngày sinh, số điện thoại, tên người thân")

    screen.type(PASSWORD, "Xk9#Lm2!qVb")

    assert screen.bubble("Đừng dùng lại mật khẩu của Facebook, email hay ngân hàng")


def test_the_country_comes_before_the_number(screen: Screen) -> None:
    """Row 59: first +84 for +86, then the number without its first 0."""
    screen.open("join/classic-personal")
    screen.fill_in()
    assert screen.goes_to("form.country_code")
    assert screen.bubble("越南 +84 (Việt Nam)")

    screen.page.evaluate(
        "document.querySelector('.next-select-inner').textContent = '越南 +84'"
    )
    screen.type(PHONE, "0912345678")

    assert screen.goes_to("form.phone")
    assert screen.bubble("Bỏ số 0 đầu")


def test_the_slider_is_explained(screen: Screen) -> None:
    """Row 61: hold, drag to the end, let go; beside it and not over it."""
    screen.open("join/classic-personal", VIETNAM)

    screen.fill_in()

    assert screen.goes_to("captcha.slider_handle")
    assert screen.bubble("Giữ chuột vào ô vuông, kéo hết sang phải, rồi thả")


def test_the_number_is_looked_over_before_it_is_sent(screen: Screen) -> None:
    """Rows 62, 83, 85, 86: read out in threes, with why; then the orange button."""
    screen.open("join/classic-personal", VIETNAM, TICKED, *PASSED)

    screen.fill_in()

    assert screen.goes_to("form.submit")
    assert screen.bubble("Xem lại số điện thoại và mã +84", "sai số thì không nhận")
    assert screen.bubble("nút màu cam 同意并注册 (Đồng ý và đăng ký)")
    assert screen.tags("Số điện thoại: 912 345 678")
    assert "912" not in screen.reported()


@pytest.mark.parametrize("number", ["0912345678", "91234567", "212345678", "412345678"])
def test_a_wrong_number_is_not_read_out(screen: Screen, number: str) -> None:
    """Row 86: with its 0, too short, a landline, no mobile: mended, not confirmed."""
    screen.open("join/classic-personal", VIETNAM, TICKED, *PASSED)
    screen.fill_in()

    screen.type(PHONE, number)
    screen.page.keyboard.press("Tab")

    assert screen.goes_to("form.phone")
    assert "Số điện thoại: " not in screen.tags()


def test_the_code_is_six_digits_for_nobody_else(screen: Screen) -> None:
    """Rows 65, 97, 98: how many, from the message, and not even to staff."""
    sent = ("获取验证码</button>", "58秒后重新获取</button>")
    screen.open("join/classic-otp", sent)

    assert screen.goes_to("otp.code_input")
    assert screen.bubble("Nhập 6 chữ số trong tin nhắn")
    assert screen.bubble("Không đọc mã này cho bất kỳ ai, kể cả người xưng là nhân")


def test_a_code_takes_time(screen: Screen) -> None:
    """Rows 63, 64: asked for once, then waited for; up to ten minutes."""
    screen.open("join/classic-otp")

    assert screen.goes_to("otp.send_button")
    assert screen.bubble("một lần, rồi chờ tin nhắn")
    assert screen.bubble("có khi đến 10 phút")
