"""Nothing that a person typed, or that marks a visit, is in the markup of a page."""

from __future__ import annotations

import string
from collections.abc import Callable
from html import escape
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from companion.capture.scripts import serialise
from companion.capture.words import scrubbing_words
from companion.pack.site import Pack

# A page in real use is no function of its examples: one browser serves them all.
IN_BROWSER = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
MARK = "zq"
LETTERS = string.ascii_letters + string.digits + "áđ越南 .-_'\"<&>/+"
# The mark makes a canary unlike any word of the site.
TYPED = st.text(LETTERS, min_size=1, max_size=24).map(
    lambda text: f"{MARK}{text}{MARK}"
)
FIELDS = {
    "text": "<input id=f>",
    "readonly": "<input id=f readonly>",
    "password": "<input id=f type=password>",
    "search": "<input id=f type=search name=q>",
    "tel": "<input id=f type=tel autocomplete=tel>",
    "hidden": "<input id=f type=hidden>",
    "textarea": "<textarea id=f></textarea>",
    "editable": "<div id=f contenteditable></div>",
    "role": "<div id=f role=textbox></div>",
    "custom": (
        "<my-field><template shadowrootmode=open><input id=f></template></my-field>"
    ),
}
TYPE = """([kind, text]) => {
  const hosts = [...document.querySelectorAll('*')].filter((one) => one.shadowRoot);
  const roots = [document, ...hosts.map((one) => one.shadowRoot)];
  const field = roots.map((root) => root.querySelector('#f')).find(Boolean);
  if (!('value' in field)) field.textContent = text;
  else { field.value = text; field.setAttribute('value', text); }
  document.querySelector('#echo').textContent = `${text}`;
}"""
Markup = Callable[[str], str]


@pytest.fixture
def markup(page: Page, pack: Pack) -> Callable[[], str]:
    """The scrubbed markup of the page that is open."""
    expression = serialise(scrubbing_words(pack), {}, 1_000_000)
    return lambda: str(page.evaluate(expression))


@pytest.fixture
def of(page: Page, markup: Callable[[], str]) -> Markup:
    """The scrubbed markup of a page with this body."""

    def show(body: str) -> str:
        page.goto("about:blank")
        page.evaluate(
            "(text) => { document.open(); document.write(text); document.close() }",
            body,
        )
        return markup()

    return show


@IN_BROWSER
@given(kind=st.sampled_from([one for one in FIELDS if one != "hidden"]), text=TYPED)
def test_what_is_typed_is_nowhere(
    page: Page, markup: Callable[[], str], kind: str, text: str
) -> None:
    """A value is in no field, no attribute, and no text that repeats it."""
    page.set_content(f"<p>{FIELDS[kind]}<p title='x'>Xin: <b id=echo></b>")
    page.evaluate(TYPE, [kind, text])

    told = markup()

    assert MARK not in told
    assert "Xin: " in told


@IN_BROWSER
@given(text=TYPED)
def test_hidden_values_are_left_out(
    page: Page, markup: Callable[[], str], text: str
) -> None:
    """A hidden field keeps its name and loses its value."""
    page.set_content("<input type=hidden name=_token id=f><b id=echo></b>")
    page.evaluate(
        "(text) => document.querySelector('#f').setAttribute('value', text)", text
    )

    told = markup()

    assert MARK not in told
    assert 'name="_token"' in told


TOKEN = st.one_of(
    st.binary(min_size=10, max_size=40)
    .map(bytes.hex)
    .filter(lambda it: any(c.isalpha() for c in it) and sum(map(str.isdigit, it)) > 1),
    st.uuids().map(lambda it: it.hex).filter(lambda it: any(map(str.isalpha, it))),
)


@IN_BROWSER
@given(token=TOKEN)
def test_tokens_are_left_out(of: Markup, token: str) -> None:
    """A long token is kept in no data attribute, address, script, comment or text."""
    told = of(
        f"<!--{token}--><meta name=csrf content={token}><body data-token={token}>"
        f"<a href='/a/{token}/b?{token}&t={token}#{token}' onclick='go(\"{token}\")'>"
        f"x {token}</a><script>var a='{token}'</script><img src='/p?{token}'>"
        f"<iframe src='https://a.example/?k={token}'></iframe>"
        f"<p style='background:url(/{token}.png)'>ok</p>"
    )

    assert token not in told
    assert "ok" in told


DIGITS = st.text("0123456789", min_size=8, max_size=11)


@IN_BROWSER
@given(
    number=DIGITS.filter(lambda it: it.strip("0") and len(set(it)) > 2),
    prefix=st.sampled_from(["", "+84 ", "+86-", "(84)"]),
    shape=st.sampled_from(["{0}", "{1} {2}", "{1}-{2}", "{1} {2}</b><b>{3}"]),
)
def test_phone_numbers_become_noughts(
    of: Markup, number: str, prefix: str, shape: str
) -> None:
    """No digit of a phone number is left, written together, apart or over elements."""
    written = shape.format(number, number[:3], number[3:], "888")

    told = of(f"<p><span>{prefix}<b>{written}</b></span><button>60秒</button>")

    body = told.partition("<p>")[2].partition("<button>")[0]
    assert not set("123456789") & set(body)
    assert "60秒" in told


@IN_BROWSER
@given(
    user=st.text(string.ascii_lowercase + string.digits, min_size=2, max_size=12),
    host=st.sampled_from(["gmail.com", "qq.com", "mail.example.vn"]),
)
def test_mail_addresses_are_left_out(of: Markup, user: str, host: str) -> None:
    """No e-mail address is kept."""
    told = of(
        f"<p title='{user}@{host}'>{user}@{host}</p><a href='mailto:{user}@{host}'>"
    )

    assert f"@{host}" not in told


@IN_BROWSER
@given(text=st.text(string.ascii_letters + "越", min_size=1, max_size=20))
def test_queries_keep_no_value(of: Markup, text: str) -> None:
    """An address keeps its path and the names in its query."""
    text = f"{MARK}{text}"

    told = of(
        f"<a href='https://s.1688.com/a/list.htm?keywords={quote(text)}&n={text}'>"
    )

    assert MARK not in told
    assert 'href="https://s.1688.com/a/list.htm?keywords=*&amp;n=*"' in told


@pytest.mark.parametrize(
    "said",
    ["您好，{}", "Hi, {}！", "欢迎您，<a>{}</a>", "会员名：{}", "尊敬的{}，"],
)
def test_names_are_left_out(of: Markup, said: str) -> None:
    """A name after a greeting or its heading is not kept; the greeting is."""
    told = of(f"<p>{said.format('王小明vn')}</p>")

    assert "王小明" not in told
    assert said.partition("{")[0].partition("<")[0] in told


def test_name_in_a_place_for_names_is_left_out(of: Markup) -> None:
    """What stands in an element made for a name is not kept."""
    told = of("<span class=user-nick>tieuminh</span><span id=userName>登录名</span>")

    assert "tieuminh" not in told
    assert "登录名" in told


@pytest.mark.parametrize(
    "said",
    [
        "您好，欢迎来到阿里巴巴！",
        "您好，请登录",
        "Hi，你好",
        "会员名：5-25个字符",
        "手机号码：请输入",
        "免费注册",
        "60秒后重新获取",
        "© 1688.com",
    ],
)
def test_words_of_the_site_stay(of: Markup, said: str) -> None:
    """What selectors hold on to is kept as it is."""
    told = of(f"<label>{said}</label><input placeholder='{said}' aria-label='{said}'>")

    assert 3 == told.count(said)


def test_words_of_the_pack_stay_when_typed(
    page: Page, markup: Callable[[], str]
) -> None:
    """Typing a word of the pack does not take it off the page."""
    page.set_content("<input id=f><ul><li id=echo></ul><button>免费注册</button>")
    page.evaluate(TYPE, ["text", "免费注册"])

    assert "<button>免费注册</button>" in markup()


def test_buttons_keep_their_words(of: Markup) -> None:
    """The value of a button is what a person reads on it."""
    told = of("<input type=submit value='同意并注册'><input type=text value='zq'>")

    assert 'value="同意并注册"' in told
    assert "zq" not in told


def test_pictures_become_plain_boxes(of: Markup) -> None:
    """A picture may be a face or a code to scan: only its size is kept."""
    told = of("<img width=120 height=40 src='data:image/png;base64,AAAA' alt='1688'>")

    assert "AAAA" not in told
    assert "width='120' height='40'" in told
    assert 'alt="1688"' in told


def test_only_used_style_rules_are_kept(of: Markup) -> None:
    """A rule that fits nothing is dropped; pseudo-classes and media do not hide one."""
    told = of(
        "<style>.a > b:hover{top:1px}.gone{top:2px}@media print{.a{top:3px}}"
        "b:not(:first-child){top:4px}.a :focus{top:5px}@font-face{font-family:x}"
        "</style><p class=a><b>x</b><b>y</b>"
    )

    assert ["1", "3", "4", "5"] == [one for one in "12345" if f"top: {one}px" in told]
    assert "font-face" not in told


def test_shadow_roots_are_declared(of: Markup) -> None:
    """An open shadow root is kept where it was, with its own styles."""
    told = of(
        "<a-b></a-b><script>const root = document.querySelector('a-b')"
        ".attachShadow({mode: 'open'}); root.innerHTML ="
        " '<style>i{top:1px}</style><i>x</i>'</script>"
    )

    root = told.partition('<template shadowrootmode="open">')[2]
    assert "top: 1px" in root
    assert "<i>x</i></template>" in root.replace("</style>", "")


def test_cookies_are_left_out(page: Page, pack: Pack) -> None:
    """What a cookie holds is not kept where the page shows it."""
    page.route(
        "**/*", lambda route: route.fulfill(body="<p id=p>", content_type="text/html")
    )
    page.goto("https://www.1688.com/")
    nick = "tieuthuong"
    page.evaluate(
        f"document.cookie = '_nk_={nick}; path=/'; p.textContent = 'x {nick} y'"
    )

    told = str(page.evaluate(serialise(scrubbing_words(pack), {}, 1_000_000)))

    assert nick not in told
    assert escape("x … y") in told
