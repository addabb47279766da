"""The site's messages are recognised wherever they appear, and nothing else is."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.agent.conftest import BUNDLE, Brief

FORM = """
<!doctype html><meta charset=utf-8><body style="margin:0">
<form class="reg"><div class="row" id="row"><label>{label}</label><input id="field">
<span id="here"></span></div></form>
<p style="height:2000px">{filler}</p>
"""
# Stands for whatever the site puts where a text of the pack has a `*`.
FILL = "某某"

SAID = """
(states) => {
  globalThis.notices ??= new CompanionAgent.Notices(brief);
  const told = globalThis.notices.look([], new Set(states));
  return told.map(({ notice }) => notice.id);
}
"""

EACH = """
([texts, shape]) => {
  const notices = new CompanionAgent.Notices(brief);
  const all = new Set(brief.notices.flatMap(({ states }) => states));
  const put = {
    inline: (text) => {
      const tip = document.getElementById('here');
      tip.setAttribute('class', 'field-error');
      tip.textContent = text;
      return () => { tip.textContent = ''; };
    },
    toast: (text) => {
      const toast = document.createElement('div');
      toast.style.cssText = 'position:fixed;top:20px;left:40%;padding:10px';
      toast.setAttribute('role', 'alert');
      toast.append(text);
      document.body.append(toast);
      return () => toast.remove();
    },
    dialog: (text) => {
      const dialog = document.createElement('dialog');
      const [words, button] = ['p', 'button'].map((tag) => document.createElement(tag));
      words.className = 'message-error';
      words.textContent = text;
      button.textContent = 'OK';
      dialog.append(words, button);
      document.body.append(dialog);
      dialog.showModal();
      return () => dialog.remove();
    },
    split: (text) => {
      const tip = document.getElementById('here');
      tip.setAttribute('class', 'field-error');
      const half = Math.ceil(text.length / 2);
      const bold = document.createElement('b');
      bold.append(text.slice(0, half));
      tip.append(bold, document.createElement('br'), text.slice(half));
      return () => tip.replaceChildren();
    },
    shadow: (text) => {
      const host = document.createElement('x-toast');
      const root = host.attachShadow({ mode: 'open' });
      const words = document.createElement('div');
      words.className = 'toast error';
      words.textContent = text;
      root.append(words);
      document.body.prepend(host);
      return () => host.remove();
    },
  }[shape];
  return texts.map((text) => {
    const clear = put(text);
    const roots = [...document.querySelectorAll('x-toast')].map((x) => x.shadowRoot);
    const told = notices.look(roots, all).map(({ notice }) => notice.id);
    clear();
    return told;
  });
}
"""


@pytest.fixture
def form(page: Page, brief: Brief) -> Page:
    """A small form with our agent and its brief in it."""
    filler = "商品" * 1500
    page.set_content(FORM.format(label="手机号码", filler=filler))
    page.evaluate(f"{BUNDLE.read_text('utf-8')};window.CompanionAgent=CompanionAgent")
    page.evaluate("(text) => { window.brief = JSON.parse(text) }", json.dumps(brief))
    return page


def said(page: Page, *states: str) -> list[str]:
    """The notices that are seen on the page now."""
    found: list[str] = page.evaluate(SAID, list(states))
    return found


def put(page: Page, markup: str, into: str = "#row") -> None:
    """Add markup to the page."""
    page.evaluate(
        "([into, markup]) => document.querySelector(into)"
        ".insertAdjacentHTML('beforeend', markup)",
        [into, markup],
    )


@pytest.mark.parametrize("shape", ["inline", "toast", "dialog", "split", "shadow"])
def test_every_message_is_recognised(form: Page, brief: Brief, shape: str) -> None:
    """Each text of the pack is its own notice, alone, wherever sites put messages."""
    pairs = [
        (text.replace("*", FILL), notice["id"])
        for notice in brief["notices"]
        for text in notice["texts"]
    ]

    told = form.evaluate(EACH, [[text for text, _ in pairs], shape])

    wrong = {
        text: (id_, seen)
        for (text, id_), seen in zip(pairs, told, strict=True)
        if seen != [id_]
    }
    assert {} == wrong


def test_there_are_many(brief: Brief) -> None:
    """The pack knows at least sixty notices by at least 150 texts."""
    texts = [text for notice in brief["notices"] for text in notice["texts"]]

    assert 60 <= len(brief["notices"])
    assert 150 <= len(texts)


@pytest.mark.parametrize(
    "markup",
    [
        "<input placeholder='请输入手机号'>",
        "<label>验证码</label>",
        "<span>请输入手机号</span>",
        "<span>6-20位字符</span>",
        "<a href='#'>注册失败</a>",
        "<button>验证失败</button>",
        "<div class=error style='display:none'>手机号码已被使用，请更换其他号码</div>",
        "<div class=error style='visibility:hidden'>验证码错误</div>",
        "<div class=error style='opacity:0'>验证码错误</div>",
        "<div class=error><textarea>验证码错误</textarea></div>",
        "<div contenteditable=true class=error>验证码错误</div>",
        "<script type=text/plain>验证码错误</script>",
        "<p>若提示“手机号码格式不正确，请重新输入”，请检查国家或地区，再试一次。</p>",
        "<ul><li>设置账号</li><li>填写信息</li><li>注册失败</li></ul>",
        "<p>若您的手机号已被注册，请直接登录。</p>",
        "<span>如果输入的验证码错误次数过多，需要等一天</span>",
        "<div class=tip>收到短信提示验证码过期时，请重新获取</div>",
        "<footer><span>系统繁忙</span></footer>",
        "<article><p>系统繁忙，请稍后再试</p></article>",
        "<div class=notice>账号被冻结？点此自助解冻</div>",
        "<div class=notice>如验证码失效，请点击“重新获取”</div>",
        "<div class=notice>说明：若提示“手机号已被占用”，可找回账号</div>",
        "<div class=notice>注册成功后可享新人优惠</div>",
        "<details open><summary>收不到验证码?</summary><p>系统繁忙</p></details>",
        "<p style='position:absolute;z-index:2'>请按住滑块，拖动到最右边</p>",
    ],
)
def test_other_words_are_no_message(form: Page, markup: str) -> None:
    """Hints, labels, links, lists, hidden words and articles are no messages."""
    put(form, markup)

    assert [] == said(form)


def test_a_condition_that_follows_takes_nothing_back(form: Page) -> None:
    """What to do "if in doubt" stands behind many a message."""
    put(form, "<div class=error>您的账号已被冻结，如有疑问，请联系客服</div>")

    assert ["account.frozen"] == said(form)


def test_a_message_in_traditional_characters_is_known(form: Page) -> None:
    """Pages for Taiwan and Hong Kong say the same in other characters."""
    put(form, "<div class=error>該手機號碼已經註冊過了</div>")

    assert ["phone.taken"] == said(form)


def test_a_question_of_the_site_is_a_message(form: Page) -> None:
    """Whose number it is, the site does ask; other questions are in a list of them."""
    put(form, "<div role=dialog>该手机号已绑定账号，是否使用该账号直接登录？</div>")

    assert ["phone.is_it_yours"] == said(form)


def test_a_line_of_the_terms_is_no_message(form: Page) -> None:
    """Terms on a layer of their own speak of what did not happen."""
    terms = "".join(f"<p>第{n}条 您应遵守平台的各项规则与约定。</p>" for n in range(30))
    line = "<p>如您不同意，前往客户端完成注册即可。</p>"

    put(form, f"<div role=dialog style='position:fixed'>{terms}{line}</div>", "body")

    assert [] == said(form)


def test_a_message_far_from_any_form_is_none(form: Page) -> None:
    """A line of a long page without fields round it is read at leisure."""
    put(form, "<p>系统繁忙，请稍后再试</p>", into="body")

    assert [] == said(form)


def test_the_same_message_twice_is_one(form: Page) -> None:
    """A toast that repeats what stands at the field is not told twice."""
    put(form, "<p class=err>验证码错误</p><p role=alert>验证码错误，请重新输入</p>")

    assert ["code.wrong"] == said(form)


def test_a_hint_becomes_a_message_when_it_turns_red(form: Page) -> None:
    """The same words count once the site marks them as a fault."""
    put(form, "<em id=hint>6-20位字符</em>")
    before = said(form)

    form.evaluate("document.getElementById('hint').style.color = 'red'")

    assert ([], ["password.length"]) == (before, said(form))


def test_a_message_shown_by_style_alone_is_seen(form: Page) -> None:
    """What stands in the page hidden is told of as soon as it is shown, and no more."""
    put(form, "<p id=late class=err style='display:none'>验证码错误</p>")
    style = "document.getElementById('late').style.display = "
    told = [said(form)]

    for display in ("block", "none"):
        form.evaluate(f"{style}'{display}'")
        told.append(said(form))

    assert [[], ["code.wrong"], []] == told


def test_a_rewritten_message_is_another_one(form: Page) -> None:
    """A site that writes the next message into the same text is followed."""
    put(form, "<p id=note class=err>验证码错误</p>")
    first = said(form)

    form.evaluate("document.getElementById('note').firstChild.data = '验证码已过期'")

    assert (["code.wrong"], ["code.expired"]) == (first, said(form))


def test_a_login_message_counts_on_the_login_page(form: Page) -> None:
    """What a login says about a password is not held against a sign-up form."""
    put(form, "<p class=err>账号名或密码不正确</p>")

    assert [] == said(form, "personal_form")
    assert ["login.wrong"] == said(form, "login")
