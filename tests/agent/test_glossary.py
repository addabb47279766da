"""Looking a Chinese word up by pointing at it: the longest word, beside it, no more."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.agent.conftest import BUNDLE

WORDS = [
    ["登录", "Đăng nhập", "đã có tài khoản"],
    ["登录名", "Tên đăng nhập", ""],
    ["手机号码", "Số điện thoại", ""],
    ["请输入", "Nhập", ""],
    ["60秒后可重新获取", "Gửi lại mã sau 60 giây", ""],
    ["中", "Trung bình", ""],
    ["提交", "Gửi", ""],
]

PAGE = """<!doctype html><meta charset=utf-8>
<style>* { font: 30px/1.5 sans-serif } body { margin: 40px } p { width: 900px }</style>
<p id=text>设置登录名吧</p>
<p id=split><span>手 机</span><b>号码</b></p>
<input id=field placeholder="请输入手机号码"> <input id=button type=submit value=提交>
<img id=picture alt=手机号码 style="width: 90px; height: 40px">
<p id=unknown>天地玄黄</p>
<p id=written contenteditable>登录名</p>
<p id=tall style="margin-top: 1500px">登录</p>
"""

START = """
(words) => {
  window.glosses = [];
  window.lookup = new CompanionAgent.Lookup(() => false, (gloss) => {
    glosses.push(gloss);
  });
  lookup.know(words);
}
"""
FRAME = "() => new Promise((done) => requestAnimationFrame(() => done()))"
AT = "([words, text, index]) => new CompanionAgent.Book(words).at(text, index)"


class Pointing:
    """A person's mouse over a page with words to explain."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def at(self, css: str, *, across: float = 0.5) -> str | None:
        """What is told of the place, given as a share of an element's own width."""
        box = self.page.locator(css).bounding_box()
        assert box is not None
        self.page.mouse.move(
            box["x"] + box["width"] * across, box["y"] + box["height"] / 2, steps=2
        )
        return self.told()

    def told(self) -> str | None:
        """What is told now."""
        self.page.evaluate(FRAME)
        self.page.evaluate(FRAME)
        gloss = self.gloss()
        if gloss is None:
            return None
        return " ".join(word["meaning"] for word in gloss["words"])

    def gloss(self) -> dict[str, Any] | None:
        """The last that was told."""
        last: dict[str, Any] | None = self.page.evaluate("glosses.at(-1) ?? null")
        return last


@pytest.fixture
def pointing(page: Page) -> Pointing:
    """A page under the agent's bundle, with words to explain."""
    page.set_viewport_size({"width": 1000, "height": 700})
    page.set_content(PAGE)
    page.evaluate(f"{BUNDLE.read_text('utf-8')};window.CompanionAgent=CompanionAgent")
    page.evaluate(START, WORDS)
    return Pointing(page)


FOUND = [
    ("设置登录名吧", 2, "Tên đăng nhập"),
    ("设置登录名吧", 4, "Tên đăng nhập"),
    ("设置登录名吧", 0, None),
    ("登陆 名", 1, "Tên đăng nhập"),
    ("已登录。", 1, "Đăng nhập"),
    ("37 秒后可重新获取", 0, "Gửi lại mã sau 37 giây"),
    ("１２秒后可重新获取", 4, "Gửi lại mã sau 12 giây"),
    ("弱 / 中 / 强", 4, "Trung bình"),
    ("其 中", 2, None),
    ("中", 0, "Trung bình"),
    ("中间", 0, None),
]


@pytest.mark.parametrize(("text", "index", "meaning"), FOUND)
def test_the_longest_word_round_a_character_counts(
    pointing: Pointing, text: str, index: int, meaning: str | None
) -> None:
    """However it is spaced and numbered; one character alone only by itself."""
    found = pointing.page.evaluate(AT, [WORDS, text, index])

    assert meaning == (found and found["meaning"])


def test_a_word_in_a_text_is_explained(pointing: Pointing) -> None:
    """The word under the pointer, not the one beside it, with its own box."""
    assert "Tên đăng nhập" == pointing.at("#text", across=0.1)

    gloss = pointing.gloss()
    assert gloss is not None
    assert 90 == pytest.approx(gloss["rect"][2], abs=6)


def test_blank_room_beside_a_text_says_nothing(pointing: Pointing) -> None:
    """A caret is near, but nobody points at the word."""
    assert pointing.at("#text", across=0.1)

    assert pointing.at("#text", across=0.9) is None


def test_a_word_split_over_elements_is_one(pointing: Pointing) -> None:
    """Sites put single characters into elements of their own."""
    assert "Số điện thoại" == pointing.at("#split", across=0.02)


@pytest.mark.parametrize(
    ("css", "meaning"),
    [
        ("#field", "Nhập Số điện thoại"),
        ("#button", "Gửi"),
        ("#picture", "Số điện thoại"),
    ],
)
def test_captions_are_explained(pointing: Pointing, css: str, meaning: str) -> None:
    """Of fields, buttons and pictures, whose characters have no places."""
    assert meaning == pointing.at(css)


def test_what_was_typed_is_never_read(pointing: Pointing) -> None:
    """A field with something in it, and a box that can be written in, say nothing."""
    pointing.page.locator("#field").fill("登录名")

    assert pointing.at("#field") is None
    assert pointing.at("#written", across=0.05) is None


def test_an_unknown_word_says_nothing(pointing: Pointing) -> None:
    """Rather nothing than the wrong thing."""
    assert pointing.at("#unknown", across=0.05) is None


def test_words_in_a_shadow_root_are_found(pointing: Pointing) -> None:
    """Pages are built of components."""
    pointing.page.evaluate(
        """() => {
          const root = document.querySelector('#unknown').attachShadow({mode: 'open'});
          const word = document.createElement('span');
          word.textContent = '登录';
          root.append(word);
        }"""
    )

    assert "Đăng nhập" == pointing.at("#unknown", across=0.03)


@pytest.mark.parametrize("end", ["Escape", "wheel", "press", "off"])
def test_it_goes_when_the_person_turns_elsewhere(pointing: Pointing, end: str) -> None:
    """The tag is gone at once, and the page has noticed nothing."""
    assert pointing.at("#text", across=0.1)

    match end:
        case "Escape":
            pointing.page.keyboard.press("Escape")
        case "wheel":
            pointing.page.mouse.wheel(0, 100)
            pointing.page.wait_for_function("scrollY > 0")
        case "press":
            pointing.page.mouse.down()
        case "off":
            pointing.page.evaluate("lookup.know(null)")

    assert pointing.told() is None
    assert "BODY" == pointing.page.evaluate("document.activeElement.tagName")


def test_nothing_is_heard_where_it_is_off(pointing: Pointing) -> None:
    """On pages that are known it disturbs nobody."""
    pointing.page.evaluate("lookup.know(null)")

    assert pointing.at("#text", across=0.1) is None
