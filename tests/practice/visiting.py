"""Somebody who goes through the practice pages with mouse and keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import FrameLocator, Page, expect

from companion.practice import PracticeSite

Serve = Callable[..., PracticeSite]
TYPED = ("canary_name", "Canary-pass-77", "912345678")
PHONE = ".mobile-input > input"


@dataclass(frozen=True)
class Visitor:
    """Somebody on the join page, who knows where its form is."""

    page: Page
    form: Page | FrameLocator

    def type(self, css: str, value: str) -> None:
        """Type into a field and leave it."""
        self.form.locator(css).fill(value)
        self.form.locator(css).blur()

    def choose_vietnam(self) -> None:
        """Pick the country in its list."""
        self.form.get_by_role("combobox").click()
        self.form.get_by_role("option", name="越南").click()

    def drag(self, distance: float) -> None:
        """Drag the slider to the right, in CSS pixels, and let it go."""
        handle = self.form.locator(".btn_slide")
        handle.scroll_into_view_if_needed()
        box = handle.bounding_box()
        assert box is not None
        x, y = box["x"] + 20, box["y"] + 19
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + distance, y, steps=6)
        self.page.mouse.up()

    def fill(self) -> None:
        """Fill the whole form well, slider included."""
        name, password, phone = TYPED
        self.type("#nick", name)
        self.type("#password", password)
        self.type("#rePassword", password)
        self.choose_vietnam()
        self.type(PHONE, phone)
        self.drag(400)
        expect(self.form.locator(".btn_ok")).to_be_visible()
        self.form.get_by_role("checkbox").check()

    def submit(self) -> None:
        """Press the button under the form."""
        self.form.locator("[name=loginAction]").click()

    def ask_for_code(self) -> str:
        """Ask for a message and read the code on the drawn phone."""
        self.form.get_by_role("button", name="获取验证码").click()
        text = self.page.locator("practice-phone li p").inner_text()
        return "".join(re.findall(r"\d{6}", text))

    def enter_code(self, code: str) -> None:
        """Type a code and confirm it."""
        self.form.get_by_placeholder("请输入校验码").fill(code)
        self.form.get_by_role("button", name="确定").click()


def join(page: Page, site: PracticeSite, flow: str = "classic") -> Visitor:
    """Open the join page and go on to its personal form."""
    page.goto(site.origin_of("member.1688.com") + "/member/join/enterprise_join.htm")
    page.get_by_role("button", name="同意并继续").click()
    page.get_by_role("tab", name="个人账户注册").click()
    framed = flow == "classic-frame"
    form = page.frame_locator("iframe[src$='=CBU']") if framed else page
    expect(page.get_by_text("无企业营业执照的个人用户")).to_be_visible()
    expect(form.locator(".btn_slide")).to_be_visible()
    return Visitor(page, form)
