"""What the article says of the form, beside the form's own boxes."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from playwright.sync_api import Page

from companion.data import fixtures_dir, selectors_dir
from companion.pack.brief import compile_brief
from companion.pack.load import load_pack
from companion.pack.site import Pack
from tests.agent.conftest import BUNDLE, OURS
from tests.agent.test_typing import SOON, START
from tests.e2e.overlay import Overlay

USERNAME = "#nick"
PASSWORD = "#password"
AGAIN = "#rePassword"
PHONE = ".mobile-input > input"
VIETNAM = ("中国大陆 +86", "越南 +84")
# A slider that has been dragged, and a box that has been ticked.
PASSED = (
    ('class="nc_iconfont btn_slide"', 'class="nc_iconfont btn_ok" style="left:358px"'),
    ("请按住滑块，拖动到最右边", "<b>验证通过</b>"),
)
TICKED = ('<label><input type="checkbox">', '<label><input type="checkbox" checked>')


class Screen:
    """A page of the site with the guidance on it, and a person in front of it."""

    def __init__(self, page: Page, pack: Pack) -> None:
        self.page, self._pack = page, pack
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
        brief = compile_brief(self._pack, tag=OURS, lang="vi", account="personal")
        self.page.evaluate(
            BUNDLE.read_text("utf-8") + ";globalThis.CompanionAgent = CompanionAgent"
        )
        self.page.evaluate(START, brief)
        self.page.wait_for_function("reports.some(({ kind }) => kind === 'view')")

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

    def view(self) -> dict[str, Any]:
        """The last report, two frames from now."""
        view: dict[str, Any] = self.page.evaluate(SOON)
        return view

    def next(self) -> str:
        """What the person is to do now."""
        return str(self.view()["wants"])

    def bubble(self) -> str:
        """The words at the ring."""
        self.view()
        return self._drawn.text("bubble")

    def tags(self) -> str:
        """The words beside the other boxes."""
        self.view()
        return self._drawn.text("label")


@pytest.fixture
def screen(page: Page) -> Screen:
    """The pack of 1688, for a person who buys."""
    return Screen(page, load_pack(selectors_dir() / "1688"))


def test_the_way_in_is_ringed(screen: Screen) -> None:
    """Row 52: the words to look for, with what they mean."""
    screen.open("home/turbo-2024")

    assert "home.register_link" == screen.next()
    assert "Bấm vào đây: Đăng ký miễn phí (免费注册)" in screen.bubble()


def test_both_kinds_are_named_and_one_is_ringed(screen: Screen) -> None:
    """Rows 54, 55: the personal one for a buyer; what the other one is."""
    screen.open("join/tabs-only")

    assert "account.personal_tab" == screen.next()
    assert "个人账户注册 (Đăng ký tài khoản cá nhân)" in screen.bubble()
    assert "Tài khoản doanh nghiệp" in screen.tags()


def test_the_form_says_what_it_wants(screen: Screen) -> None:
    """Row 56: every box has its name, and the button what is missing."""
    screen.open("join/classic-personal")

    tags = screen.tags()

    for name in ("Mật khẩu", "Nhập lại mật khẩu", "Mã quốc gia", "Số điện thoại"):
        assert name in tags
    wanted = {one["target"]: one["missing"] for one in screen.view()["targets"]}
    assert {"form.username", "form.password", "form.phone"} <= {*wanted["form.submit"]}


def test_the_fields_of_a_company_are_explained(screen: Screen) -> None:
    """Row 82: more papers and more boxes, and what each of them is."""
    screen.open("join/classic-enterprise")

    tags = screen.tags()

    assert "Tên doanh nghiệp" in tags
    assert "Họ tên người liên hệ" in tags
    assert "account.personal_tab" == screen.next()


def test_the_username_is_for_good(screen: Screen) -> None:
    """Row 57: its rule before, its faults while it is typed, and that it stays."""
    screen.open("join/classic-personal")
    assert "6–20 ký tự" in screen.bubble()
    assert "Đặt xong không đổi được" in screen.bubble()

    screen.type(USERNAME, "Hương Shop")

    assert "Trang không nhận" in screen.bubble()
    screen.type(USERNAME, "cho_ben_thanh")
    assert "Đặt xong không đổi được" in screen.bubble()


def test_the_password_is_entered_twice(screen: Screen) -> None:
    """Row 58: what it is made of, and again exactly the same; it is never shown."""
    screen.open("join/classic-personal")
    screen.type(USERNAME, "cho_ben_thanh")
    screen.page.keyboard.press("Tab")
    assert "Mật khẩu: 8–20 ký tự" in screen.bubble()

    screen.type(PASSWORD, "Xk9#Lm2!qVb")
    screen.page.keyboard.press("Tab")

    assert "Nhập lại mật khẩu y hệt ô trên" in screen.bubble()
    assert "Xk9#Lm2!qVb" not in screen.bubble() + screen.tags()


def test_the_meter_goes_by_what_is_in_it(screen: Screen) -> None:
    """Rows 60, 88, 89: weak, fair, strong; strong only with all kinds."""
    screen.open("join/classic-personal")
    grades = []

    for password in ("hoa7!", "xoaicatchu", "hoa!hong", "Xoai7catchu", "Xk9#Lm2!qVb"):
        screen.type(PASSWORD, password)
        screen.page.keyboard.press("Tab")
        screen.page.click(PASSWORD)
        grades.append(screen.bubble().partition(".")[0].partition(":")[0])

    assert ["Mật khẩu còn ngắn", "Trang cần ít nhất 2 loại ký tự"] == grades[:2]
    tags = []
    for password in ("hoa!hong", "Xoai7catchu", "Xk9#Lm2!qVb"):
        screen.type(PASSWORD, password)
        screen.page.keyboard.press("Tab")
        tags.append(screen.tags())
    for grade, tag in zip(("Yếu", "Khá", "Mạnh"), tags, strict=True):
        assert f"Mật khẩu: {grade}" in tag


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

    assert f"Mật khẩu: Yếu, {why}" in screen.tags()


def test_a_password_is_for_one_place(screen: Screen) -> None:
    """Rows 87, 92: not a relative's name, and none that is used elsewhere."""
    screen.open("join/classic-personal")
    screen.type(USERNAME, "cho_ben_thanh")
    screen.page.keyboard.press("Tab")
    assert "Tránh ngày sinh, số điện thoại, tên người thân" in screen.bubble()

    screen.type(PASSWORD, "Xk9#Lm2!qVb")

    assert "Đừng dùng lại mật khẩu của Facebook, email hay ngân hàng" in screen.bubble()


def test_the_country_comes_before_the_number(screen: Screen) -> None:
    """Row 59: first +84 for +86, then the number without its first 0."""
    screen.open("join/classic-personal")
    screen.fill_in()
    assert "form.country_code" == screen.next()
    assert "越南 +84 (Việt Nam)" in screen.bubble()

    screen.page.evaluate(
        "document.querySelector('.next-select-inner').textContent = '越南 +84'"
    )
    screen.type(PHONE, "0912345678")

    assert "form.phone" == screen.next()
    assert "Bỏ số 0 đầu" in screen.bubble()


def test_the_slider_is_explained(screen: Screen) -> None:
    """Row 61: hold, drag to the end, let go; beside it and not over it."""
    screen.open("join/classic-personal", VIETNAM)

    screen.fill_in()

    assert "captcha.slider_handle" == screen.next()
    words = screen.bubble()
    assert "Giữ chuột vào ô vuông, kéo hết sang phải, rồi thả" in words


def test_the_number_is_looked_over_before_it_is_sent(screen: Screen) -> None:
    """Rows 62, 83, 85, 86: read out in threes, with why; then the orange button."""
    screen.open("join/classic-personal", VIETNAM, TICKED, *PASSED)

    screen.fill_in()

    assert "form.submit" == screen.next()
    words = screen.bubble()
    assert "Xem lại số điện thoại và mã +84" in words
    assert "sai số thì không nhận được mã" in words
    assert "nút màu cam 同意并注册 (Đồng ý và đăng ký)" in words
    assert "Số điện thoại: 912 345 678" in screen.tags()
    assert "912" not in screen.page.evaluate("JSON.stringify(reports)")


@pytest.mark.parametrize("number", ["0912345678", "91234567", "212345678", "412345678"])
def test_a_wrong_number_is_not_read_out(screen: Screen, number: str) -> None:
    """Row 86: with its 0, too short, a landline, no mobile: mended, not confirmed."""
    screen.open("join/classic-personal", VIETNAM, TICKED, *PASSED)
    screen.fill_in()

    screen.type(PHONE, number)
    screen.page.keyboard.press("Tab")

    assert "form.phone" == screen.next()
    assert "Số điện thoại: " not in screen.tags()


def test_the_code_is_six_digits_for_nobody_else(screen: Screen) -> None:
    """Rows 65, 97, 98: how many, from the message, and not even to staff."""
    sent = ("获取验证码</button>", "58秒后重新获取</button>")
    screen.open("join/classic-otp", sent)

    assert "otp.code_input" == screen.next()
    words = screen.bubble()
    assert "Nhập 6 chữ số trong tin nhắn" in words
    assert "Không đọc mã này cho bất kỳ ai, kể cả người xưng là nhân viên" in words


def test_a_code_takes_time(screen: Screen) -> None:
    """Rows 63, 64: asked for once, then waited for; up to ten minutes."""
    screen.open("join/classic-otp")

    assert "otp.send_button" == screen.next()
    assert "một lần, rồi chờ tin nhắn" in screen.bubble()
    assert "có khi đến 10 phút" in screen.bubble()
