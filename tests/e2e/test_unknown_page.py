"""A page that nobody knows: words looked up by pointing, and an outline to report."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from companion.demo.reading import Box
from tests.e2e.conftest import Starter
from tests.e2e.overlay import Overlay, overlap
from tests.e2e.running import Companion, wait_until

PATH = "/member/join/enterprise_join.htm"


@pytest.fixture(scope="module")
def companion(start_shared: Starter) -> Companion:
    """A person stands before a sign-up page with a layout of its own."""
    companion = start_shared("--practice", "classic", "--scenario", "unknown-page")
    companion.wait_for("shown", page="p1")
    return companion


@pytest.fixture(scope="module")
def page(companion: Companion) -> Page:
    """The tab with that page."""
    page = companion.page("p1")
    port = urlsplit(page.url).port
    page.goto(f"http://member.1688.localhost:{port}{PATH}")
    companion.wait_for("state", page="p1", states=["unknown"])
    return page


def point(page: Page, text: str) -> Box:
    """Put the mouse on these words of the page; the value is their box."""
    words = page.get_by_text(text, exact=True).locator("visible=true").first
    box = words.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y, steps=3)
    return (box["x"], box["y"], box["width"], box["height"])


def _offers(drawn: Overlay, label: str) -> bool:
    return label in drawn.text("choices")


def test_trang_nay_la_gi(companion: Companion, page: Page) -> None:
    """Nothing is ringed where nothing is certain, and the panel says so."""
    drawn = Overlay(page)

    wait_until(lambda: "chưa nhận ra" in drawn.text("sentence"), "the sentence")

    assert [] == drawn.boxes("ring")
    assert {} == companion.now_shown()


def test_chu_nay_nghia_la_gi(page: Page) -> None:
    """Pointing at a word shows its meaning beside it, until the mouse leaves."""
    drawn = Overlay(page)

    box = point(page, "开始办理")
    wait_until(lambda: "Bắt đầu làm thủ tục" in drawn.text("gloss"), "the meaning")

    (tag,) = drawn.boxes("gloss")
    assert not overlap(tag, box)
    page.mouse.move(2, 2)
    wait_until(lambda: not drawn.boxes("gloss"), "no meaning")


def test_trang_khong_giong_huong_dan(companion: Companion, page: Page) -> None:
    """The outline is kept on request, its place is told, and no new tab is seen."""
    drawn = Overlay(page)

    drawn.press("Trang không giống hướng dẫn")
    kept = companion.wait_for("captured", page="p1", seconds=60)

    folder = Path(kept["folder"])
    assert {"page.html", "fixture.toml"} <= {file.name for file in folder.iterdir()}
    wait_until(lambda: folder.name in drawn.text("help"), "the place")
    assert folder.name in companion.said("err").read_text("utf-8")
    assert {"p1"} == {e["page"] for e in companion.events() if e["event"] == "page"}
    page.reload()


def test_toi_muon_tra_chu_o_trang_quen(companion: Companion, page: Page) -> None:
    """On a page that is known, words are explained once the person asks for it."""
    drawn = Overlay(page)
    port = urlsplit(page.url).port
    count = len(companion.events())
    page.goto(f"http://www.1688.localhost:{port}/")
    companion.wait_for("shown", page="p1", since=count)
    point(page, "请登录")
    assert [] == drawn.boxes("gloss")

    drawn.press("Tôi bị kẹt")
    for label in ("Toàn chữ Trung", "Tra chữ Trung"):
        wait_until(partial(_offers, drawn, label), label)
        drawn.press(label)

    wait_until(lambda: "Đặt chuột" in drawn.text("help"), "the advice")
    point(page, "请登录")
    wait_until(lambda: "Vui lòng đăng nhập" in drawn.text("gloss"), "the meaning")
