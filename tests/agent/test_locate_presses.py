"""Buttons, links and tabs are what a person would press to press their words."""

from __future__ import annotations

import pytest

from .conftest import Looker, container, page_of, target

LINK = target("link", kind="link", text=["免费注册"], forbidden=["登录"])
SUBMIT = target("submit", text=["同意并注册"], witnesses=3)

CAPTIONS = {
    "a link": "<a id=it href=/j>免费注册</a>",
    "a link round a word": "<a id=it href=/j><i></i><em>免费注册</em></a>",
    "a button": "<button id=it>免费注册</button>",
    "an input": "<input id=it type=submit value=免费注册>",
    "a picture": "<a id=it href=/j><img alt=免费注册 width=80 height=30></a>",
    "a title": "<a id=it href=/j title=免费注册><svg width=20 height=20></svg></a>",
    "a role": "<div id=it role=button><span>免费注册</span></div>",
    "a handler": "<div id=it onclick=void(0)>免费注册</div>",
    "a hand": "<div id=it style='cursor:pointer'><span>免费注册</span></div>",
    "a count behind it": "<button id=it>免费注册（60s）</button>",
    "a count of none": "<button id=it><span>免费注册(0)</span></button>",
    "a spinner": "<button id=it><i hidden>加载</i><span>免费注册</span></button>",
    "a shadow": "<div><template shadowrootmode=open><a id=it href=/j>免费注册</a>"
    "</template></div>",
    "a slot": "<x-button><template shadowrootmode=open><button id=it><slot></slot>"
    "</button></template>免费注册</x-button>",
}


@pytest.mark.parametrize("caption", CAPTIONS.values(), ids=CAPTIONS.keys())
def test_words_lead_to_what_is_pressed(look: Looker, caption: str) -> None:
    """The element found is the whole thing that takes the press."""
    look.page.set_content("")
    look.show("")
    look.page.evaluate("html => document.body.setHTMLUnsafe(html)", caption)

    seen = look.again(page_of(LINK))

    assert "#it" == seen["link"]


@pytest.mark.parametrize("tag", ["h1", "p", "span", "label", "td"])
def test_a_heading_is_no_button(look: Looker, tag: str) -> None:
    """Words that nothing says can be pressed are not a target."""
    seen = look(f"<{tag} id=heading>免费注册</{tag}>", LINK)

    assert "absent" == seen["link"]


def test_a_forbidden_text_rules_out(look: Looker) -> None:
    """One link for logging in and signing up is not the link for signing up."""
    seen = look("<a href=/x><b>登录</b>/<b>免费注册</b></a>", LINK)

    assert "absent" == seen["link"]


def test_the_packs_own_words_are_not_forbidden(look: Looker) -> None:
    """A text that names both on purpose is found whatever is forbidden to others."""
    both = {**LINK, "text": ["免费注册", "登录/注册"]}

    seen = look("<a id=it href=/x>登录 / 注册</a>", both)

    assert "#it" == seen["link"]


SEND = target("send", text=["获取验证码"])
CODE_ROW = """<div style='display:flex;align-items:center'>{left}
  <input style='width:180px' placeholder=验证码>{right}</div>"""


def test_words_behind_a_field_are_pressed(look: Looker) -> None:
    """On phones a bare word at the end of the code's row sends the code."""
    row = CODE_ROW.format(left="", right="<div id=it>获取验证码</div>")

    seen = look(row, SEND, target("code", kind="code", placeholder=["验证码"]))

    assert "#it" == seen["send"]


def test_words_before_a_field_name_it(look: Looker) -> None:
    """The same words as a label are no button."""
    row = CODE_ROW.format(left="<div>获取验证码</div>", right="")

    seen = look(row, SEND, target("code", kind="code", placeholder=["验证码"]))

    assert "absent" == seen["send"]


def test_a_class_word_needs_another_witness(look: Looker) -> None:
    """What only its class calls a button is believed beside a found neighbour."""
    button = "<span id=it class='next-btn primary'>免费注册</span>"
    phone = target("phone", kind="text", label=["手机号码"])

    alone = look(button, LINK, phone)
    beside = look(f"<p>手机号码 <input></p>{button}", LINK, phone)

    assert ("absent", "#it") == (alone["link"], beside["link"])


def test_two_links_to_one_place_are_one(look: Looker) -> None:
    """The same words to the same address twice: the first is shown."""
    markup = "<a id=first href=/join>免费注册</a><hr><a href=/join>免费注册</a>"

    seen = look(markup, LINK)

    assert "#first" == seen["link"]


def test_two_equal_buttons_are_not_guessed(look: Looker) -> None:
    """With nothing to tell two buttons apart, none is chosen."""
    markup = "<button>免费注册</button><hr><button>免费注册</button>"

    seen = look(markup, LINK)

    assert "ambiguous" == seen["link"]


def test_the_button_in_front_is_chosen(look: Looker) -> None:
    """Of two equal buttons the one a dialog covers is not meant."""
    markup = """<button>确定</button>
      <div style="position:fixed;inset:0;background:#fff8">
      <button id=front style="margin:200px">确定</button></div>"""

    seen = look(markup, target("ok", text=["确定"]))

    assert "#front" == seen["ok"]


def test_a_container_tells_equal_buttons_apart(look: Looker) -> None:
    """The button in its dialog is meant, not its namesake elsewhere."""
    markup = """<button>同意</button>
      <div role=dialog><h2>注册协议</h2><button id=it>同意</button></div>"""
    dialog = container("agreement", kind="dialog", texts=["注册协议"])
    accept = target("accept", text=["同意"], within=["agreement"])

    seen = look(markup, accept, containers=[dialog])

    assert "#it" == seen["accept"]


def test_outside_its_container_nothing_is_found(look: Looker) -> None:
    """A target that belongs in a dialog is not looked for without one."""
    markup = "<h2>注册协议</h2><button>同意</button>"
    dialog = container("agreement", kind="dialog", texts=["注册协议"])
    accept = target("accept", text=["同意"], within=["agreement"])

    seen = look(markup, accept, containers=[dialog])

    assert "absent" == seen["accept"]


def test_a_container_is_known_by_a_key(look: Looker) -> None:
    """A box that the site's makers named needs no heading."""
    markup = "<div id=J_Agreement><button id=it>同意</button></div>"
    box = container("agreement", keys={"id": ["J_Agree*"]})

    seen = look(
        markup, target("accept", text=["同意"], within=["agreement"]), containers=[box]
    )

    assert "#it" == seen["accept"]


def test_a_tab_is_found_with_its_explanation(look: Looker) -> None:
    """A tab that explains itself is one thing to press."""
    markup = """<ul class=tabs>
      <li><b>企业账户注册</b><p>有企业营业执照的用户</p></li>
      <li id=it role=tab><b>个人账户注册</b>
        <p>无企业账户营业执照的用户请注册个人账户</p></li></ul>"""
    tab = target("personal", kind="tab", text=["个人账户注册"], forbidden=["企业账户"])

    seen = look(markup, tab)

    assert "#it" == seen["personal"]


def test_a_bare_row_of_tabs_is_pressable(look: Looker) -> None:
    """Rows of a list that calls itself tabs need no role."""
    markup = "<ul class=reg-tab><li>企业账户注册</li><li id=it>个人账户注册</li></ul>"

    seen = look(markup, target("personal", kind="tab", text=["个人账户注册"]))

    assert "#it" == seen["personal"]


def test_a_submit_alone_is_not_certain(look: Looker) -> None:
    """What cannot be undone is not shown for its words alone."""
    seen = look("<button>同意并注册</button>", SUBMIT)

    assert "absent" == seen["submit"]


def test_a_submit_after_its_fields_is_certain(look: Looker) -> None:
    """Fields found before it in one form speak for the button."""
    markup = """<form><input id=m placeholder=手机号码>
      <button id=it>同意并注册</button></form>"""
    phone = target("phone", kind="text", placeholder=["手机号码"])

    seen = look(markup, phone, {**SUBMIT, "after": ["phone"]})

    assert "#it" == seen["submit"]


def test_keys_alone_need_three_witnesses(look: Looker) -> None:
    """A wordless button is believed only for several keys on a page that is guarded."""
    markup = "<button id=it name=loginAction type=submit><svg></svg></button>"
    keys = {"name": ["loginAction"], "type": ["submit"]}
    button = target("submit", keys=keys)

    free = look(markup, button)
    guarded = look(markup, button, paths=["*join*"])

    assert ("absent", "#it") == (free["submit"], guarded["submit"])


def test_a_class_alone_never_finds_a_button(look: Looker) -> None:
    """Sites share classes among their buttons."""
    markup = "<button class='btn primary'>订阅</button>"
    button = target("submit", text=["同意并注册"], keys={"class": ["primary", "btn"]})

    seen = look(markup, button, paths=["*join*"])

    assert "absent" == seen["submit"]


@pytest.mark.parametrize("host", ["evil.com", "member.1688.com.evil.com", "x1688.com"])
def test_a_page_guard_is_exact(look: Looker, host: str) -> None:
    """Targets of a page are not looked for on hosts that only look alike."""
    look.show("<a href=/j>免费注册</a>")

    seen = look.again(page_of(LINK, hosts=[".1688.com"]), host=host)

    assert {} == seen.targets


def test_the_narrower_page_wins(look: Looker) -> None:
    """A link that two pages describe belongs to the one that says where it is."""
    look.show("<a id=it href=/j>免费注册</a>")
    anywhere = page_of(target("home.link", kind="link", text=["免费注册"]))
    here = page_of(
        target("login.link", kind="link", text=["免费注册"]), paths=["*join*"]
    )

    seen = look.again(anywhere, here)

    assert ("absent", "#it") == (
        seen["home.link"].replace("ambiguous", "absent"),
        seen["login.link"],
    )


PHONE = target("phone", kind="text", label=["手机号码"])
CODE = target("code", kind="code", label=["验证码"])
NEXT = target("next", text=["下一步"], witnesses=3, after=["phone"])
CONFIRM = target("confirm", text=["下一步"], witnesses=3, after=["code"])


def test_a_button_ends_all_of_its_form(look: Looker) -> None:
    """Under a number and its code, the button is the form's and not the code's."""
    markup = """<form><p>手机号码 <input></p><p>验证码 <input maxlength=6></p>
      <button id=it>下一步</button></form>"""

    seen = look(markup, PHONE, CODE, CONFIRM, NEXT)

    assert ("#it", "absent") == (seen["next"], seen["confirm"])


def test_a_button_for_good_needs_its_form(look: Looker) -> None:
    """With nothing of its form around, its own words and keys are not enough."""
    sure = {**NEXT, "keys": {"type": ["submit"], "id": ["it"], "class": ["go"]}}

    seen = look("<button id=it class=go type=submit>下一步</button>", PHONE, sure)

    assert "absent" == seen["next"]


WHERE = {
    "its path": (["*join*"], "#it"),
    "its host": (["*signup*", "//member.1688.com/*"], "#it"),
    "another host": (["//login.1688.com/*"], None),
    "a path ruled out": (["//member.1688.com/*", "!*common*"], None),
    "all but another": (["!*login*"], "#it"),
}


@pytest.mark.parametrize(("paths", "found"), WHERE.values(), ids=WHERE.keys())
def test_an_address_opens_a_page(
    look: Looker, paths: list[str], found: str | None
) -> None:
    """A pattern speaks of the path, or of host and path; `!` rules out."""
    look.show("<a id=it href=/j>免费注册</a>")

    seen = look.again(page_of(LINK, paths=paths))

    assert found == (seen["link"] if seen.targets else None)
