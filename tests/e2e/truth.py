"""What the practice pages really hold: the expectations of their fixtures."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import ElementHandle, Frame, Page

from companion.demo.reading import Box
from tests.e2e.running import ROOT

_CASES = {
    "classic": ("agreement", "personal", "country-open", "otp"),
    "classic-frame": ("frame-agreement", "frame-personal", "frame-otp"),
}
# Sliders of one page are numbered as they come; the fixture shows the first.
_NUMBERED = {"captcha.slider_handle": ".nc-container .btn_slide"}
_FRAME_HOST = "//reg.taobao.localhost"


@dataclass(frozen=True)
class Truth:
    """Where a target of a flow stands: its selector, and whether in the framed form."""

    css: str
    framed: bool


def truths(flow: str) -> dict[str, Truth]:
    """The true element of every target that a flow's fixtures expect to be found."""
    found: dict[str, Truth] = {}
    folders = ["home/alibar-2019", *(f"join/classic-{case}" for case in _CASES[flow])]
    for folder in folders:
        for target, expected in _expected(folder).items():
            if expected:
                css = _NUMBERED.get(target, expected["css"])
                found[target] = Truth(css, "frame" in expected)
    if flow == "classic-frame":
        country = truths("classic")["form.country_vietnam"]
        found["form.country_vietnam"] = Truth(country.css, framed=True)
    return found


def element(page: Page, truth: Truth) -> ElementHandle:
    """The true element itself."""
    handle = _frame(page, truth).query_selector(truth.css)
    assert handle is not None, truth.css
    return handle


def box(page: Page, truth: Truth) -> Box:
    """The true element's box in the top viewport."""
    measured = element(page, truth).bounding_box()
    assert measured is not None
    return (measured["x"], measured["y"], measured["width"], measured["height"])


def window(page: Page, truth: Truth) -> Box:
    """The part of the viewport in which the true element's frame can draw."""
    width, height = page.evaluate("[innerWidth, innerHeight]")
    left, top, right, bottom = 0.0, 0.0, width, height
    if truth.framed:
        owner = _frame(page, truth).frame_element().bounding_box()
        assert owner is not None
        left, top = max(left, owner["x"]), max(top, owner["y"])
        right = min(right, owner["x"] + owner["width"])
        bottom = min(bottom, owner["y"] + owner["height"])
    return (left, top, right - left, bottom - top)


def is_at_middle(page: Page, truth: Truth, rect: Box) -> bool:
    """Whether whoever clicks the middle of `rect` clicks the true element."""
    x, y = rect[0] + rect[2] / 2, rect[1] + rect[3] / 2
    frame = _frame(page, truth)
    if truth.framed:
        owner = frame.frame_element().bounding_box()
        assert owner is not None
        x, y = x - owner["x"], y - owner["y"]
    hit: bool = frame.evaluate(
        "([x, y, css]) => !!document.elementFromPoint(x, y)?.closest(css)",
        [x, y, truth.css],
    )
    return hit


def _frame(page: Page, truth: Truth) -> Frame:
    if not truth.framed:
        return page.main_frame
    return next(frame for frame in page.frames if _FRAME_HOST in frame.url)


def _expected(folder: str) -> dict[str, Any]:
    file = ROOT / "fixtures" / "1688" / folder / "fixture.toml"
    expected: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))["expect"]
    return expected
