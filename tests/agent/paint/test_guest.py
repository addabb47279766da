"""A page is used under the painter as it is without it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .conftest import PANEL, Board

HINTS = ["Nhập **tên đăng nhập**", "Đúng rồi", "Dài quá 20 ký tự"]


def repaint(board: Board, css: str = "#a") -> None:
    """Change sentence, tone, labels and panel a few times."""
    for hint, tone in zip(HINTS, ("todo", "good", "bad"), strict=True):
        board.show(
            next=[css, hint, tone],
            labels={"#b": [hint, tone]},
            panel=PANEL | {"sentence": hint},
        )
        board.frames(2)


def test_typing_goes_on_while_hints_change(board: Board) -> None:
    """Focus, caret and value are the person's own."""
    board.open("<input id=a><input id=b>")
    board.page.click("#a")
    board.page.keyboard.type("tieng")
    board.page.keyboard.press("Home")

    repaint(board)
    board.page.keyboard.type("viet")

    assert "viettieng" == board.page.evaluate("a.value")
    assert "a" == board.page.evaluate("document.activeElement.id")


def test_composition_goes_on_while_hints_change(board: Board) -> None:
    """A half-typed Chinese syllable is not committed by our drawing."""
    board.open("<input id=a><input id=b>")
    board.page.evaluate(
        "log = []; for (const t of ['compositionstart','compositionend','blur'])"
        " a.addEventListener(t, () => log.push(t))"
    )
    board.page.click("#a")
    caret = {"selectionStart": 2, "selectionEnd": 2}
    board.cdp.send("Input.imeSetComposition", {"text": "ni"} | caret)

    repaint(board)
    board.page.mouse.click(*button(board))
    caret = {"selectionStart": 5, "selectionEnd": 5}
    board.cdp.send("Input.imeSetComposition", {"text": "nihao"} | caret)
    board.cdp.send("Input.insertText", {"text": "你好"})

    assert "你好" == board.page.evaluate("a.value")
    assert ["compositionstart", "compositionend"] == board.page.evaluate("log")


def button(board: Board) -> tuple[float, float]:
    """Where the panel's first button is."""
    x, y, _, height = board.drawn()["panel"]
    return x + 40, y + height - 28


def test_a_press_on_the_panel_leaves_the_field_alone(board: Board) -> None:
    """Neither focus nor the page's click-outside handlers notice it."""
    board.open("<input id=a><input id=b>")
    board.page.evaluate(
        """log = [];
        const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click',
                       'focusin', 'focusout'];
        for (const type of types)
          for (const on of [window, document])
            on.addEventListener(type, () => log.push(type), true)"""
    )
    board.show(next=["#a"], panel=PANEL)
    board.page.focus("#a")
    board.page.evaluate("log.length = 0")

    board.page.mouse.click(*button(board))

    assert ["stuck"] == board.run("actions")
    assert [] == board.page.evaluate("log")
    assert "a" == board.page.evaluate("document.activeElement.id")


def test_a_drag_that_ends_on_the_panel_ends_for_the_page(board: Board) -> None:
    """The slider is let go wherever the pointer is."""
    board.open("<div id=a style='width:40px;height:40px;background:gray'></div>")
    board.page.evaluate(
        "log = []; for (const t of ['mousedown', 'mouseup'])"
        " document.addEventListener(t, () => log.push(t))"
    )
    board.show(panel=PANEL)
    x, y = button(board)

    board.page.mouse.move(20, 20)
    board.page.mouse.down()
    board.page.mouse.move(x, y, steps=4)
    board.page.mouse.up()

    assert ["mousedown", "mouseup"] == board.page.evaluate("log")
    assert [] == board.run("actions")


def test_everything_else_can_be_pressed_through(board: Board) -> None:
    """Ring, bubble and tags let the pointer pass."""
    board.open(
        "<body style='margin:0'>"
        "<button id=a style='position:fixed;left:200px;top:100px'>注册</button>"
        "<input id=b style='position:fixed;left:200px;top:300px'>"
    )
    board.page.evaluate(
        "hits = []; onclick = (e) => hits.push(e.target.localName); null"
    )
    board.show(next=["#a", "Bấm vào đây"], labels={"#b": "Mật khẩu"})
    drawn = board.drawn()

    for x, y, width, height in [drawn["bubble"], drawn["labels"]["#b"], drawn["ring"]]:
        board.page.mouse.click(x + width / 2, y + height / 2)

    assert ["html", "html", "button"] == board.page.evaluate("hits")


def test_one_element_is_all_a_page_can_see(board: Board) -> None:
    """The page's DOM gains our host, once, and nothing else ever changes."""
    board.open("<form><input id=a name=a><input id=b></form>")
    board.page.evaluate(
        """before = document.body.outerHTML; records = [];
        new MutationObserver((list) => records.push(...list.map((one) => one.type)))
          .observe(document, { childList: true, subtree: true, attributes: true,
                               characterData: true })"""
    )

    repaint(board)
    repaint(board, "#b")

    assert ["childList"] == board.page.evaluate("records")
    assert board.page.evaluate("before === document.body.outerHTML")
    assert board.page.evaluate("!document.documentElement.lastElementChild.shadowRoot")


def test_it_can_leave(board: Board) -> None:
    """After the end nothing of ours is left on the page."""
    board.open("<input id=a>")
    before = board.page.content()
    board.show(next=["#a"], panel=PANEL)

    board.run("painter.destroy()")

    assert before == board.page.content()


def test_a_page_popover_is_not_closed(board: Board) -> None:
    """An open menu of the page stays open while we draw."""
    board.open("<input id=a><input id=b><div id=menu popover>越南 +84</div>")
    board.page.evaluate("menu.showPopover()")

    repaint(board)

    assert board.page.evaluate("menu.matches(':popover-open')")


def test_the_page_hears_no_event_of_ours(board: Board) -> None:
    """Opening our layers fires nothing a listener of the page could see."""
    board.open("<input id=a><input id=b>")
    board.page.evaluate(
        """heard = []; for (const type of ['toggle', 'beforetoggle', 'animationstart',
          'animationend', 'resize', 'scroll', 'focusin', 'focusout'])
          window.addEventListener(type, () => heard.push(type), true)"""
    )

    repaint(board)

    assert [] == board.page.evaluate("heard")


@pytest.mark.parametrize("open_first", [True, False])
def test_a_modal_stays_modal(board: Board, open_first: bool) -> None:
    """Esc closes the page's dialog, and the page under it stays out of reach."""
    board.open("<button id=b>x</button><dialog id=d><input id=a></dialog>")
    board.page.evaluate("hits = 0; b.onclick = () => hits++; null")
    if open_first:
        board.page.evaluate("d.showModal()")
    board.show(next=["#b"], panel=PANEL)
    if not open_first:
        board.page.evaluate("d.showModal()")
    board.frames()

    x, y, width, height = board.box("#b")
    board.page.mouse.click(x + width / 2, y + height / 2)
    board.page.keyboard.press("Escape")

    assert 0 == board.page.evaluate("hits")
    assert not board.page.evaluate("d.open")


def test_idle_costs_nothing(board: Board) -> None:
    """When nothing moves, no frame of ours runs."""
    board.open("<input id=a><input id=b>")
    board.run(
        "globalThis.asked = 0; const ask = requestAnimationFrame;"
        "globalThis.requestAnimationFrame = (run) => { asked++; return ask(run); }"
    )
    board.show(next=["#a"], labels={"#b": "Mật khẩu"}, panel=PANEL)
    board.frames(90)

    before = board.run("asked")
    board.frames(30)

    assert before == board.run("asked")


def sizes(board: Board) -> dict[str, Any]:
    """What the page can measure of itself."""
    answer: dict[str, Any] = json.loads(
        board.page.evaluate(
            "JSON.stringify({w: document.documentElement.scrollWidth,"
            " h: document.documentElement.scrollHeight})"
        )
    )
    return answer


def test_layout_is_the_pages_own(board: Board) -> None:
    """Even in a grid `<html>` with rules for last children nothing shifts."""
    board.open(
        "<html style='display:grid;gap:20px'><body><input id=a><input id=b></body>"
    )
    before = (sizes(board), board.box("#a"))

    repaint(board)

    assert before == (sizes(board), board.box("#a"))
