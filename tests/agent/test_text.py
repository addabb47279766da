"""Texts are compared as people read them: spacing, punctuation and spelling aside."""

from __future__ import annotations

import pytest

from .conftest import Looker, target


@pytest.mark.parametrize(
    "written",
    [
        "免费注册",
        "免 费 注 册",
        " 免费注册 > ",
        "【免费注册】",
        "免<b>费</b>注册",
        "免费\n      注册",
        "免费\u200b注册",
        "<i class=icon>\ue601</i>免费注册",
        "免费&nbsp;注册！",
    ],
)
def test_spacing_and_punctuation_are_nothing(look: Looker, written: str) -> None:
    """A caption is the pack's text however it is spaced and decorated."""
    seen = look(f"<a id=it href=/j>{written}</a>", target("link", text=["免费注册"]))

    assert "#it" == seen["link"]


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("个人帐户注册", "个人账户注册"),
        ("马上登陆", "马上登录"),
        ("Sign Up", "sign up"),
        ("免費註冊", "免费注册"),
        ("馬上登陸", "马上登录"),
        ("60 秒後重新獲取", "*秒后重新获取"),
    ],
)
def test_spellings_are_one(look: Looker, written: str, known: str) -> None:
    """Characters that sites write for each other, and letter case, do not differ."""
    seen = look(f"<button id=it>{written}</button>", target("it", text=[known]))

    assert "#it" == seen["it"]


@pytest.mark.parametrize("written", ["免费注册商标", "公司注册", "不免费注册"])
def test_a_part_of_a_text_is_not_the_text(look: Looker, written: str) -> None:
    """A caption that only contains the pack's text is another caption."""
    seen = look(f"<a href=/j>{written}</a>", target("link", text=["免费注册", "注册"]))

    assert "absent" == seen["link"]


@pytest.mark.parametrize(
    "written", ["重发验证码（59s）", "重发验证码(7s)", "42秒后重发"]
)
def test_a_countdown_is_matched_by_a_wildcard(look: Looker, written: str) -> None:
    """A star in the pack's text stands for the running number."""
    texts = ["获取验证码", "重发验证码(*s)", "*秒后重发"]

    seen = look(f"<button id=it>{written}</button>", target("it", text=texts))

    assert "#it" == seen["it"]


def test_digits_tell_texts_apart(look: Looker) -> None:
    """Near texts with different digits are different texts."""
    markup = "<label>请输入4位验证码数字<input></label>"

    seen = look(markup, target("code", kind="code", label=["请输入6位验证码数字"]))

    assert "absent" == seen["code"]


def test_a_near_text_needs_three_witnesses(look: Looker) -> None:
    """Changed wording is believed only when much else agrees."""
    said = {"kind": "text", "placeholder": ["请输入常用的手机号码"]}
    markup = "<input id=m name=mobile type=tel placeholder=请输入常用手机号码>"
    keys = {"name": ["mobile"], "type": ["tel"]}

    bare = look(markup, target("phone", **said))
    keyed = look(markup, target("phone", **said, keys=keys))

    assert ("absent", "#m") == (bare["phone"], keyed["phone"])


def test_a_remark_in_brackets_is_no_part_of_a_label(look: Looker) -> None:
    """A label with a remark in brackets is still that label."""
    markup = "<label for=it>邮箱（选填）：</label><input id=it>"

    seen = look(markup, target("email", kind="text", label=["邮箱"]))

    assert "#it" == seen["email"]
