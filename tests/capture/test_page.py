"""A page in a person's browser is captured, and stays as it is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.capture.conftest import Capture, Pages, everything_in
from tests.check.conftest import Checker
from tests.promises.canary import digits, leaks, letters

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures/1688"
TYPED = {"text": "", "password": "", "email": "@gmail.com", "area": "", "edit": ""}
FORM = """<!DOCTYPE html><title>t</title><p id=hello></p><input id=text>
<input id=password type=password><input id=email><input id=phone type=tel>
<textarea id=area></textarea><div id=edit contenteditable></div>
<my-field><template shadowrootmode=open><input id=shadow></template></my-field>
<select id=select><option>a<option value=two>b</select>
<input type=hidden name=_tb_token_ value="{token}"><img src="/x?sign={token}">
<script>window.state = "{token}"</script><a href="/go?u={token}">x</a>"""


@pytest.fixture
def tab(person: BrowserContext) -> Page:
    """The tab the person is on."""
    return person.pages[0]


def toml_of(folder: Path) -> dict[str, Any]:
    """The facts of a capture."""
    return tomllib.loads((folder / "fixture.toml").read_text("utf-8"))


def state_of(page: Page) -> object:
    """Everything of the page that a capture could have changed."""
    return page.evaluate(
        "() => [document.documentElement.outerHTML, document.activeElement.id,"
        " [...document.querySelectorAll('input, textarea')].map((one) => one.value),"
        " getSelection().toString(), scrollY, Object.keys(window).length]"
    )


def type_all(place: Page, frame: str, canaries: dict[str, str]) -> None:
    """Type a canary into each field of a frame, as a person does."""
    inside = place.frame_locator(frame) if frame else place
    for name in (*TYPED, "shadow", "phone"):
        canary = canaries[f"{frame}{name}"]
        inside.locator(f"#{name}").press_sequentially(canary + TYPED.get(name, ""))
    inside.locator("#select").select_option("two")


def test_nothing_typed_is_written(tab: Page, pages: Pages, capture: Capture) -> None:
    """What is in fields, frames, shadow roots, cookies and tokens is in no file."""
    token = f"a1{letters(10)}b2{letters(10)}3"
    other = pages.at("reg.taobao.com", f"/frame?t={token}")
    same = "<iframe id=same src=/same></iframe>"
    pages.put(
        "/",
        FORM.format(token=token) + f"<iframe id=other src='{other}'></iframe>" + same,
    )
    for path in ("/frame", "/same"):
        pages.put(path, FORM.format(token=token))
    tab.goto(pages.at("www.1688.com", "/") + f"?leadUrl={token}")
    frames = ("", "#other", "#same")
    names = [f"{frame}{name}" for frame in frames for name in (*TYPED, "shadow")]
    canaries = {name: letters(12) for name in names}
    canaries |= {f"{frame}phone": "09" + digits(8) for frame in frames}
    for frame in frames:
        type_all(tab, frame, canaries)
    cookie = letters(14)
    tab.evaluate("(text) => { document.cookie = `_nk_=${text}` }", cookie)
    tab.evaluate(
        "(text) => { hello.textContent = text }",
        f"Xin {cookie} {canaries['text']} {canaries['#samearea']}",
    )

    captured = capture()

    secrets = canaries | {"token": token, "cookie": cookie}
    assert [] == leaks(secrets, everything_in(captured.folder))
    assert 2 == len(captured.frames)


def test_page_stays_as_it_is(tab: Page, pages: Pages, capture: Capture) -> None:
    """Markup, values, focus, selection and scrolling are as before."""
    pages.put("/", FORM.format(token="x") + "<div style='height:3000px'>")
    tab.goto(pages.at("www.1688.com", "/"))
    tab.locator("#text").press_sequentially("abc")
    tab.mouse.wheel(0, 200)
    tab.wait_for_function("scrollY > 0")
    before = state_of(tab)

    capture()

    assert before == state_of(tab)


@pytest.mark.parametrize(
    "case",
    [
        "home/alibar-2019",
        "join/shadow-form",
        "join/country-native-select",
        "risk/punish-1688",
    ],
)
@pytest.mark.thorough
def test_capture_holds_what_the_page_held(
    tab: Page, pages: Pages, capture: Capture, checker: Checker, case: str
) -> None:
    """States and targets of the page are those of its capture, and the check agrees."""
    facts = toml_of(FIXTURES / case)
    path = "/" + str(facts["url"]).split("/", 3)[3].partition("?")[0]
    page = (FIXTURES / case / "page.html").read_bytes()
    pages.put(path, page)
    tab.goto(pages.at(str(facts["url"]).split("/")[2], path))

    captured = capture()

    expect = facts["expect"]
    assert {name for name, it in expect.items() if it} == set(captured.seen.found)
    assert set(facts["states"]) == set(captured.seen.states)
    assert () == captured.lost
    assert checker.only(captured.folder).correct


def test_frames_of_other_sites_are_kept(
    tab: Page, pages: Pages, capture: Capture, checker: Checker
) -> None:
    """A form in a cross-site frame is found there again, at its real address."""
    case = FIXTURES / "join/classic-frame-personal"
    frame = pages.at("reg.taobao.com", "/member/reg/fast/fast_reg")
    page = (case / "page.html").read_text("utf-8")
    page = page.replace("https://reg.taobao.com/member/reg/fast/fast_reg", frame)
    pages.put("/member/join/enterprise_join.htm", page)
    pages.put("/member/reg/fast/fast_reg", (case / "frames/form.html").read_bytes())
    tab.goto(pages.at("member.1688.com", "/member/join/enterprise_join.htm"))

    captured = capture()

    address = "https://reg.taobao.com/member/reg/fast/fast_reg?_regfrom=*"
    assert (address,) == captured.frames
    assert "form.phone" in captured.seen.found
    assert checker.only(captured.folder).correct


def test_documents_without_an_address_are_part_of_the_page(
    tab: Page, pages: Pages, capture: Capture
) -> None:
    """What a script writes into an empty frame is kept inside its parent."""
    pages.put("/", "<iframe srcdoc='<b>inner</b>'></iframe>")
    tab.goto(pages.at("www.1688.com", "/"))

    captured = capture()

    page = (captured.folder / "page.html").read_text("utf-8")
    assert "&lt;b&gt;inner&lt;/b&gt;" in page
    assert () == captured.frames


def test_chinese_encoding_becomes_utf8(
    tab: Page, pages: Pages, capture: Capture, checker: Checker
) -> None:
    """A page in GBK is kept with its words, in UTF-8."""
    page = "<meta charset=gbk><p>您好，请登录</p>".encode("gbk")
    pages.put("/", page, "text/html")
    tab.goto(pages.at("www.1688.com", "/"))

    captured = capture()

    assert "您好，请登录" in (captured.folder / "page.html").read_text("utf-8")
    assert checker.only(captured.folder).correct


def test_broken_encoding_is_kept_readable(
    tab: Page, pages: Pages, capture: Capture
) -> None:
    """Bytes that are no text do not stop a capture."""
    pages.put(
        "/", b"<meta charset=utf-8><p>ok \xff\xfe\x80</p>\xed\xa0\x80", "text/html"
    )
    tab.goto(pages.at("www.1688.com", "/"))
    tab.evaluate("document.body.append('half \\ud83d')")

    captured = capture()

    assert "ok" in (captured.folder / "page.html").read_text("utf-8")


@pytest.mark.thorough
def test_page_that_never_ends_is_captured_so_far(
    tab: Page, pages: Pages, capture: Capture
) -> None:
    """What is there of a page that goes on loading is kept, and that is told."""
    pages.put("/", "<p>so far</p>" + " " * 2000)
    pages.endless.add("/")
    tab.goto(pages.at("www.1688.com", "/"), wait_until="commit")

    captured = capture()

    assert not captured.loaded
    assert "so far" in (captured.folder / "page.html").read_text("utf-8")


def test_very_large_page_is_made_leaner(
    tab: Page, pages: Pages, capture: Capture
) -> None:
    """Of a page of 20 MB the fields are kept, and not every item of its lists."""
    item = "<div style='display:none'>" + "x y " * 500 + "</div><li>item " + "w " * 400
    pages.put("/", "<ul>" + item * 7500 + "</ul><input name=last>")
    tab.goto(pages.at("www.1688.com", "/"))

    captured = capture()

    page = (captured.folder / "page.html").read_text("utf-8")
    assert len(page) < 1_000_000
    assert 'name="last"' in page


def test_sheets_of_other_hosts_are_taken_in(
    tab: Page, pages: Pages, capture: Capture
) -> None:
    """Rules that the page may not read itself are in its capture, pictures are not."""
    sheet = pages.at("g.alicdn.com", "/a.css")
    pages.put("/a.css", "p{color:red;background:url(/x.png)}q{color:blue}", "text/css")
    pages.put("/", f"<link rel=stylesheet href='{sheet}'><p>x")
    tab.goto(pages.at("www.1688.com", "/"))

    captured = capture()

    page = (captured.folder / "page.html").read_text("utf-8")
    assert "color: red" in page
    assert "x.png" not in page
    assert "color: blue" not in page
