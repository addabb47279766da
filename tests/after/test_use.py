"""The page is used: by hand, by keyboard, by ear, on small windows, and without us."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from companion.after.serving import AfterPage
from companion.sentences import Sentences
from tests.after.conftest import Google


@pytest.fixture
def tab(page: Tab, address: str) -> Tab:
    """The page, open, with whatever it asks the network for."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    return page


def enter(tab: Tab, text: str) -> None:
    """Type the name of goods as a person does."""
    field = tab.get_by_role("textbox")
    field.fill("")
    field.press_sequentially(text)


def offered(tab: Tab) -> list[str]:
    """The Chinese keywords on offer, best first."""
    return [one.inner_text() for one in tab.locator(".found .zh").all()]


@pytest.mark.parametrize("after", ["vi", "en"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(tab: Tab, scheme: str) -> None:
    """Axe finds nothing, with everything open; no text is below 16 px."""
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for folded in tab.locator("summary").all():
        folded.click()
    enter(tab, "cotton xyz")
    tab.locator(".translate").click()

    found = Axe().run(tab)
    sizes = tab.evaluate(
        "[...document.querySelectorAll('body *')]"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )

    assert [] == found.response["violations"]
    assert 16 <= min(sizes)


@pytest.mark.parametrize("size", [(1366, 768), (1092, 614), (683, 384), (340, 400)])
def test_nothing_is_cut_off(tab: Tab, size: tuple[int, int]) -> None:
    """At 100, 125 and 200 per cent, and on a narrow window, one only scrolls down."""
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    for folded in tab.locator("summary").all():
        folded.click()

    wide = tab.evaluate("document.documentElement.scrollWidth")

    assert wide <= size[0]


def test_progress_is_counted(tab: Tab) -> None:
    """Row 122: what is done and what is left, also after the page was loaded again."""
    tab.get_by_label("Đã gắn email").press("Space")

    expect(tab.locator(".progress")).to_have_text("Đã xong 1/6")
    expect(tab.locator(".summary")).not_to_contain_text("Gắn email")
    expect(tab.locator(".summary")).to_contain_text("Tìm hàng")
    tab.reload()
    expect(tab.locator(".progress")).to_have_text("Đã xong 1/6")


def test_all_done(tab: Tab) -> None:
    """Row 122: in the end it says so."""
    for box in tab.locator("[data-task]").all():
        box.check()

    expect(tab.locator(".summary")).to_contain_text("đủ 6 việc")


def test_a_question_is_copied_by_keyboard(tab: Tab) -> None:
    """Copy buttons need no mouse; a screen reader hears which sentence is meant."""
    button = tab.locator("#supplier").get_by_role("button", name="Chép").first

    button.press("Enter")

    expect(tab.locator("#supplier button").first).to_have_text("Đã chép")
    assert "您好，请问这款有现货吗？" == tab.evaluate("navigator.clipboard.readText()")
    expect(tab.locator("#supplier button").first).to_have_accessible_description(
        "您好，请问这款有现货吗？"
    )


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("áo thun", "T恤"),
        ("Áo Thun", "T恤"),
        ("ao thun", "T恤"),
        ("áo thun nữ cotton", "女 纯棉 T恤"),
        ("áo khoác chống nước cho bé", "防水 儿童 外套"),
        ("balo da thật", "真皮 双肩包"),
        ("quạt mini", "小风扇"),
        ("T-shirt", "T恤"),
    ],
)
def test_words_become_a_keyword(tab: Tab, typed: str, best: str) -> None:
    """Row 114: Vietnamese goes in, Chinese comes out, the details before the goods."""
    enter(tab, typed)

    assert best == offered(tab)[0]


def test_a_beginning_offers_all_that_it_can_be(tab: Tab) -> None:
    """Row 114: half a phrase is no keyword yet, but shows what there is."""
    enter(tab, "giày")

    assert ["鞋子", "运动鞋", "高跟鞋"] == offered(tab)[:3]


def test_what_is_not_in_the_table_is_said(tab: Tab) -> None:
    """Row 114: nothing is made up; the rest is named, or another way."""
    enter(tab, "áo thun xyz")
    rest = tab.locator(".rest")

    expect(rest).to_contain_text("Bảng chưa có: xyz")
    enter(tab, "zzz")
    expect(rest).to_contain_text("Bảng chưa có từ này")
    assert [] == offered(tab)


def test_without_accents_nothing_is_guessed(tab: Tab) -> None:
    """Row 114: “den” is black or a lamp: both are offered, none is called the one."""
    enter(tab, "den")

    assert {"LED灯", "黑色"} <= set(offered(tab))
    expect(tab.locator(".best")).to_have_count(0)


def test_typed_words_stay_in_the_page(tab: Tab, google: Google) -> None:
    """Typing and looking up sends nothing at all; declining neither."""
    sent: list[str] = []
    tab.on("request", lambda request: sent.append(request.url))

    enter(tab, "đũa tre")
    tab.get_by_role("button", name="Dịch máy").click()
    tab.get_by_role("button", name="Không gửi").click()

    expect(tab.locator(".consent")).to_be_hidden()
    assert ([], []) == (sent, google.asked)


def test_a_machine_translates_once_agreed(tab: Tab, google: Google) -> None:
    """Row 114: after agreeing, one press is enough; the answer is marked."""
    enter(tab, "đũa tre")
    tab.get_by_role("button", name="Dịch máy").click()
    tab.get_by_role("button", name="Đồng ý và dịch").click()

    expect(tab.locator(".found .zh").first).to_have_text("竹筷子")
    expect(tab.locator(".found .meaning").first).to_contain_text("dịch máy")
    enter(tab, "đũa gỗ")
    tab.get_by_role("button", name="Dịch máy").click()
    expect(tab.locator(".found .meaning").first).to_contain_text("đũa gỗ")
    assert ["đũa tre", "đũa gỗ"] == google.asked


def test_a_translator_that_refuses(tab: Tab, google: Google) -> None:
    """A sentence says what else can be done."""
    google.answer = RuntimeError("too many requests")
    enter(tab, "đũa tre")
    tab.get_by_role("button", name="Dịch máy").click()

    tab.get_by_role("button", name="Đồng ý và dịch").click()

    refused = Sentences("vi").say("after.refused")
    expect(tab.locator(".rest")).to_have_text(refused)


def test_the_page_outlives_the_program(tab: Tab, after: AfterPage) -> None:
    """Reading, copying and looking up go on; a machine is no longer there, and why."""
    after.close()
    enter(tab, "áo thun")
    tab.get_by_role("button", name="Dịch máy").click()

    tab.get_by_role("button", name="Đồng ý và dịch").click()

    ended = Sentences("vi").say("pages.ended")
    expect(tab.locator(".rest")).to_have_text(ended)
    assert "T恤" == offered(tab)[0]
