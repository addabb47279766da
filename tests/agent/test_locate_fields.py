"""Fields are told apart by kind, by name, and by what stands around them."""

from __future__ import annotations

import pytest

from .conftest import Looker, target

PHONE = target("phone", kind="text", label=["手机号码"], keys={"id": ["mobile"]})
DIAL = {"rule": "check", "check": "dial", "args": {"dial": "84"}}
COUNTRY = target("country", kind="choice", done=DIAL)
PASSWORD = target(
    "password",
    kind="password",
    label=["登录密码"],
    keys={"id": ["password"]},
    forbidden=["确认"],
)
CONFIRM = target("confirm", kind="password", label=["确认密码"], after=["password"])

CODE = target("code", kind="code", label=["验证码"])

COUNTRIES = {
    "select": "<select id=c><option>中国大陆 +86<option>越南 +84</select>",
    "combobox": "<span id=c role=combobox tabindex=0>中国大陆 +86</span>",
    "input": "<span id=c style='display:inline-block;width:120px'>中国大陆 +86"
    "<input role=combobox readonly style='width:4px;opacity:0'></span>",
    "bare select": "<select id=c><option>中国 86<option>越南 84</select>",
    "popup": "<button id=c aria-haspopup=listbox>+86</button>",
    "zeros": "<label id=c>中国 0086<i></i></label>",
    "button": "<button id=c type=button>中国大陆 +86 <i></i></button>",
    "link": "<a id=c href='javascript:'>0086<em></em></a>",
    "an arrow in words": "<span style='display:inline-block;width:90px' id=c>+86 ▾"
    "</span>",
    "drawn": "<span id=c style='display:inline-block;width:90px'>+86 <i>▾</i></span>",
}


@pytest.mark.parametrize("country", COUNTRIES.values(), ids=COUNTRIES.keys())
def test_a_country_code_is_a_box_before_the_number(look: Looker, country: str) -> None:
    """Whatever it is made of, what shows a dialling code opens the list."""
    seen = look(f"<div>手机号码 {country} <input id=m></div>", COUNTRY, PHONE)

    assert ("#c", "#m") == (seen["country"], seen["phone"])


def test_a_row_above_the_number_is_its_country_code(look: Looker) -> None:
    """On a phone the country has a row of its own, with an arrow at its end."""
    row = "<a id=c href=#><span>国家/地区</span> 中国大陆（+86）<svg></svg></a>"

    seen = look(f"<div>{row}</div><div>手机号码 <input id=m></div>", COUNTRY, PHONE)

    assert ("#c", "#m") == (seen["country"], seen["phone"])


def test_another_countrys_number_is_no_country_code(look: Looker) -> None:
    """A telephone number of a service, to be pressed, opens no list."""
    call = "<a href=tel:+864008000>+864008000</a>"

    seen = look(f"<div>手机号码 {call} <input id=m></div>", COUNTRY, PHONE)

    assert "absent" == seen["country"]


def test_a_number_is_not_its_country_code(look: Looker) -> None:
    """When the number's field is gone, the drop-down in its row is not taken for it."""
    markup = "<div>手机号码 <select><option>中国大陆 +86</select></div>"

    seen = look(markup, PHONE)

    assert "absent" == seen["phone"]


def test_passwords_are_told_apart(look: Looker) -> None:
    """Each password field goes by its own label."""
    markup = """<div>登录密码 <input id=p type=password></div>
      <div>确认密码 <input id=q type=password></div>"""

    seen = look(markup, PASSWORD, CONFIRM)

    assert ("#p", "#q") == (seen["password"], seen["confirm"])


def test_one_password_is_not_two(look: Looker) -> None:
    """The second password is not taken for the first when that is gone."""
    markup = "<div>确认密码 <input id=q type=password></div>"

    seen = look(markup, PASSWORD, CONFIRM)

    assert ("absent", "#q") == (seen["password"], seen["confirm"])


def test_a_shown_password_is_still_one(look: Looker) -> None:
    """A password that the person makes readable stays the target."""
    markup = "<div>登录密码 <input id=password type=text></div>"

    seen = look(markup, PASSWORD)

    assert "#password" == seen["password"]


def test_a_text_field_is_no_password(look: Looker) -> None:
    """A field of another kind is not taken for its label's sake."""
    seen = look("<div>登录密码 <input type=text></div>", PASSWORD)

    assert "absent" == seen["password"]


def test_a_code_in_boxes_is_its_first_box(look: Looker) -> None:
    """Six boxes of one character are one field."""
    boxes = "<input maxlength=1 style='width:30px'>" * 5
    markup = f"<div>验证码 <input id=c maxlength=1 style='width:30px'>{boxes}</div>"

    seen = look(markup, target("code", kind="code", label=["验证码"]))

    assert "#c" == seen["code"]


def test_a_field_known_by_keys_alone(look: Looker) -> None:
    """Without any words, several keys on a guarded page are enough."""
    markup = "<input id=mobile name=mobile type=tel>"
    keys = {"id": ["mobile"], "name": ["mobile"], "type": ["tel"]}

    seen = look(markup, {**PHONE, "keys": keys}, paths=["*join*"])

    assert "#mobile" == seen["phone"]


def test_keys_do_not_outweigh_a_strange_name(look: Looker) -> None:
    """A field that calls itself something unknown is not taken for its id."""
    markup = "<div>公司电话 <input id=mobile></div>"

    seen = look(markup, PHONE, paths=["*join*"])

    assert "absent" == seen["phone"]


def test_a_subscription_box_is_not_the_sign_up(look: Looker) -> None:
    """A forbidden word in the placeholder rules a field out."""
    markup = "<div>手机号码 <input placeholder=请输入手机号码，订阅资讯></div>"

    seen = look(markup, {**PHONE, "forbidden": ["订阅"]})

    assert "absent" == seen["phone"]


def test_two_fields_of_one_name_are_not_guessed(look: Looker) -> None:
    """Two equal fields are ambiguous."""
    markup = "<p>手机号码 <input></p><p>手机号码 <input></p>"

    seen = look(markup, PHONE)

    assert "ambiguous" == seen["phone"]


def test_a_key_tells_two_fields_apart(look: Looker) -> None:
    """Of two fields with one name the one with the known key is meant."""
    markup = "<p>手机号码 <input></p><p>手机号码 <input id=mobile></p>"

    seen = look(markup, PHONE)

    assert "#mobile" == seen["phone"]


OPTION = target(
    "vietnam", kind="option", text=["越南 +84", "越南"], opened_by="country"
)
LIST = "<ul style='{style}'><li>中国香港 +852<li id=vn class=option>越南 +84</ul>"


def test_an_option_is_found_in_an_open_list(look: Looker) -> None:
    """A row of a list counts while the list and its trigger are on screen."""
    markup = f"<p>手机号码 {COUNTRIES['combobox']} <input id=m></p>"

    opened = look(markup + LIST.format(style=""), COUNTRY, OPTION, PHONE)
    closed = look(markup + LIST.format(style="display:none"), COUNTRY, OPTION, PHONE)

    assert ("#vn", "absent") == (opened["vietnam"], closed["vietnam"])


def test_a_chosen_option_is_not_in_the_list(look: Looker) -> None:
    """The trigger that shows the country is not the country's row."""
    country = "<span id=c role=combobox tabindex=0>越南 +84</span>"

    seen = look(f"<p>手机号码 {country} <input></p>", COUNTRY, OPTION, PHONE)

    assert ("#c", "absent") == (seen["country"], seen["vietnam"])


def test_evidence_names_the_facts(look: Looker) -> None:
    """Evidence holds the pack's words and attribute names, never what a page holds."""
    markup = "<p>手机号码 <input id=mobile placeholder=13800138000></p>"

    seen = look(markup, PHONE)

    assert ["beside “手机号码”", "id", "kind"] == seen.targets["phone"].evidence


def test_a_hidden_copy_is_no_country_code(look: Looker) -> None:
    """A drop-down that can't be seen does not stand for the row it is in."""
    options = "<option>中国大陆 +86<option>越南 +84"
    copy = (
        f"<span style='position:absolute;opacity:0'><select>{options}</select></span>"
    )
    real = f"<select id=c>{options}</select>"

    seen = look(f"<div>手机号码 {copy}{real}<input id=m></div>", COUNTRY, PHONE)

    assert "#c" == seen["country"]


def test_a_drop_down_of_a_library_cannot_be_typed_into(look: Looker) -> None:
    """An input that is locked and has an arrow in its box opens a list."""
    markup = """<div>国家/地区 <span><input id=c readonly placeholder=请选择>
      <i class=select__caret></i></span></div>"""
    country = target("country", kind="choice", label=["国家/地区"])

    seen = look(markup, country)

    assert "#c" == seen["country"]


def test_a_code_in_a_picture_came_by_no_message(look: Looker) -> None:
    """What is read off a picture beside the field is not the code of the phone."""
    picture = "<img width=100 height=34 src=/captcha>"

    seen = look(f"<div>验证码 <input id=o maxlength=6>{picture}</div>", CODE)

    assert "absent" == seen["code"]


def test_an_icon_in_a_code_field_is_no_picture_of_it(look: Looker) -> None:
    """A small square beside the field says nothing about the code."""
    icon = "<img width=20 height=20 src=/ok.png>"

    seen = look(f"<div>验证码 <input id=o maxlength=6>{icon}</div>", CODE)

    assert "#o" == seen["code"]


def test_a_sign_before_a_code_field_is_no_picture_of_it(look: Looker) -> None:
    """It is small, whatever it is called."""
    sign = "<img width=16 height=16 src=/icon-verifycode.png>"

    seen = look(f"<div>验证码 {sign} <input id=o maxlength=6></div>", CODE)

    assert "#o" == seen["code"]


def test_a_remark_does_not_rule_out(look: Looker) -> None:
    """A long remark may name what the field is good for besides."""
    phone = target("phone", kind="text", label=["手机号码"], forbidden=["登录"])
    remark = "placeholder=可用于登录和找回密码"

    seen = look(f"<label>手机号码 <input id=m {remark}></label>", phone)

    assert "#m" == seen["phone"]


def test_a_short_name_rules_out(look: Looker) -> None:
    """The field for the number of before is not the one for the number."""
    phone = target("phone", kind="text", label=["手机号码"], forbidden=["原手机"])

    seen = look("<label>手机号码 <input id=m placeholder=原手机号码></label>", phone)

    assert "absent" == seen["phone"]


TICKS = {
    "a role": "<div id=it role=checkbox tabindex=0>我已阅读并同意</div>",
    "a box in a role": "<div role=checkbox tabindex=0><i id=it style='display:"
    "inline-block;width:16px;height:16px'></i>我已阅读并同意<a>协议</a></div>",
    "a hook": "<div><i id=it class=check style='display:inline-block;width:16px;"
    "height:16px'>√</i>我已阅读并同意</div>",
    "a drawing": "<div><i id=it style='display:inline-block;width:16px;height:16px;"
    "cursor:pointer'></i>我已阅读并同意</div>",
}


@pytest.mark.parametrize("tick", TICKS.values(), ids=TICKS.keys())
def test_a_box_to_tick_needs_no_field(look: Looker, tick: str) -> None:
    """What is drawn before the words, or holds them, is what a person ticks."""
    agreement = target("agreement", kind="checkbox", label=["我已阅读并同意*"])

    seen = look(f"<p>手机号码 <input></p>{tick}", PHONE, agreement)

    assert "#it" == seen["agreement"]
