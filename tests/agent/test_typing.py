"""What an agent says and draws while somebody types, on a whole page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from companion.pack.codes import VERDICTS
from companion.pack.site import Pack
from tests.agent.conftest import Brief, start
from tests.e2e.overlay import Overlay
from tests.e2e.running import wait_until

ADDRESS = "https://member.1688.com/member/join/common_join.htm"
FORM = """<!doctype html><meta charset=utf-8><title>1688</title>
<style>p { margin: 40px 60px } input { width: 300px; height: 30px }</style>
<form>
  <p><label>会员名 <input id=nick name=nick placeholder=设置会员名></label>
  <p><label>登录密码 <input id=password name=password type=password></label>
  <p><label>确认密码 <input id=rePassword name=rePassword type=password></label>
  <p><label>邮箱 <input id=email name=email placeholder=请输入邮箱></label>
  <p><label>手机号码 <input id=mobile name=mobile placeholder=请输入手机号></label>
  <p><button id=go type=submit
     name=loginAction class=fm-submit disabled>同意并注册</button>
</form>"""
# The views of the two frames after an event: what came without waiting for a pause.
SOON = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
  () => done(reports.filter(({ kind }) => kind === 'view').at(-1)))))"""


# Figures of places; everything else in a report is a word of a closed list.
BOXES = {"rect", "scroll", "clear", "viewport"}
WORDS = {"view", "front", "found", "ambiguous", "todo", "done", "blocked", True, None}


class Typist:
    """A person at the sign-up form; `ours` is what a report may be made of."""

    def __init__(self, page: Page, pack: Pack) -> None:
        self.page = page
        self.ours = {*WORDS, False, *VERDICTS, *pack.targets, *pack.page_of_state}
        self.overlay = Overlay(page)

    def type(self, field: str, text: str) -> None:
        """Click into a field and type, key by key."""
        self.page.click(field)
        self.page.keyboard.type(text)

    def soon(self) -> dict[str, Any]:
        """What is reported two frames later, by target, and what is wanted."""
        view: dict[str, Any] = self.page.evaluate(SOON)
        return {one["target"]: one for one in view["targets"]} | {"": view["wants"]}

    def code(self, target: str) -> str:
        """The verdict two frames later."""
        return str(self.soon()[target]["code"])

    def compose(self, text: str) -> None:
        """Let an input method show a word that is not settled."""
        cdp = self.page.context.new_cdp_session(self.page)
        end = len(text)
        cdp.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": end, "selectionEnd": end},
        )

    def reported(self) -> str:
        """Everything that was ever reported."""
        return json.dumps(self.page.evaluate("reports"), ensure_ascii=False)


@pytest.fixture
def typist(page: Page, pack: Pack, brief: Brief) -> Typist:
    """Somebody at the form, with the pack of 1688 and an agent."""
    page.route("**/*", lambda route: route.fulfill(body=FORM, content_type="text/html"))
    page.goto(ADDRESS)
    start(page, brief)
    return Typist(page, pack)


def test_esc_puts_the_hint_away_until_there_is_another(typist: Typist) -> None:
    """The page hears the key as well; the tags stay."""
    drawn, page = typist.overlay, typist.page
    wait_until(lambda: drawn.in_sight("bubble"), "the hint")
    page.evaluate(
        "addEventListener('keydown', ({ key }) => { globalThis.heard = key })"
    )

    page.keyboard.press("Escape")

    wait_until(lambda: not drawn.in_sight("bubble"), "the hint put away")
    assert "Escape" == page.evaluate("heard")
    assert drawn.in_sight("label")
    typist.type("#nick", "hươ")
    wait_until(lambda: drawn.in_sight("bubble"), "another hint")


@pytest.mark.parametrize(
    ("field", "target", "typed", "code"),
    [
        ("#nick", "form.username", "hươ", "username.accents"),
        ("#nick", "form.username", "huong ", "username.space"),
        ("#password", "form.password", "Ab1- ", "password.space"),
        ("#mobile", "form.phone", "0", "phone.leading_zero"),
        ("#mobile", "form.phone", "+8", "phone.country_prefix"),
        ("#mobile", "form.phone", "9a", "phone.letters"),
        ("#mobile", "form.phone", "9123456789", "phone.too_long"),
        ("#nick", "form.username", "sho", ""),
        ("#password", "form.password", "Ab1", ""),
        ("#mobile", "form.phone", "9123", ""),
    ],
)
def test_what_is_certain_is_said_with_the_key(
    typist: Typist, field: str, target: str, typed: str, code: str
) -> None:
    """A fault that no further key can mend is said at once, a half word never."""
    typist.type(field, typed)

    assert code == typist.code(target)


def test_a_mended_value_clears_its_verdict_with_the_key(typist: Typist) -> None:
    """The fault goes in the frame in which it is mended."""
    typist.type("#nick", "huong ")
    before = typist.code("form.username")

    typist.page.keyboard.press("Backspace")

    assert ("username.space", "") == (before, typist.code("form.username"))


def test_a_half_word_is_judged_once_the_field_is_left(typist: Typist) -> None:
    """Leaving a field ends its word."""
    typist.type("#nick", "sho")

    typist.page.keyboard.press("Tab")

    assert "username.too_short" == typist.code("form.username")


def test_the_meter_goes_with_the_keys(typist: Typist) -> None:
    """Weak, fair and strong are said while the password grows."""
    typist.page.click("#password")
    seen = []
    for part in ("kem7du", "aQ", "!x9"):
        typist.page.keyboard.type(part)
        seen.append(typist.code("form.password"))

    assert ["password.weak", "password.fair", "ok"] == seen


def test_an_input_method_is_left_in_peace(typist: Typist) -> None:
    """Nothing is said of a word that is still being composed."""
    typist.type("#nick", "h")

    typist.compose("hươ")

    assert typist.page.input_value("#nick").endswith("ươ")
    assert "" == typist.code("form.username")


def test_what_is_pasted_is_finished(typist: Typist) -> None:
    """A pasted value is judged at once, short as it may be."""
    typist.type("#email", "shop")
    typist.page.keyboard.press("ControlOrMeta+A")
    typist.page.keyboard.press("ControlOrMeta+X")
    typist.page.click("#nick")

    typist.page.keyboard.press("ControlOrMeta+V")

    assert "username.too_short" == typist.code("form.username")


def test_what_is_filled_in_is_finished(typist: Typist) -> None:
    """A password manager sends no keys: its value is judged at once."""
    typist.page.evaluate(
        """() => {
          const field = document.getElementById('password');
          field.value = 'xK9!mQ2@vB7#nT4$wR6%zL8&';
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }"""
    )

    assert "password.too_long" == typist.code("form.password")


def test_a_field_that_is_only_shown_is_done(typist: Typist) -> None:
    """A number with stars in it can't be mended, so no fault is found with it."""
    typist.page.evaluate(
        "document.getElementById('mobile').outerHTML = `<input id=mobile disabled"
        " placeholder=请输入手机号 value='138****6021'>`"
    )

    view = typist.soon()["form.phone"]

    assert ("done", "") == (view["status"], view["code"])


def test_a_change_of_the_first_password_is_seen_below(typist: Typist) -> None:
    """The repeated password is judged anew when the first one changes afterwards."""
    typist.type("#password", "Cho-Ben-68")
    typist.type("#rePassword", "Cho-Ben-68")
    typist.page.keyboard.press("Tab")
    before = typist.code("form.password_confirm")
    typist.type("#password", "x")
    meanwhile = typist.code("form.password_confirm")

    typist.page.keyboard.press("Tab")

    after = typist.code("form.password_confirm")
    assert ("ok", "", "password_confirm.incomplete") == (before, meanwhile, after)


def test_a_mistake_at_hand_comes_first(typist: Typist) -> None:
    """The bubble goes to the field in which the mistake is made, then back."""
    typist.type("#mobile", "0912345678")
    during = typist.soon()[""]

    typist.page.keyboard.press("Tab")

    assert ("form.phone", "form.username") == (during, typist.soon()[""])


def test_the_form_to_type_is_drawn_and_not_told(typist: Typist) -> None:
    """The nine digits stand beside the field, and in no report."""
    typist.type("#mobile", "0912345678")
    typist.soon()

    assert "Nhập: 912345678" in typist.overlay.text("label")
    assert "12345678" not in typist.reported()


def test_a_grey_button_says_what_is_missing(typist: Typist) -> None:
    """The button's tag names the first fields that are still to do."""
    missing = typist.soon()["form.submit"]["missing"]

    assert ["form.username", "form.password", "form.password_confirm"] == missing[:3]
    names = "Tên đăng nhập, Mật khẩu, Nhập lại mật khẩu, …"
    assert f"Còn thiếu: {names}" in typist.overlay.text("label")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    value=st.one_of(
        st.from_regex(r"(\+84|0|84)[35789][0-9]{8}", fullmatch=True),
        st.text("abchuongxyz0123456789@!. ", min_size=6, max_size=24),
        st.emails(),
    )
)
def test_every_word_of_a_report_is_ours(typist: Typist, value: str) -> None:
    """Whatever stands in every field, a report has ids, codes and boxes alone."""
    typist.page.evaluate(
        """(value) => {
          for (const field of document.querySelectorAll('input')) {
            field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
          }
        }""",
        value,
    )
    typist.soon()

    told = set(_words(json.loads(typist.reported())))

    assert set() == told - typist.ours


def _words(report: object) -> Iterator[object]:
    """Every value in a report that is no figure of a box."""
    if isinstance(report, dict):
        for key, value in report.items():
            yield from () if key in BOXES else _words(value)
    elif isinstance(report, list):
        for value in report:
            yield from _words(value)
    else:
        yield report
