"""The visitor's hands: real pointer and key events, on practice pages only."""

from __future__ import annotations

import json
import re
import urllib.request
from urllib.parse import urlsplit

from playwright.sync_api import Page

from companion.demo.reading import Box, Step
from companion.errors import CompanionError

# What the visitor would type by hand, and what instead when asked for it again;
# nothing here belongs to anybody.
TYPED = {
    "form.username": ("huongshop_2026", "lannguyen_2026"),
    "form.password": ("Cho-Ben-Thanh-68",),
    "form.password_confirm": ("Cho-Ben-Thanh-68",),
    "form.phone": ("912345678",),
    "form.email": ("huong@shop.example",),
    "form.contact_name": ("Nguyen Thi Huong",),
    "form.company_name": ("Cong ty TNHH Huong Shop",),
}
_CODE = "otp.code_input"
_SLIDER = "captcha.slider_handle"
_CODE_IN_SMS = re.compile(r"(?<!\d)\d{6}(?!\d)")
# A hand does not jump: pages watch the way a pointer comes.
_STEPS = 12
_DRAG_PX = 600


class NotPractice(CompanionError):
    """The visitor was about to act outside the practice site."""

    exit_code = 2


class CodeNotThere(Exception):
    """The practice phone has no message yet."""


class Hands:
    """Acts in one tab."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def do(self, step: Step, again: int = 0) -> None:
        """Do the one thing that a step asks for, the `again`-th time after the first.

        Raises NotPractice, and CodeNotThere while the message is on its way.
        """
        self._refuse_elsewhere()
        if not step.visible and step.scroll is not None:
            self._scroll(step)
        elif step.target == _SLIDER:
            self._drag(step.rect)
        elif step.target == _CODE:
            self._type(step.rect, self._code())
        elif step.target in TYPED:
            choices = TYPED[step.target]
            self._type(step.rect, choices[min(again, len(choices) - 1)])
        else:
            self._click(step.rect)

    def reload(self) -> None:
        """Load the page anew, as the browser's button does. Raises NotPractice."""
        self._refuse_elsewhere()
        self._page.reload(wait_until="commit")

    def _refuse_elsewhere(self) -> None:
        """Promise 1: nothing but a practice host is ever acted on."""
        parts = urlsplit(self._page.url)
        host = parts.hostname or ""
        if parts.scheme != "http" or not host.endswith(".localhost"):
            raise NotPractice("demo.not_practice", host=host)

    def _click(self, rect: Box) -> None:
        x, y = _middle(rect)
        self._page.mouse.move(x, y, steps=_STEPS)
        self._page.mouse.click(x, y, delay=40)

    def _type(self, rect: Box, text: str) -> None:
        self._click(rect)
        self._page.keyboard.press("ControlOrMeta+A")
        self._page.keyboard.type(text, delay=15)

    def _drag(self, rect: Box) -> None:
        x, y = _middle(rect)
        mouse = self._page.mouse
        mouse.move(x, y, steps=_STEPS)
        mouse.down()
        mouse.move(x + _DRAG_PX, y + 2, steps=4 * _STEPS)
        mouse.up()

    def _scroll(self, step: Step) -> None:
        assert step.scroll is not None
        x, y = _middle(step.scroll)
        target_x, target_y = _middle(step.rect)
        self._page.mouse.move(x, y)
        self._page.mouse.wheel(target_x - x if target_x < 0 else 0, target_y - y)

    def _code(self) -> str:
        """Look at the practice phone, as a person would at their own."""
        parts = urlsplit(self._page.url)
        address = f"http://127.0.0.1:{parts.port}/practice/sms"
        request = urllib.request.Request(address, headers={"Host": parts.netloc})
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=5) as answer:
            messages = json.load(answer)["messages"]
        codes = _CODE_IN_SMS.findall(messages[-1]["text"]) if messages else []
        if not codes:
            raise CodeNotThere
        return str(codes[-1])


def _middle(rect: Box) -> tuple[float, float]:
    x, y, width, height = rect
    return x + width / 2, y + height / 2
