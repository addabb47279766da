"""The one big button below the fields ends their form, whatever it says."""

from __future__ import annotations

import pytest

from .conftest import Looker, container, target

PHONE = target("phone", kind="text", label=["手机号码"])
SUBMIT = target(
    "submit",
    text=["立即注册"],
    forbidden=["登录", "取消"],
    witnesses=3,
    after=["phone"],
    by_shape=True,
)
STYLE = "display:block;width:300px;height:40px;background:#ff6a00;color:#fff"
FIELD = "<p>手机号码 <input style='width:300px'></p>"
JOIN = ["*join*"]


def button(words: str, name: str = "", style: str = "") -> str:
    """A big filled button."""
    return f"<button id='{name}' style='{STYLE};{style}'>{words}</button>"


@pytest.mark.parametrize("tag", ["button", "a", "div"])
def test_new_words_end_a_form_in_the_old_place(look: Looker, tag: str) -> None:
    """Big, filled, below the field and alone: nothing else can be meant."""
    seen = look(
        f"<form>{FIELD}<{tag} id=it style='{STYLE}'>开启采购之旅</{tag}></form>",
        PHONE,
        SUBMIT,
        paths=JOIN,
    )

    assert "#it" == seen["submit"]


def test_known_words_go_before_shape(look: Looker) -> None:
    """A small button that says it is the one is the one."""
    form = (
        f"<form>{FIELD}<button id=it>立即注册</button>{button('开启采购之旅')}</form>"
    )

    seen = look(form, PHONE, SUBMIT, paths=JOIN)

    assert "#it" == seen["submit"]


def test_two_big_buttons_are_not_guessed(look: Looker) -> None:
    """Which of two new ones is meant, nobody can tell."""
    form = f"<form>{FIELD}{button('开启采购')}{button('进入工作台')}</form>"

    seen = look(form, PHONE, SUBMIT, paths=JOIN)

    assert "absent" == seen["submit"]


def test_a_form_of_many_rows_has_a_smaller_button(look: Looker) -> None:
    """It is wider than its button; the grey one beside that clears it."""
    rows = "".join(f"<p>第{n}项 <input style='width:300px'></p>" for n in "一二三")
    small = button("提交资料", "it", "width:90px;display:inline-block")
    clear = button("清空", "no", "width:90px;display:inline-block;background:#ddd")

    seen = look(f"<form>{FIELD}{rows}{small}{clear}</form>", PHONE, SUBMIT, paths=JOIN)

    assert "#it" == seen["submit"]


def test_a_forbidden_one_leaves_the_other(look: Looker) -> None:
    """A big button to sign in does not stand in the way of the one that ends."""
    form = f"<form>{FIELD}{button('开启采购', 'it')}{button('已有账号，去登录')}</form>"

    seen = look(form, PHONE, SUBMIT, paths=JOIN)

    assert "#it" == seen["submit"]


OTHERS = {
    "narrow": button("开启采购之旅", style="width:90px"),
    "bare": button("开启采购之旅", style="background:none"),
    "far below": "<div style='height:500px'></div>" + button("开启采购之旅"),
    "a banner": button("开启采购之旅", style="height:200px"),
    "wordless": button("→"),
    "a message": f"<div role=alert style='{STYLE}'>太快了 <a>再滑一次</a></div>",
    "wordy": button("注册即表示你已阅读我们的全部规则"),
    "beside": "",
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_looks_otherwise_ends_nothing(look: Looker, other: str) -> None:
    """Small ones send codes, bare ones are links, far ones belong to the page."""
    above = button("开启采购之旅") if not other else ""

    seen = look(f"{above}<form>{FIELD}{other}</form>", PHONE, SUBMIT, paths=JOIN)

    assert "absent" == seen["submit"]


def test_shape_alone_needs_a_guarded_page(look: Looker) -> None:
    """Where the pack does not say that people sign up here, shape is no evidence."""
    seen = look(f"<form>{FIELD}{button('开启采购之旅')}</form>", PHONE, SUBMIT)

    assert "absent" == seen["submit"]


OVER = "position:fixed;left:40px;top:200px;width:340px;background:#fff"
BOXES = "".join(f"<input maxlength=1 style='width:30px' id=c{n}>" for n in range(6))


def test_a_dialog_has_its_own_button(look: Looker) -> None:
    """The form's lies behind it; neither is taken for the other."""
    code = target("code", kind="code", label=["验证码"])
    dialog = container("dialog", kind="dialog", texts=["核对手机"])
    confirm = target(
        "confirm",
        text=["确定"],
        within=["dialog"],
        witnesses=3,
        after=["code"],
        by_shape=True,
    )
    over = f"<div role=dialog style='{OVER}'><h4>核对手机</h4>{BOXES}{{}}</div>"
    markup = f"<form>{FIELD}{button('开启采购之旅', 'behind')}</form>{over}"

    seen = look(
        markup.format(button("填好了", "front", "width:120px;margin-left:200px")),
        PHONE,
        SUBMIT,
        code,
        confirm,
        paths=JOIN,
        containers=[dialog],
    )

    assert ("#behind", "#front") == (seen["submit"], seen["confirm"])


def test_a_big_form_is_no_step_of_its_own(look: Looker) -> None:
    """A form that asks for the code among other things ends with its own button."""
    step = container("step", texts=["手机验证"])
    code = target("code", kind="code", label=["验证码"])
    confirm = target(
        "confirm", within=["step"], witnesses=3, after=["code"], by_shape=True
    )
    rows = "<p>会员名 <input></p><p>验证码 <input maxlength=6></p><h4>手机验证</h4>"

    seen = look(
        f"<form>{rows}{FIELD}{button('开启采购之旅', 'it')}</form>",
        PHONE,
        SUBMIT,
        code,
        confirm,
        paths=JOIN,
        containers=[step],
    )

    assert ("#it", "absent") == (seen["submit"], seen["confirm"])


def test_an_advert_beside_the_form_ends_nothing(look: Looker) -> None:
    """A search over the whole page makes no wider form of it."""
    search = "<div><input style='width:700px'> <button>搜索</button></div>"
    advert = button("注册集运", "no", "position:absolute;left:600px;top:300px")
    submit = {**SUBMIT, "aside": ["搜索"]}

    seen = look(f"{search}<form>{FIELD}</form>{advert}", PHONE, submit, paths=JOIN)

    assert "absent" == seen["submit"]


@pytest.mark.parametrize("secret", ["password", "text"])
def test_what_sends_off_a_password_ends_the_form(look: Looker, secret: str) -> None:
    """Old forms have small grey buttons; a form without a password may be any."""
    form = f"<form>{FIELD}<input type={secret}><p><input type=submit id=it value=开启>"

    seen = look(form, PHONE, SUBMIT, paths=JOIN)

    assert ("#it" if secret == "password" else "absent") == seen["submit"]
