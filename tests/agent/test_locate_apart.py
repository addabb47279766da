"""What is called like a target, and stands on the page for something else."""

from __future__ import annotations

import pytest

from .conftest import Looker, target

EMAIL = target("email", kind="text", label=["电子邮箱"], placeholder=["请输入邮箱"])
PHONE = target("phone", kind="text", label=["手机号码"])
SEND = target("send", kind="button", text=["获取验证码"])
CODE = target(
    "code", kind="code", label=["验证码"], vague=["验证码"], vouched_by=["send"]
)
FORM = "<form><p>手机号码 <input id=m></p><p>密码 <input type=password></p></form>"
NEWS = "<input id=news placeholder=请输入邮箱><button>订阅</button>"

NEWSLETTERS = {
    "a footer": f"<footer><div>{NEWS}</div></footer>",
    "a footer by class": f"<div class=site-footer_x1><p>{NEWS}</p></div>",
    "a form of its own": f"<div><form>{NEWS}</form></div>",
}


@pytest.mark.parametrize("news", NEWSLETTERS.values(), ids=NEWSLETTERS.keys())
def test_a_newsletter_is_no_part_of_the_form(look: Looker, news: str) -> None:
    """Its box asks for an address in the same words."""
    seen = look(f"{FORM}{news}", EMAIL, PHONE)

    assert ("absent", "#m") == (seen["email"], seen["phone"])


def test_signing_in_by_the_header_is_no_part_of_the_form(look: Looker) -> None:
    """A form that ends with what ends no sign-up has a password in the same words."""
    submit = target(
        "submit", text=["注册"], forbidden=["登录"], concludes=True, aside=["订阅"]
    )
    sign_in = (
        "<form>账号 <input> 密码 <input type=password><button>登录</button></form>"
    )
    rows = "手机号码 <input id=m><br>姓名 <input><br>密码 <input id=p type=password>"
    password = target("password", kind="password", label=["密码"])

    seen = look(f"{sign_in}<form>{rows}</form>", password, PHONE, submit)

    assert ("#p", "#m") == (seen["password"], seen["phone"])


def test_a_form_of_one_field_is_a_form(look: Looker) -> None:
    """A search and a newsletter beside it make no other form of the page."""
    search = "<form><input><button>搜索</button></form>"
    form = "<form><p>手机号码 <input id=m></p><button>下一步</button></form>"

    seen = look(f"{search}{form}<div><form>{NEWS}</form></div>", PHONE)

    assert "#m" == seen["phone"]


def test_a_form_may_be_called_a_footer(look: Looker) -> None:
    """Some sites name so whatever comes below their heading."""
    rows = "".join(f"<p>{name} <input id=a{n}></p>" for n, name in enumerate("一二"))
    form = f"<div id=pagefooter>{rows}<p>电子邮箱 <input id=e></p></div>"

    seen = look(form, EMAIL)

    assert "#e" == seen["email"]


def test_a_page_that_is_all_footer_has_none(look: Looker) -> None:
    """The word in a class of what wraps everything says nothing of a field."""
    seen = look("<div class=has-footer><p>手机号码 <input id=m></p></div>", PHONE)

    assert "#m" == seen["phone"]


def test_a_code_that_nothing_sends_is_another_one(look: Looker) -> None:
    """The box for the letters in a picture has the same name."""
    row = "<p>验证码 <input id=c maxlength=4></p>"

    alone = look(row, CODE, SEND)
    sent = look(f"{row}<button>获取验证码</button>", CODE, SEND)

    assert ("absent", "#c") == (alone["code"], sent["code"])


def test_a_code_of_six_digits_comes_by_message(look: Looker) -> None:
    """Pictures show four or five."""
    seen = look("<p>验证码 <input id=c maxlength=6></p>", CODE, SEND)

    assert "#c" == seen["code"]


@pytest.mark.parametrize(
    ("length", "found"), [(4, ("absent", "absent")), (6, ("#c", "#s"))]
)
def test_a_chats_button_sends_no_code(
    look: Looker, length: int, found: tuple[str, str]
) -> None:
    """Its "send" and a picture's letters don't make each other what they are not."""
    send = {
        **SEND,
        "text": ["获取验证码", "发送"],
        "vague": ["发送"],
        "vouched_by": ["code"],
    }
    row = f"<p>验证码 <input id=c maxlength={length}><button id=s>发送</button></p>"

    seen = look(row, CODE, send)

    assert found == (seen["code"], seen["send"])


def test_boxes_of_one_digit_need_no_words(look: Looker) -> None:
    """Nothing else looks like it."""
    boxes = "".join(f"<input id=b{n} maxlength=1 size=1>" for n in range(6))

    seen = look(f"<div>{boxes}</div>", CODE, SEND)

    assert "#b0" == seen["code"]


@pytest.mark.parametrize(("other", "tab"), [("企业", "#p"), ("帮助", "absent")])
def test_a_word_of_many_menus_is_a_choice_beside_the_other(
    look: Looker, other: str, tab: str
) -> None:
    """ "Personal" alone may lead anywhere."""
    pair = [
        target(
            "person", kind="tab", text=["个人"], vague=["个人"], vouched_by=["firm"]
        ),
        target(
            "firm", kind="tab", text=["企业"], vague=["企业"], vouched_by=["person"]
        ),
    ]

    seen = look(f"<a id=p href=/p>个人</a> <a href=/e>{other}</a>", *pair)

    assert tab == seen["person"]


def test_a_card_with_a_radio_is_pressed_as_a_whole(look: Looker) -> None:
    """Its explanation is a part of it."""
    card = "<label id=p><input type=radio style='display:none'><b>个人账户</b>"
    markup = f"{card}<small>没有营业执照，只能采购，不能开店</small></label>"

    seen = look(markup, target("person", kind="tab", text=["个人账户"]))

    assert "#p" == seen["person"]


def test_what_floats_comes_after_in_its_row(look: Looker) -> None:
    """The button stands right of its field, though it is written before."""
    send = target("send", kind="button", text=["获取"], witnesses=3, after=["phone"])
    markup = (
        "<p><button id=s style='float:right'>获取</button>手机号码 <input id=m></p>"
    )

    seen = look(markup, PHONE, send)

    assert "#s" == seen["send"]


def test_the_box_among_the_form_is_meant(look: Looker) -> None:
    """A call-back asks for the same number, away from everything else."""
    back = "<div><div><p>手机号码 <input id=back></p></div><i></i><i></i><i></i></div>"
    name = target("name", kind="text", label=["会员名"])
    form = "<div><p>会员名 <input></p><p>手机号码 <input id=m></p></div>"

    seen = look(f"{back}{form}<div><b></b><b></b><b></b></div>", name, PHONE)

    assert "#m" == seen["phone"]


def test_a_name_ends_at_the_comma(look: Looker) -> None:
    """What follows in a placeholder is a remark."""
    seen = look("<input id=m placeholder='手机号码，未注册将自动创建账号'>", PHONE)

    assert "#m" == seen["phone"]


def test_a_field_that_opens_later_is_one_to_type_into(look: Looker) -> None:
    """Read-only until it is clicked, against passwords filled in by themselves."""
    seen = look("<p>手机号码 <i>☎</i> <input id=m readonly></p>", PHONE)

    assert "#m" == seen["phone"]


def test_what_cannot_be_typed_into_is_no_phone(look: Looker) -> None:
    """A box with an arrow before the number opens the list of countries."""
    box = "<span><input id=c readonly value=84><i>▾</i></span>"

    seen = look(f"<p>手机号码</p><div>{box} <input id=m></div>", PHONE)

    assert "#m" == seen["phone"]


ASIDES = {
    "in a component's tree": "<x-footer></x-footer>",
    "with its own button": f"<div><p>订阅商机</p>{NEWS}</div>",
}


@pytest.mark.parametrize("news", ASIDES.values(), ids=ASIDES.keys())
def test_a_button_behind_a_field_says_what_it_is_for(look: Looker, news: str) -> None:
    """No form and no footer is needed to tell a newsletter."""
    submit = target("submit", text=["注册"], concludes=True, aside=["订阅"])
    grow = f"""<script>const foot = document.querySelector('x-footer');
      if (foot) foot.attachShadow({{ mode: 'open' }}).innerHTML = `{NEWS}`;</script>"""

    seen = look(f"{FORM}{news}{grow}", EMAIL, PHONE, submit)

    assert ("absent", "#m") == (seen["email"], seen["phone"])
