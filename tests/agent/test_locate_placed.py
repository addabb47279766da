"""A field whose words are new is known by its place, or by being the only one."""

from __future__ import annotations

import pytest

from .conftest import Looker, container, page_of, target

JOIN = ["*join*"]
COUNTRY = target("country", kind="choice", text=["*+86"])
PHONE = target(
    "phone",
    kind="text",
    label=["手机号码"],
    forbidden=["座机"],
    keys={"type": ["tel"], "maxlength": ["11"]},
    sole=True,
    beside=["country"],
    opens_row_of=["send"],
)
CODE = target("code", kind="code", label=["短信验证码"], opens_row_of=["send"])
SEND = target(
    "send",
    text=["获取验证码"],
    witnesses=3,
    after=["code", "phone"],
    ends_row_of=["code"],
)
PASSWORD = target(
    "password", kind="password", label=["密码"], forbidden=["支付"], sole=True
)
AGREE = target(
    "agree", kind="checkbox", label=["我同意*"], forbidden=["订阅"], sole=True
)
SUBMIT = target(
    "submit", text=["同意并注册"], forbidden=["登录"], after=["phone"], concludes=True
)
ACCEPT = target(
    "accept",
    text=["同意并继续"],
    forbidden=["取消"],
    within=["terms"],
    opposite="decline",
)
DECLINE = target("decline", text=["不同意"], within=["terms"])
TERMS = container("terms", kind="dialog", texts=["*协议*"])

ROW = "<div style='height:40px'>{}</div>"
DIALLED = "<select><option>+86</select> "
NAMED = ROW.format("手机号码 <input>")
END = "<button style='width:200px;height:40px'>{}</button>"


def test_what_stands_behind_a_dialling_code_is_the_phone(look: Looker) -> None:
    """Nothing else has the code of a country before it."""
    row = ROW.format(f"{DIALLED}<input id=it placeholder=常用联络号>")

    seen = look(f"<form>{row}</form>", COUNTRY, PHONE, paths=JOIN)

    assert "#it" == seen["phone"]


NO_PHONES = {
    "a landline": DIALLED + "<input placeholder=座机>",
    "far from it": DIALLED + "<input style='margin-left:200px'>",
    "called otherwise": DIALLED + "<input placeholder=短信验证码>",
}


@pytest.mark.parametrize("row", NO_PHONES.values(), ids=NO_PHONES)
def test_what_else_stands_there_is_no_phone(look: Looker, row: str) -> None:
    """A forbidden word, a gap and another target's name say so."""
    seen = look(
        f"<form>{ROW.format(row)}</form>", COUNTRY, PHONE, CODE, SEND, paths=JOIN
    )

    assert "absent" == seen["phone"]


@pytest.mark.parametrize("form", ["type=tel", "maxlength=11"])
def test_one_field_for_eleven_digits_is_the_phone(look: Looker, form: str) -> None:
    """What a field takes says what it is for, if no other takes the same."""
    secret = ROW.format("密码 <input type=password>")
    first = ROW.format(f"联络号 <input id=it {form}>")
    other = ROW.format(f"紧急 <input {form}>")

    one = look(f"<form>{first}{secret}</form>", PHONE, PASSWORD, paths=JOIN)
    two = look(f"<form>{first}{secret}{other}</form>", PHONE, PASSWORD, paths=JOIN)

    assert ("#it", "absent") == (one["phone"], two["phone"])


def test_the_field_before_the_button_for_codes_takes_the_code(look: Looker) -> None:
    """The phone being known elsewhere, nothing else is left."""
    row = ROW.format("六个数 <input id=it> <button type=button>获取验证码</button>")

    seen = look(f"<form>{NAMED}{row}</form>", PHONE, CODE, SEND, paths=JOIN)

    assert "#it" == seen["code"]


def test_without_a_phone_it_may_be_the_phone(look: Looker) -> None:
    """The button stands behind the one or the other: neither is pointed at."""
    row = ROW.format("填这里 <input> <button type=button>获取验证码</button>")

    seen = look(f"<form>{row}</form>", PHONE, CODE, SEND, paths=JOIN)

    assert ("absent", "absent") == (seen["phone"], seen["code"])


SECRETS = {
    "alone": ("<input id=it type=password>", "#it"),
    "forbidden": ("支付密钥 <input type=password>", "absent"),
    "one of three": ("<input type=password>" * 3, "absent"),
}


@pytest.mark.parametrize(("fields", "found"), SECRETS.values(), ids=SECRETS)
def test_a_lone_password_is_the_password(look: Looker, fields: str, found: str) -> None:
    """A sign-up form asks for no other secret, or says which."""
    form = f"<form>{NAMED}{ROW.format(fields)}{END.format('同意并注册')}</form>"

    seen = look(form, PHONE, PASSWORD, SUBMIT, paths=JOIN)

    assert found == seen["password"]


def test_a_password_over_a_button_to_sign_in_is_another(look: Looker) -> None:
    """A box to sign in beside the form has a password, too."""
    panel = f"<div><input type=password>{END.format('登录')}</div>"

    seen = look(f"<form>{NAMED}</form>{panel}", PHONE, PASSWORD, SUBMIT, paths=JOIN)

    assert "absent" == seen["password"]


TICKS = {
    "titles": ("<input id=it type=checkbox>看过<a>《会员守则》</a>", "#it"),
    "no titles": ("<input type=checkbox>下次不用再填", "absent"),
    "forbidden": ("<input type=checkbox>订阅《采购周报》", "absent"),
}


@pytest.mark.parametrize(("tick", "found"), TICKS.values(), ids=TICKS)
def test_a_lone_tick_before_titles_agrees(look: Looker, tick: str, found: str) -> None:
    """What bears the marks of a title is a text to agree to."""
    form = f"<form>{NAMED}<p>{tick}</p>{END.format('同意并注册')}</form>"

    seen = look(form, PHONE, AGREE, SUBMIT, paths=JOIN)

    assert found == seen["agree"]


PAIRS = {
    "two": ("<button id=it>往下走</button><button>不同意</button>", "#it"),
    "three": (
        "<button>一</button><button>二</button><button>不同意</button>",
        "absent",
    ),
    "forbidden": ("<button>取消</button><button>不同意</button>", "absent"),
}


@pytest.mark.parametrize(("pair", "found"), PAIRS.values(), ids=PAIRS)
def test_the_other_of_two_buttons_accepts(look: Looker, pair: str, found: str) -> None:
    """In the dialog of the terms one declines, so the other does not."""
    dialog = f"<div role=dialog><h3>服务协议</h3><p>条款</p><div>{pair}</div></div>"
    look.show(dialog)

    seen = look.again(page_of(ACCEPT, DECLINE, containers=[TERMS], paths=JOIN))

    assert found == seen["accept"]
