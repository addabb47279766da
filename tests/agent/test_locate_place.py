"""Where a field or a button stands says what it is, when its words are new."""

from __future__ import annotations

import pytest

from .conftest import Looker, target

PASSWORD = target("password", kind="password", label=["登录密码"])
CONFIRM = target(
    "confirm",
    kind="password",
    label=["确认密码"],
    forbidden=["支付"],
    repeats="password",
)
CODE = target(
    "code",
    kind="code",
    label=["短信验证码", "验证码"],
    vague=["验证码"],
    vouched_by=["send"],
)
SEND = target(
    "send",
    text=["获取验证码"],
    forbidden=["收不到"],
    vouched_by=["code"],
    witnesses=3,
    after=["code"],
    ends_row_of=["code"],
)
CONFIRM_BUTTON = target("ok", text=["确定"])
JOIN = ["*join*"]
ROW = "display:block;width:300px;height:40px;box-sizing:border-box"
FIRST = f"<input id=p type=password style='{ROW}'>"


def second(label: str = "", kind: str = "password", style: str = "") -> str:
    """Another field under the first."""
    return f"<div>{label}</div><input id=q type={kind} style='{ROW};{style}'>"


def code_row(end: str, label: str = "短信验证码") -> str:
    """A row with the field of a code, and what ends it."""
    return f"<form><div style='height:40px'>{label} <input id=c> {end}</div></form>"


def test_the_second_password_repeats_the_first(look: Looker) -> None:
    """Two of them, one below the other and alike, are a password and its repetition."""
    form = f"<form><div>登录密码</div>{FIRST}{second('跟上面保持一样')}</form>"

    seen = look(form, PASSWORD, CONFIRM, paths=JOIN)

    assert ("#p", "#q") == (seen["password"], seen["confirm"])


def test_the_second_password_may_stand_beside_the_first(look: Looker) -> None:
    """A form of two columns has both in one row."""
    half = "width:200px;height:30px"
    row = f"<input id=p type=password style='{half}' placeholder=登录密码>"
    row += f"<input id=q type=password style='{half}' placeholder=请重复>"

    seen = look(f"<form><div>{row}</div></form>", PASSWORD, CONFIRM, paths=JOIN)

    assert ("#p", "#q") == (seen["password"], seen["confirm"])


OTHER_SECONDS = {
    "another kind": second("跟上面保持一样", kind="text"),
    "another width": second("跟上面保持一样", style="width:120px"),
    "far below": "<div style='height:200px'></div>" + second("跟上面保持一样"),
    "forbidden": second("支付密码"),
    "one of three": second("第二个") + f"<input type=password style='{ROW}'>",
    "after another field": f"<input style='{ROW}'>" + second("跟上面保持一样"),
}


@pytest.mark.parametrize("other", OTHER_SECONDS.values(), ids=OTHER_SECONDS)
def test_what_may_be_another_secret_repeats_nothing(look: Looker, other: str) -> None:
    """A password to pay with, or of another form, is not taken for a repetition."""
    form = f"<form><div>登录密码</div>{FIRST}{other}</form>"

    seen = look(form, PASSWORD, CONFIRM, paths=JOIN)

    assert ("#p", "absent") == (seen["password"], seen["confirm"])


@pytest.mark.parametrize("tag", ["button type=button", "a href=#", "span role=button"])
def test_what_stands_behind_a_code_sends_it(look: Looker, tag: str) -> None:
    """One thing to press in the row of a code's field can only be for the code."""
    name = tag.split()[0]

    seen = look(code_row(f"<{tag} id=it>发给我</{name}>"), CODE, SEND, paths=JOIN)

    assert "#it" == seen["send"]


OTHER_ENDS = {
    "two of them": "<button>发给我</button> <button>打给我</button>",
    "forbidden": "<button>收不到怎么办</button>",
    "another target's": "<button>确定</button>",
    "wordless": "<button>×</button>",
    "words only": "<span>发给我</span>",
}


@pytest.mark.parametrize("end", OTHER_ENDS.values(), ids=OTHER_ENDS)
def test_what_else_stands_there_sends_nothing(look: Looker, end: str) -> None:
    """Help, clearing and confirming stand behind codes as well."""
    seen = look(code_row(end), CODE, SEND, CONFIRM_BUTTON, paths=JOIN)

    assert "absent" == seen["send"]


def test_a_code_of_some_kind_has_no_sender(look: Looker) -> None:
    """A code that may be read off a picture does not make a button its sender."""
    seen = look(code_row("<button>看不清</button>", "验证码"), CODE, SEND, paths=JOIN)

    assert ("absent", "absent") == (seen["code"], seen["send"])
