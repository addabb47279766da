"""The ring stands exactly round its target, wherever the target is and goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import pytest

from .conftest import Board

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect

INPUT = "<input id=target style='position:absolute;left:300px;top:200px'>"
TOLERANCE = 0.6


def close(box: tuple[float, ...]) -> object:
    """Equal but for rounding in the renderer."""
    return pytest.approx(box, abs=TOLERANCE)


def test_surrounds_its_target(board: Board) -> None:
    """The ring's box is the target's."""
    board.open(INPUT)

    board.show(next=["#target"])

    assert board.drawn()["ring"] == close(board.box("#target"))


def test_is_visible_outside_its_target_only(
    board: Board, colour_at: Callable[..., str]
) -> None:
    """Blue begins 4 px outside the target, 3 px thick, above the page's layers."""
    cover = "<div style='position:fixed;inset:0;background:#fff;z-index:2147483647'>"
    board.open(INPUT + cover)
    board.page.emulate_media(reduced_motion="reduce")
    board.show(next=["#target"], bubble=False)
    x, y, width, height = board.box("#target")

    middle = y + height / 2
    colours = [colour_at(left, middle) for left in (x - 2, x - 6, x - 9)]

    assert ["#ffffff", "#003cb3", "#ffffff"] == colours
    assert "#003cb3" == colour_at(x + width + 5, middle)
    assert "#003cb3" == colour_at(x + width / 2, y + height + 5)


PLACES = {
    "nested scroller": (
        "<div id=s style='height:150px;overflow:auto'><div style='height:900px'></div>"
        "<input id=target><div style='height:900px'></div></div>",
        "s.scrollTop = 850",
    ),
    "scrolled page": (
        "<div style='height:2000px'></div><input id=target>"
        "<div style='height:2000px'></div>",
        "scrollTo(0, 1700)",
    ),
    "fixed": ("<input id=target style='position:fixed;right:40px;top:50px'>", ""),
    "sticky": (
        "<div style='height:3000px'><div style='height:300px'></div>"
        "<input id=target style='position:sticky;top:20px'></div>",
        "scrollTo(0, 900)",
    ),
    "zoomed page": (INPUT, "document.documentElement.style.zoom = '1.25'"),
    "scaled body": (INPUT, "document.body.style.transform = 'scale(.8) rotate(3deg)'"),
    "moved later": (INPUT, "target.style.left = '700px'"),
    "grown later": (INPUT, "target.style.width = '600px'"),
    "quirks mode": ("<!-- --><!doctype html>" + INPUT, ""),
    "right to left": ("<html dir=rtl style='direction:rtl'>" + INPUT, ""),
    "svg": (
        "<svg style='margin:100px'><rect id=target width=60 height=40></rect></svg>",
        "document.querySelector('svg').style.marginLeft = '180px'",
    ),
}


@pytest.mark.parametrize(("html", "change"), PLACES.values(), ids=PLACES)
def test_follows_its_target(board: Board, html: str, change: str) -> None:
    """Scrolling, zooming, moving and growing leave ring and target together."""
    board.open(html)
    board.run("watch()")
    board.show(next=["#target"], bubble=False)

    if change:
        board.page.evaluate(change)

    assert board.drawn()["ring"] == close(board.box("#target"))


@pytest.mark.parametrize(
    "html",
    [INPUT, "<a id=target href=#>免费注册</a>", "<p style='width:9em' id=target>免费"],
    ids=["input", "inline link", "block"],
)
def test_takes_a_new_size_that_no_event_tells(board: Board, html: str) -> None:
    """A rule that makes its target bigger makes the ring bigger, from rest."""
    board.open(html)
    board.page.emulate_media(reduced_motion="reduce")
    board.show(next=["#target"], bubble=False)
    board.frames(10)

    board.page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('#target { padding: 20px; font-size: 30px }');
          document.adoptedStyleSheets = [sheet];
        }"""
    )

    assert board.drawn()["ring"] == close(board.box("#target"))


def test_reaches_into_a_shadow_root(board: Board) -> None:
    """A target in an open shadow root is surrounded like any other."""
    board.open(
        "<div style='height:90px'></div><x-form><template shadowrootmode=open>"
        "<input id=inner></template></x-form>"
    )

    board.show(next=["x-form >>> #inner"])

    assert board.drawn()["ring"] == close(board.box("x-form >>> #inner"))


def test_leaves_the_page_as_long_as_it_was(board: Board) -> None:
    """A target far down a nested scroller does not stretch the page's scroll range."""
    board.open(PLACES["nested scroller"][0])
    before = board.page.evaluate("document.scrollingElement.scrollHeight")

    board.show(next=["#target"], labels={"#target": "Nhập"})
    board.frames()

    assert before == board.page.evaluate("document.scrollingElement.scrollHeight")


def test_is_not_drawn_for_a_target_out_of_sight(
    board: Board, colour_at: Callable[..., str]
) -> None:
    """Scrolled out of its scroller, a target has neither ring nor bubble."""
    board.open(PLACES["nested scroller"][0])

    board.show(next=["#target"])

    drawn = board.drawn()
    assert (None, None) == (drawn["ring"], drawn["bubble"])
    assert "#ffffff" == colour_at(4, 300)


@pytest.mark.parametrize("change", ["target.remove()", "target.style.display='none'"])
def test_goes_with_its_target(board: Board, change: str) -> None:
    """When the target vanishes, ring and bubble vanish with it."""
    board.open(INPUT)
    board.run("watch()")
    board.show(next=["#target"])

    board.page.evaluate(change)

    drawn = board.drawn()
    assert (None, None) == (drawn["ring"], drawn["bubble"])


def test_moves_to_a_rendered_again_target(board: Board) -> None:
    """A new element in the place of the old one gets the ring."""
    board.open(f"<div id=form>{INPUT}</div>")
    board.show(next=["#target"])

    board.page.evaluate(
        "form.innerHTML = form.innerHTML.replace('left:300px', 'left:520px')"
    )
    board.show(next=["#target"])

    assert board.drawn()["ring"] == close(board.box("#target"))
    assert 520 == board.box("#target")[0]


def test_pulses_only_when_it_appears(board: Board) -> None:
    """New words for the same target do not animate the ring anew."""
    board.open(INPUT)
    board.page.emulate_media(reduced_motion="no-preference")
    board.show(next=["#target", "Nhập"], bubble=False)
    x, y, width, height = board.box("#target")
    corner = {"x": x - 20, "y": y - 20, "width": width + 40, "height": height + 40}
    clip = cast("FloatRect", corner)
    board.frames(70)
    before = board.page.screenshot(clip=clip)

    board.show(next=["#target", "Đúng rồi", "good"], bubble=False)
    board.frames(18)

    assert before == board.page.screenshot(clip=clip)
