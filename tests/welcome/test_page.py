"""The page before the sign-up in a real browser: used by hand, by key, and by ear."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, Route, expect

from companion.pack.site import Pack
from companion.sentences import Sentences
from companion.welcome import Welcome
from tests.welcome.conftest import beginning

CANARY = "0912345678"


def stay(route: Route) -> None:
    """Answer for the site with nothing, so that the page stays where it is."""
    route.fulfill(status=204)


def enter(tab: Page, number: str) -> None:
    """Type a number, key by key, and leave the box."""
    box = tab.locator("#number-typed")
    box.fill("")
    box.press_sequentially(number)
    box.blur()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(tab: Page, scheme: str) -> None:
    """Axe finds nothing with all unfolded; no text is below 16 px."""
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    enter(tab, CANARY)
    tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = 1")

    found = Axe().run(tab)
    sizes = tab.evaluate(
        "[...document.querySelectorAll('body *')]"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )

    assert [] == found.response["violations"]
    assert 16 <= min(sizes)


@pytest.mark.parametrize(
    ("width", "height"),
    [(1366, 768), (1093, 614), (683, 384), (340, 400)],
    ids=["small laptop", "at 125 %", "at 200 %", "tiny"],
)
def test_nothing_is_cut_off(tab: Page, width: int, height: int) -> None:
    """One only ever scrolls down, and the way to begin lies over no box in use."""
    tab.set_viewport_size({"width": width, "height": height})
    box, bar = tab.locator("#number-typed"), tab.locator("section.begin")
    box.focus()

    over = box.bounding_box(), bar.bounding_box()
    wide = tab.evaluate("document.documentElement.scrollWidth")

    assert wide <= width
    assert over[0]
    assert over[1]
    assert over[0]["y"] + over[0]["height"] <= over[1]["y"]


@pytest.mark.parametrize(
    "written",
    [CANARY, "0912 345 678", "+84 912.345.678", "0084912345678", "０９１２345678"],
)
def test_a_number_is_turned_into_what_goes_where(tab: Page, written: str) -> None:
    """Rows 8, 34, 36: +84 and nine digits, and the 0 struck through beside them."""
    enter(tab, written)

    expect(tab.locator("#number-digits")).to_have_text("912345678")
    expect(tab.locator("#number-shown")).to_contain_text("+84")
    expect(tab.locator("#number-shown del")).to_have_text("0")
    line = tab.locator("#number-shown del").evaluate(
        "(one) => getComputedStyle(one).textDecorationLine"
    )
    assert "line-through" == line


def test_the_trap_of_084_is_known(tab: Page) -> None:
    """A number of the operator with 084 keeps its 84."""
    enter(tab, "0849 123 456")

    expect(tab.locator("#number-digits")).to_have_text("849123456")


def test_an_old_number_becomes_the_new_one(tab: Page) -> None:
    """Eleven digits of before 2018 are told with what became of them."""
    enter(tab, "0169 123 4567")

    expect(tab.locator("#number-digits")).to_have_text("391234567")
    expect(tab.locator("#number-said")).to_contain_text("kiểu cũ")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("024 3825 3536", "số cố định"),
        ("+1 202 555 0123", "nước khác"),
        ("0912 345", "còn thiếu"),
        ("0912 345 67a", "không phải chữ số"),
    ],
)
def test_other_numbers_are_explained(tab: Page, written: str, said: str) -> None:
    """What gets no message is told in the words of the form itself."""
    enter(tab, written)

    expect(tab.locator("#number-said")).to_contain_text(said)
    expect(tab.locator("#number-shown")).to_be_hidden()


def test_an_unfinished_number_is_no_mistake(tab: Page) -> None:
    """While it is being typed nothing is said but the example."""
    tab.locator("#number-typed").press_sequentially("0912 34")

    expect(tab.locator("#number-said")).to_contain_text("Ví dụ")


def test_a_number_stays_on_the_page(tab: Page, welcome: Welcome) -> None:
    """Row 8: no request carries it, nothing stores it, a reload forgets it."""
    sent: list[str] = []

    def note(request: Request) -> None:
        sent.append(f"{request.url} {request.headers} {request.post_data}")

    tab.on("request", note)
    enter(tab, CANARY)
    stored = tab.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    tab.route("http://www.1688.localhost:9/**", stay)

    tab.locator("#begin").click()

    expect(tab.locator("#begun")).to_contain_text("www.1688.localhost")
    tab.goto(welcome.address)
    assert sent
    assert not re.search("12345678", " ".join([*sent, stored]))
    assert "" == tab.locator("#number-typed").input_value()


@pytest.mark.parametrize(
    ("answers", "kind", "advice"),
    [
        (("no", "no", "no"), "personal", "Đủ để mua hàng"),
        (("yes", "no", "no"), "personal", "Đủ để mua hàng"),
        (("no", "yes", "no"), "personal", "giấy phép kinh doanh mà bạn chưa có"),
        (("yes", "no", "yes"), "enterprise", "vì bạn có giấy phép"),
    ],
)
def test_three_questions_lead_to_a_kind(
    tab: Page, answers: tuple[str, str, str], kind: str, advice: str
) -> None:
    """Rows 19, 20, 79: personal unless there is a Chinese licence and a need."""
    for name, answer in zip(("licence", "invoice", "bulk"), answers, strict=True):
        tab.locator(f"#{name}-{answer}").check()

    expect(tab.locator("#advice")).to_contain_text(advice)
    expect(tab.locator(f"#account-{kind}")).to_be_checked()


def test_the_comparison_has_six_rows(tab: Page) -> None:
    """Row 74: six aspects, each for both kinds."""
    expect(tab.locator("tbody tr")).to_have_count(6)
    expect(tab.locator("tbody td")).to_have_count(12)


def test_chinese_names_are_large_enough_to_compare(tab: Page) -> None:
    """Rows 18, 30: character by character."""
    size = tab.locator(".kind .zh").first.evaluate(
        "(one) => parseFloat(getComputedStyle(one).fontSize)"
    )

    assert 28 <= size


def test_what_was_ticked_outlives_a_reload(tab: Page) -> None:
    """Row 7: the state is kept for the session, in this tab."""
    tab.locator("#have-phone").check()
    tab.locator("#have-sms").check()

    tab.reload()

    expect(tab.locator("#have-phone")).to_be_checked()
    expect(tab.locator("#ready")).to_have_text("Đã chuẩn bị 2/6")


def test_the_network_is_tried_when_asked(tab: Page) -> None:
    """Row 15: the answer comes in words, where a screen reader hears it."""
    tab.locator("#probe").click()

    # Nobody listens at the address of these tests.
    expect(tab.locator("#probed")).to_contain_text("mất mạng", timeout=15_000)


def test_the_cards_for_the_phone_are_a_link_away(tab: Page, welcome: Welcome) -> None:
    """Row 22: they open in the same tab, and one step back leads here again."""
    tab.get_by_role("link", name="bộ thẻ").click()

    expect(tab.locator("main")).to_contain_text("CH Play")
    tab.go_back()
    expect(tab).to_have_url(welcome.address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_follow_the_cards(tab: Page, scheme: str) -> None:
    """Row 22: served, all 13 are there with their drawings, and axe finds nothing."""
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.get_by_role("link", name="bộ thẻ").click()
    expect(tab.get_by_role("img")).to_have_count(13)

    found = Axe().run(tab)

    assert [] == found.response["violations"]


@pytest.mark.parametrize("link", [0, 1], ids=["above", "below"])
def test_the_cards_lead_back(tab: Page, welcome: Welcome, link: int) -> None:
    """Rows 7, 22: a link above and below them; what was ticked is still ticked."""
    tab.locator("#have-phone").check()
    tab.get_by_role("link", name="bộ thẻ").click()
    back = tab.get_by_role("link", name=Sentences("vi").say("guide.back"))
    expect(back).to_have_count(2)

    back.nth(link).press("Enter")

    expect(tab).to_have_url(welcome.address)
    expect(tab.locator("#have-phone")).to_be_checked()


def test_the_keyboard_is_enough(tab: Page, welcome: Welcome) -> None:
    """Row 1: the way past it all is there at once, by key too."""
    tab.route("http://www.1688.localhost:9/**", stay)
    link = tab.get_by_role("link", name="Bắt đầu")
    link.focus()
    link.press("Enter")

    tab.keyboard.press("Tab")
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Enter")

    expect(tab.locator("#begun")).to_contain_text("Đang mở")
    choice = welcome.wait(lambda: True, lambda: ())
    assert choice
    assert "personal" == choice.account


def test_the_choice_reaches_the_program(tab: Page, welcome: Welcome) -> None:
    """Rows 21, 94: the kind, and that others use the computer too."""
    tab.route("http://www.1688.localhost:9/**", stay)
    tab.locator("#account-enterprise").check()
    tab.locator("#computer-shared").check()

    tab.locator("#begin").click()

    choice = welcome.wait(lambda: True, lambda: ())
    assert choice
    assert ("enterprise", True) == (choice.account, choice.shared)


def test_a_choice_is_made_once(tab: Page, welcome: Welcome) -> None:
    """Who comes back and chooses otherwise is told how that goes, and stays."""
    tab.route("http://www.1688.localhost:9/**", stay)
    tab.locator("#begin").click()
    expect(tab.locator("#begun")).to_contain_text("Đang mở")
    tab.goto(welcome.address)
    tab.locator("#account-enterprise").check()

    tab.locator("#begin").click()

    expect(tab.locator("#begun")).to_contain_text("companion start --welcome")
    assert welcome.owns(tab.url)


def test_the_page_outlives_the_program(tab: Page, welcome: Welcome) -> None:
    """When the program has gone all can be read, and the button says so calmly."""
    welcome.__exit__(None, None, None)

    tab.locator("#begin").click()

    expect(tab.locator("#begun")).to_have_text(Sentences("vi").say("pages.ended"))


def test_it_begins_with_what_was_asked_for(page: Page, pack: Pack) -> None:
    """The account type of the command line is chosen already; English is complete."""
    with Welcome(pack, Sentences("en"), beginning("enterprise")) as welcome:
        page.goto(welcome.address)

        expect(page.locator("#account-enterprise")).to_be_checked()
        expect(page.locator("#chosen")).to_contain_text("enterprise account")
        expect(page.get_by_role("button", name="Begin")).to_be_visible()
