"""Pages that fight, cover, restyle or forbid: the guide stays, or steps back calmly."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from .conftest import PANEL, Board
from .test_ring import close

FIELD = "<input id=target style='position:absolute;left:300px;top:200px'>"
RULES = (
    "<style>*{all:unset!important} [popover]{display:none!important}"
    " :not(:defined){display:none!important;visibility:hidden!important}"
    " *{animation:spin 1s infinite!important;transition:all 3s!important;"
    " opacity:.1!important;pointer-events:none!important;transform:scale(2)!important}"
    "</style>"
)


def whole(board: Board) -> bool:
    """Ring in its place, bubble and panel there."""
    drawn = board.drawn()
    ring = drawn["ring"] == close(board.box("#target"))
    return bool(ring and drawn["bubble"] and drawn["panel"])


def test_rules_of_the_page_do_not_reach_us(
    board: Board, colour_at: Callable[..., str]
) -> None:
    """Sweeping `!important` rules change neither place nor look."""
    board.open(RULES + "<input id=target>")

    board.show(next=["#target"], panel=PANEL)

    assert whole(board)
    x, y, width, _ = board.drawn()["panel"]
    assert "#003cb3" == colour_at(x + width / 2, y + 2)


def test_a_strict_policy_is_met(board: Board) -> None:
    """Nothing of ours needs what CSP or Trusted Types forbid."""
    policy = (
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    problems: list[str] = []
    board.page.on("console", lambda message: problems.append(message.text))
    board.open("<input id=target>", {"content-security-policy": policy})

    board.show(next=["#target"], labels={"#target": "x"}, panel=PANEL)

    assert whole(board)
    assert [] == problems


def test_comes_back_when_removed(board: Board) -> None:
    """A host removed every 100 ms is there again in the next frame."""
    board.open(FIELD)
    board.run("watch()")
    board.show(next=["#target"], panel=PANEL)

    seen = []
    for _ in range(8):
        board.page.evaluate("document.documentElement.lastElementChild.remove()")
        seen.append(whole(board))
        board.frames(6)

    assert [True] * 8 == seen


def test_gives_up_a_fight_for_a_while(board: Board) -> None:
    """Against a page that removes it at once, it backs off and the tab stays alive."""
    board.open(FIELD)
    board.run("watch()")
    board.page.evaluate(
        """removed = 0; new MutationObserver((records) => {
          for (const { addedNodes } of records) for (const node of addedNodes)
            if (node.localName?.includes('-')) { node.remove(); removed++; }
        }).observe(document.documentElement, { childList: true })"""
    )
    started = time.monotonic()

    board.show(next=["#target"], panel=PANEL)
    board.frames(90)

    spent = time.monotonic() - started
    assert board.page.evaluate("removed") <= 31 * (1 + spent / 0.5)


@pytest.mark.parametrize(
    "attack",
    [
        "host.style.display = 'none'",
        "host.setAttribute('style', '')",
        "host.hidden = true; host.inert = true",
        "document.body.style.display = 'none'; document.body.append(host);"
        "document.body.style.display = ''",
        "host.replaceWith(host.cloneNode())",
        "document.documentElement.append(document.createElement('x-other'), host)",
    ],
)
def test_tampering_is_undone(board: Board, attack: str) -> None:
    """Attributes, place and parent of the host are restored."""
    board.open(FIELD)
    board.run("watch()")
    board.show(next=["#target"], panel=PANEL)

    board.page.evaluate("host = document.querySelector('x-kqzwvt');" + attack)

    assert whole(board)


def test_survives_a_rewritten_document(board: Board) -> None:
    """After `document.open` it works on, presses included."""
    board.open(FIELD)
    board.run("watch()")
    board.show(next=["#target"], panel=PANEL)

    board.page.evaluate(f"document.open(); document.write({FIELD!r}); document.close()")
    board.frames()
    board.show(next=["#target"], panel=PANEL)

    assert whole(board)
    x, y, _, height = board.drawn()["panel"]
    board.page.mouse.click(x + 40, y + height - 28)
    assert ["stuck"] == board.run("actions")


DIALOG = "<dialog id=d style='width:500px;height:200px'><input id=target></dialog>"


@pytest.mark.parametrize("first", ["dialog", "ring"])
def test_works_inside_a_modal(board: Board, first: str) -> None:
    """Ring, bubble and a panel that can be pressed, whichever opened first."""
    board.open(DIALOG)
    if first == "dialog":
        board.page.evaluate("d.showModal()")
    board.show(next=["#target"], panel=PANEL)
    board.page.evaluate("d.open || d.showModal()")
    board.frames()

    assert whole(board)
    x, y, _, height = board.drawn()["panel"]
    board.page.mouse.click(x + 40, y + height - 28)
    assert ["stuck"] == board.run("actions")


def test_follows_nested_and_closed_modals(board: Board) -> None:
    """The host lives in the topmost dialog and returns to `<html>` after the last."""
    board.open(f"{FIELD}<dialog id=d></dialog><dialog id=e></dialog>")
    board.show(next=["#target"], panel=PANEL)
    homes = []

    for step in ("e.showModal()", "d.showModal()", "d.close()", "e.close()"):
        board.page.evaluate(step)
        board.frames()
        homes.append(
            board.page.evaluate(
                "(({id, localName}) => id || localName)"
                "(document.querySelector('x-kqzwvt').parentNode)"
            )
        )

    assert ["e", "d", "e", "html"] == homes
    assert whole(board)


def test_rises_above_a_page_popover(board: Board) -> None:
    """A target inside a popover opened later is surrounded all the same."""
    board.open("<div id=menu popover><input id=target></div>")
    board.show(next=["#target"], panel=PANEL)

    board.page.evaluate("menu.showPopover()")
    board.frames()

    assert whole(board)


def test_is_where_it_should_be_after_fast_changes(board: Board) -> None:
    """Twenty scenes in one task leave the last one on screen."""
    board.open(FIELD + "<input id=other>")

    board.run(
        "for (let i = 0; i < 20; i++) paint({ next: [i % 2 ? '#target' : '#other'] })"
    )
    board.show(next=["#target"], panel=PANEL)

    assert whole(board)
