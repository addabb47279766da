"""A visitor with mouse and keyboard goes through the practice flows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from companion.practice import ReceivedRequest
from tests.practice.visiting import PHONE, TYPED, Serve, join

pytestmark = pytest.mark.thorough

FLOWS = ("classic", "classic-frame")


def test_home_shows_its_links_late(page: Page, serve: Serve) -> None:
    """The links of the top bar are hidden when the page has loaded, then shown."""
    site = serve()

    page.goto(site.start_url)

    expect(page.get_by_title("免费注册")).to_be_hidden()
    expect(page.get_by_title("免费注册")).to_be_visible()


def test_register_opens_a_new_tab(page: Page, serve: Serve) -> None:
    """The register link leaves the home page where it is."""
    page.goto(serve().start_url)

    with page.expect_popup() as opened:
        page.get_by_title("免费注册").click()

    expect(opened.value.get_by_text("注册协议", exact=True)).to_be_visible()


def test_page_says_that_it_is_practice(page: Page, serve: Serve) -> None:
    """A ribbon above the page says so, and covers nothing of it."""
    page.goto(serve().start_url)

    ribbon = page.locator("practice-ribbon")

    expect(ribbon.get_by_text("không phải 1688 thật")).to_be_visible()
    under = page.locator("#alibar").bounding_box()
    above = ribbon.bounding_box()
    assert under
    assert above
    assert under["y"] >= above["y"] + above["height"]


@pytest.mark.parametrize("flow", FLOWS)
def test_registration_reaches_its_end(page: Page, serve: Serve, flow: str) -> None:
    """Somebody who does everything right has an account at the end."""
    visitor = join(page, serve(flow), flow)

    visitor.fill()
    visitor.submit()
    visitor.enter_code(visitor.ask_for_code())

    expect(page.get_by_role("heading", name="注册成功")).to_be_visible()


@pytest.mark.parametrize("flow", FLOWS)
def test_nothing_typed_reaches_the_server(
    page: Page, serve: Serve, received: list[ReceivedRequest], flow: str
) -> None:
    """No address and no body of any request holds anything that was typed."""
    visitor = join(page, serve(flow), flow)

    visitor.fill()
    visitor.submit()
    code = visitor.ask_for_code()
    visitor.enter_code(code)
    expect(page.get_by_role("heading", name="注册成功")).to_be_visible()

    said = " ".join(f"{request.target} {request.body!r}" for request in received)
    assert [] == [value for value in (*TYPED, code) if value in said]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("#nick", "abc", "5-25个字符"),
        ("#nick", "12345678", "会员名不能全为数字"),
        ("#nick", "hương shop", "会员名不符合规范"),
        ("#password", "Ab-1", "6-20位字符"),
        ("#password", "abcdefgh", "大写字母、小写字母、数字和标点符号至少包含2种"),
        ("#rePassword", "x", "两次输入密码不一致，请重新输入"),
        (PHONE, "912345678", "手机号码格式不正确，请重新输入"),
    ],
)
def test_wrong_values_are_answered_in_chinese(
    page: Page, serve: Serve, field: str, value: str, message: str
) -> None:
    """Leaving a field with a wrong value shows the site's own words beside it."""
    visitor = join(page, serve())

    visitor.type(field, value)

    expect(page.locator(".has-error").get_by_text(message)).to_be_visible()


def test_country_decides_what_a_phone_number_is(page: Page, serve: Serve) -> None:
    """A number that is wrong for China is right once Vietnam is chosen."""
    visitor = join(page, serve())
    visitor.type(PHONE, "912345678")

    visitor.choose_vietnam()

    expect(page.locator(PHONE)).to_have_value("912345678")
    expect(page.locator(".has-error")).to_have_count(0)


def test_vietnam_is_further_down_the_list(page: Page, serve: Serve) -> None:
    """The country list has to be scrolled to see Vietnam."""
    join(page, serve())

    page.get_by_role("combobox").click()

    expect(page.get_by_role("option", name="越南")).not_to_be_in_viewport()


def test_slider_released_early_springs_back(page: Page, serve: Serve) -> None:
    """A slider that is let go on its way starts again from the left."""
    visitor = join(page, serve())

    visitor.drag(100)

    expect(page.locator(".btn_slide")).to_have_css("left", "0px")


def test_empty_form_is_answered_at_every_field(page: Page, serve: Serve) -> None:
    """Submitting nothing shows what is missing: four fields, slider and consent."""
    visitor = join(page, serve())

    visitor.submit()

    expect(page.locator(".has-error")).to_have_count(6)


def test_wrong_code_is_refused(page: Page, serve: Serve) -> None:
    """A code that was not sent is answered beside its field."""
    visitor = join(page, serve())
    visitor.fill()
    visitor.submit()
    code = visitor.ask_for_code()

    visitor.enter_code("000000" if code != "000000" else "111111")

    expect(page.get_by_text("校验码不正确，请重新输入")).to_be_visible()


@pytest.mark.parametrize(
    ("scenario", "message"),
    [
        ("name-taken", "会员名已存在"),
        ("phone-taken", "手机号码已被使用，请更换其他号码"),
    ],
)
def test_scenario_refuses_the_form(
    page: Page, serve: Serve, scenario: str, message: str
) -> None:
    """What the scenario says stands beside its field, and there is no code dialog."""
    visitor = join(page, serve(scenario=scenario))

    visitor.fill()
    visitor.submit()

    expect(page.get_by_text(message)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_scenario_refuses_another_code(page: Page, serve: Serve) -> None:
    """Somebody who asked too often is told so instead of getting a message."""
    visitor = join(page, serve(scenario="rate-limited"))
    visitor.fill()
    visitor.submit()

    page.get_by_role("button", name="获取验证码").click()

    expect(page.get_by_text("您获取验证码过于频繁")).to_be_visible()


def test_scenario_refuses_the_slider_twice(page: Page, serve: Serve) -> None:
    """The slider fails, starts anew when its box is clicked, and passes in the end."""
    visitor = join(page, serve(scenario="slider-refuses"))

    for _ in range(2):
        visitor.drag(400)
        page.locator(".errloading").click()
    visitor.drag(400)

    expect(page.locator(".btn_ok")).to_be_visible()
