"""What goes wrong on the practice pages, and the forms beside the classic one."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from companion.practice import ReceivedRequest
from tests.practice.visiting import TYPED, Serve, join

pytestmark = pytest.mark.thorough

NUMBER = TYPED[-1]
SUCCESS = "恭喜，注册成功"


def read_code(page: Page, count: int = 1) -> str:
    """The code of the newest of so many messages on the drawn phone."""
    messages = page.locator("practice-phone li p")
    expect(messages).to_have_count(count)
    return "".join(re.findall(r"\d{6}", messages.last.inner_text()))


def choose_vietnam(page: Page) -> None:
    """Pick the country in a Havana form."""
    page.locator(".country-select").click()
    page.locator(".country-item", has_text="越南").click()


def open_phone_first(page: Page, site_url: str) -> None:
    """Go to the phone-first form by the address that leads there."""
    page.goto(site_url + "/member/join/enterprise_join.htm")
    expect(page.locator("#fm-sms-login-id")).to_be_visible()


def fill_phone_first(page: Page) -> None:
    """Fill in phone and code; the box is left as it is."""
    choose_vietnam(page)
    page.locator("#fm-sms-login-id").fill(NUMBER)
    page.get_by_text("获取验证码", exact=True).click()
    page.locator("#fm-smscode").fill(read_code(page))


def test_phone_first_button_waits_for_both_fields(page: Page, serve: Serve) -> None:
    """The button is disabled until phone and code are there."""
    open_phone_first(page, serve("phone-first").origin_of("member.1688.com"))
    button = page.get_by_role("button", name="同意并注册")
    expect(button).to_be_disabled()

    fill_phone_first(page)

    expect(button).to_be_enabled()


def test_phone_first_asks_again_for_consent(page: Page, serve: Serve) -> None:
    """Without the box ticked a dialog asks, and agreeing there is enough."""
    open_phone_first(page, serve("phone-first").origin_of("member.1688.com"))
    fill_phone_first(page)

    page.get_by_role("button", name="同意并注册").click()
    page.locator(".dialog-btn-ok").click()

    expect(page.get_by_role("heading", name=SUCCESS)).to_be_visible()


def test_phone_first_sends_nothing_that_was_typed(
    page: Page, serve: Serve, received: list[ReceivedRequest]
) -> None:
    """Neither number nor code is in any request."""
    open_phone_first(page, serve("phone-first").origin_of("member.1688.com"))
    fill_phone_first(page)
    code = page.locator("#fm-smscode").input_value()

    page.locator("#fm-agreement-checkbox").check()
    page.get_by_role("button", name="同意并注册").click()
    expect(page.get_by_role("heading", name=SUCCESS)).to_be_visible()

    said = " ".join(f"{request.target} {request.body!r}" for request in received)
    assert [] == [value for value in (NUMBER, code) if value in said]


def test_enterprise_form_wants_its_own_fields(page: Page, serve: Serve) -> None:
    """Submitting the empty enterprise form marks contact, company and role, too."""
    site = serve("enterprise")
    page.goto(site.origin_of("member.1688.com") + "/member/join/enterprise_join.htm")
    page.get_by_role("button", name="同意并继续").click()

    page.locator("[name=loginAction]").click()

    expect(page.locator(".has-error")).to_have_count(9)


def test_login_by_code_signs_an_unknown_phone_up(page: Page, serve: Serve) -> None:
    """The code login knows no such phone, and makes the account once agreed to."""
    page.goto(serve("login").start_url)
    form = page.frame_locator("#loginchina-frame")
    form.get_by_text("短信登录").click()
    form.locator(".country-select").click()
    form.locator(".country-item", has_text="越南").click()
    form.locator("#fm-sms-login-id").fill(NUMBER)
    form.get_by_text("获取验证码", exact=True).click()
    form.locator("#fm-smscode").fill(read_code(page))
    form.locator("#fm-agreement-checkbox").check()
    form.get_by_role("button", name="登录", exact=True).click()

    form.locator("#sms-reg-agreement").check()
    form.get_by_role("button", name="同意协议并注册").click()

    expect(page.get_by_role("heading", name=SUCCESS)).to_be_visible()


def test_expired_code_stays_expired(page: Page, serve: Serve) -> None:
    """The old code is refused again; one that was asked for anew works."""
    visitor = join(page, serve(scenario="code-expired", speed=60))
    visitor.fill()
    visitor.submit()
    old = visitor.ask_for_code()
    for _ in range(2):
        visitor.enter_code(old)
        expect(page.get_by_text("验证码已过期")).to_be_visible()

    page.get_by_role("button", name="重发", exact=True).click()
    visitor.enter_code(read_code(page, 2))

    expect(page.get_by_role("heading", name=SUCCESS)).to_be_visible()


def test_busy_site_says_so_in_passing(page: Page, serve: Serve) -> None:
    """The message stands over the page and goes by itself; the form stays."""
    visitor = join(page, serve(scenario="site-busy"))
    visitor.fill()

    visitor.submit()

    message = page.get_by_role("alert").get_by_text("网络繁忙，请稍后重试")
    expect(message).to_be_visible()
    expect(message).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_blocked_slider_fails_anew_each_time(page: Page, serve: Serve) -> None:
    """Without its script there is only the error, however often it is pressed."""
    site = serve(scenario="slider-blocked")
    page.goto(site.origin_of("member.1688.com") + "/member/join/enterprise_join.htm")
    page.get_by_role("button", name="同意并继续").click()
    error = page.get_by_text("网络不给力，请点击框体重试")
    expect(error).to_be_visible()

    error.click()

    expect(page.get_by_text("加载中")).to_be_visible()
    expect(error).to_be_visible()


@pytest.mark.parametrize("loads", [1, 2])
def test_translation_lasts_until_the_page_is_loaded_anew(
    page: Page, serve: Serve, loads: int
) -> None:
    """The browser's translation wraps every text; a new load shows the original."""
    site = serve(scenario="translated")
    for _ in range(loads):
        page.goto(
            site.origin_of("member.1688.com") + "/member/join/enterprise_join.htm"
        )
    expect(page.get_by_role("dialog")).to_be_visible()

    wrapped = page.locator("[role=tab] font > font").count()

    assert (2 if loads == 1 else 0) == wrapped
