"""The panel tells the step, gets out of the way, and takes presses quietly."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import PANEL, Board
from .test_bubble import overlap

FIELD = "<input id=target style='position:fixed;left:{left}px;top:{top}px;width:200px'>"


def pill_free(board: Board) -> tuple[float, float]:
    """Where the first button of the panel is: the lower left part of it."""
    x, y, _, height = board.drawn()["panel"]
    return x + 40, y + height - 28


def test_rests_at_the_right_bottom(board: Board) -> None:
    """By default it stands 16 px from the lower right corner, at most 45 % high."""
    board.open("<p>你好</p>")

    board.show(panel=PANEL)

    x, y, width, height = board.drawn()["panel"]
    assert (1366 - 16, 768 - 16) == (x + width, y + height)
    assert 320 == width
    assert height <= 0.45 * 768


def test_shows_everything_at_once(board: Board) -> None:
    """Four lines of sentence and two of note need no scroll bar."""
    sentence = "Nhập **tên đăng nhập**: 6–20 ký tự, chữ thường không dấu. " * 2
    note = "Dựng từ tài liệu, chưa đối chiếu với trang thật. Thấy khác thì tin trang."
    board.open("<p>你好</p>")

    board.show(panel=PANEL | {"sentence": sentence, "note": note})

    assert board.drawn()["panel"][3] < 0.4 * 768


@pytest.mark.parametrize(("left", "top"), [(1100, 600), (1100, 60), (40, 600)])
def test_leaves_a_corner_it_would_cover(board: Board, left: int, top: int) -> None:
    """Wherever the next target is, panel, target and bubble stand apart."""
    board.open(FIELD.format(left=left, top=top))

    board.show(next=["#target", "Nhập **số điện thoại**"], panel=PANEL)

    drawn = board.drawn()
    assert 0 == overlap(drawn["panel"], list(board.box("#target")))
    assert 0 == overlap(drawn["panel"], drawn["bubble"])


def test_does_not_flutter(board: Board) -> None:
    """It stays in its new corner when the old one becomes free."""
    board.open(FIELD.format(left=1100, top=600))
    board.show(next=["#target"], panel=PANEL)
    before = board.drawn()["panel"]

    board.page.evaluate("target.style.left = '300px'; target.style.top = '300px'")
    board.run("painter.repair()")

    assert before == board.drawn()["panel"]


def test_is_small_in_a_small_window(board: Board) -> None:
    """At 640×400 it leaves most of the page free."""
    board.page.set_viewport_size({"width": 640, "height": 400})
    board.open("<p>你好</p>")

    board.show(panel=PANEL)

    assert board.drawn()["panel"][3] <= 130


def test_scrolls_long_advice_in_itself(board: Board) -> None:
    """Twenty lines of help do not make it higher than 45 % of the window."""
    board.open("<p>你好</p>")
    help_ = {"title": "Nếu bị kẹt", "lines": ["Tắt bộ gõ tiếng Việt."] * 20}

    board.show(panel=PANEL | {"help": help_})

    assert board.drawn()["panel"][3] <= 0.45 * 768


def test_reports_a_press(board: Board) -> None:
    """A person's press on a button becomes one action."""
    board.open("<p>你好</p>")
    board.show(panel=PANEL)

    board.page.mouse.click(*pill_free(board))

    assert ["stuck"] == board.run("actions")


def test_comes_back_from_the_pill(board: Board) -> None:
    """Hidden, it is one small button that asks to be shown again."""
    board.open("<p>你好</p>")
    board.show(panel=PANEL, hidden=True)
    x, y, width, height = board.drawn()["panel"]

    board.page.mouse.click(x + width / 2, y + height / 2)

    assert ["show"] == board.run("actions")


def test_works_from_the_keyboard(board: Board) -> None:
    """Tab reaches its buttons after the page's own fields, and Enter presses one."""
    board.open("<input id=a><input id=b>")
    board.show(next=["#a"], labels={"#b": "Mật khẩu"}, panel=PANEL)
    seen = []

    for _ in range(3):
        board.page.keyboard.press("Tab")
        seen.append(board.page.evaluate("document.activeElement.id"))
    board.page.keyboard.press("Enter")

    assert ["a", "b", ""] == seen
    assert ["stuck"] == board.run("actions")


def test_ignores_presses_made_by_scripts(board: Board) -> None:
    """Only a real person's press counts."""
    board.open("<p>你好</p>")
    board.show(panel=PANEL)
    x, y = pill_free(board)

    board.page.evaluate(
        """([clientX, clientY]) => {
          for (const type of ['mousedown', 'mouseup', 'click'])
            document.documentElement.lastElementChild.dispatchEvent(
              new MouseEvent(type, { bubbles: true, detail: 1, clientX, clientY }))
        }""",
        [x, y],
    )

    assert [] == board.run("actions")


def test_speaks_to_screen_readers(board: Board) -> None:
    """The sentence is a polite status in the language of the guide."""
    board.open("<p>你好</p>")
    board.show(panel=PANEL)

    nodes: list[dict[str, Any]] = board.cdp.send("Accessibility.getFullAXTree")["nodes"]

    [status] = [n for n in nodes if n.get("role", {}).get("value") == "status"]
    live = {p["name"]: p["value"]["value"] for p in status["properties"]}
    assert "polite" == live["live"]


def test_is_not_printed(board: Board) -> None:
    """On paper the page is as without us."""
    board.open("<input id=target>")
    board.show(next=["#target"], panel=PANEL)

    board.page.emulate_media(media="print")

    assert [0, 0, 0, 0] == board.drawn()["panel"]
