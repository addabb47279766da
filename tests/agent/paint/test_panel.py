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


HELP: dict[str, Any] = {
    "title": "Chưa nhận được mã, xem lần lượt",
    "lines": ["Ô quốc gia là **越南 +84 (Việt Nam)**.", "Xem mục tin rác."],
    "choices": [
        {"id": "code_exits", "text": "Vẫn không có mã"},
        {"id": "code_asked", "text": "Có người hỏi mã"},
    ],
    "copies": [{"zh": "您好，我是越南用户。", "meaning": "Xin chào, tôi ở Việt Nam."}],
    "back": True,
}


def point(board: Board, words: str) -> None:
    """Move the pointer onto the button that bears these words."""
    x, y, width, height = button(board, words)
    board.page.mouse.move(x + width / 2, y + height / 2)


def press(board: Board, words: str) -> None:
    """Click that button."""
    point(board, words)
    board.page.mouse.down()
    board.page.mouse.up()


def button(board: Board, words: str) -> list[float]:
    """Where the button with these words is, as the accessibility tree has it."""
    board.frames()
    nodes: list[dict[str, Any]] = board.cdp.send("Accessibility.getFullAXTree")["nodes"]
    named = (n for n in nodes if "button" == n.get("role", {}).get("value"))
    node = next(n for n in named if words == n["name"]["value"])
    place = {"backendNodeId": node["backendDOMNodeId"]}
    model: dict[str, Any] = board.cdp.send("DOM.getBoxModel", place)["model"]
    left, top, *_ = model["border"]
    return [left, top, model["width"], model["height"]]


def test_scrolls_long_advice_in_itself(board: Board) -> None:
    """Forty lines of help do not make it higher than 60 % of the window."""
    board.open("<p>你好</p>")
    help_ = HELP | {"lines": ["Tắt bộ gõ tiếng Việt."] * 40}

    board.show(panel=PANEL | {"help": help_})

    assert board.drawn()["panel"][3] <= 0.6 * 768 + 1


def test_reports_a_choice(board: Board) -> None:
    """A press on a choice becomes its id."""
    board.open("<p>你好</p>")
    board.show(panel=PANEL | {"help": HELP})

    press(board, "Có người hỏi mã")
    press(board, "Quay lại")

    assert [["choose", "code_asked"], ["choose", "back"]] == board.run("actions")


def test_a_press_counts_though_the_advice_moves_meanwhile(board: Board) -> None:
    """The waited time grows by a line between finger down and finger up."""
    board.open("<p>你好</p>")
    board.show(panel=PANEL | {"help": HELP})
    point(board, "Có người hỏi mã")
    board.page.mouse.down()

    board.show(panel=PANEL | {"help": HELP | {"lines": ["Đã đợi 1:42."] * 3}})
    board.page.mouse.up()

    assert [["choose", "code_asked"]] == board.run("actions")


def test_letting_go_elsewhere_presses_nothing(board: Board) -> None:
    """Whoever changes their mind goes off the button first."""
    board.open("<p>你好</p>")
    board.show(panel=PANEL | {"help": HELP})
    point(board, "Có người hỏi mã")
    board.page.mouse.down()

    point(board, "Quay lại")
    board.page.mouse.up()

    assert [] == board.run("actions")


def test_other_lines_leave_the_focus_on_a_choice(board: Board) -> None:
    """Whoever goes by keys stays where they are while the waited time changes."""
    board.open("<p>你好</p>")
    board.show(panel=PANEL | {"help": HELP | {"lines": ["Đã đợi 1:42."]}})
    while focused(board) != "Có người hỏi mã":
        board.page.keyboard.press("Tab")

    board.show(panel=PANEL | {"help": HELP | {"lines": ["Đã đợi 1:43."]}})

    assert "Có người hỏi mã" == focused(board)


def focused(board: Board) -> str:
    """The words of the button that has the keys."""
    nodes: list[dict[str, Any]] = board.cdp.send("Accessibility.getFullAXTree")["nodes"]
    for node in nodes:
        has = {
            one["name"]: one["value"].get("value") for one in node.get("properties", [])
        }
        if has.get("focused") and "button" == node["role"]["value"]:
            return str(node["name"]["value"])
    return ""


def test_buttons_are_large_enough(board: Board) -> None:
    """Nobody has to aim: 24 by 24 CSS pixels at least."""
    board.open("<p>你好</p>")

    board.show(panel=PANEL | {"help": HELP})

    for words in ("Tôi bị kẹt", "A+", "Ẩn", "Có người hỏi mã", "Quay lại", "Chép"):
        _, _, width, height = button(board, words)
        assert min(width, height) >= 24, words


def test_copies_a_sentence(board: Board) -> None:
    """It can be pasted; focus and selection stayed where they were."""
    board.open("<input id=a value=abcdef>")
    board.page.evaluate("a.focus(); a.setSelectionRange(1, 3)")
    board.show(panel=PANEL | {"help": HELP})

    press(board, "Chép")

    button(board, "Đã chép")
    board.page.keyboard.press("ControlOrMeta+V")
    assert ["copied"] == board.run("actions")
    assert "a您好，我是越南用户。def" == board.page.input_value("#a")


def test_a_second_more_on_the_clock_moves_nothing(board: Board) -> None:
    """Only the clock's words change; the buttons under the pointer stay the same."""
    board.open("<p>你好</p>")
    board.show(panel=PANEL | {"help": HELP, "clock": "Đã chờ 1:42"})
    before = button(board, "Có người hỏi mã")

    board.show(panel=PANEL | {"help": HELP, "clock": "Đã chờ 1:43"})

    assert before == button(board, "Có người hỏi mã")


def test_a_banner_comes_first(board: Board) -> None:
    """What is wrong with the place stands above everything, and nothing is cut off."""
    board.open("<p>你好</p>")
    text = "Bạn đang ở biểu mẫu **doanh nghiệp**."

    board.show(panel=PANEL | {"banner": {"text": text, "tone": "warn"}})

    assert board.drawn()["panel"][3] < 0.55 * 768


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
def test_fits_at_every_size(board: Board, zoom: float, scale: int) -> None:
    """Row 48: zoomed or enlarged, it stays in the window, off target and bubble."""
    width, height = int(1366 / zoom), int(768 / zoom)
    board.page.set_viewport_size({"width": width, "height": height})
    board.open(FIELD.format(left=200, top=120))
    panel = PANEL | {"help": HELP, "clock": "Đã chờ 1:42"}

    board.show(next=["#target", "Nhập **số điện thoại**"], panel=panel, scale=scale)

    drawn = board.drawn()
    x, y, wide, high = drawn["panel"]
    assert x >= 0
    assert y >= 0
    assert x + wide <= width
    assert y + high <= height
    assert 0 == overlap(drawn["panel"], list(board.box("#target")))
    assert 0 == overlap(drawn["panel"], drawn["bubble"])


def test_rather_says_less_than_lies_on_a_field(board: Board) -> None:
    """The bubble says the sentence too: where fields are all over, buttons are left."""
    tops = range(70, 700, 86)  # between any two there is room for buttons alone
    style = "position: fixed; left: 10px; width: 1340px; top: {}px"
    rows = [f"<input id=a{top} style='{style.format(top)}'>" for top in tops]
    board.open("".join(rows))
    tags = {f"#a{top}": f"Ô số {top}" for top in tops}

    board.show(next=["#a328", "Nhập **số điện thoại**"], labels=tags, panel=PANEL)

    panel = board.drawn()["panel"]
    fields = [list(board.box(css)) for css in tags]
    assert 0 == sum(overlap(panel, field) for field in fields)
    button(board, "Tôi bị kẹt")


def test_long_advice_is_cut_where_the_bubble_begins(board: Board) -> None:
    """It keeps the room there is, and is scrolled to rather than drawn over a field."""
    board.open(FIELD.format(left=20, top=380).replace("200px", "1326px"))
    panel = PANEL | {"help": HELP | {"lines": ["Tắt bộ gõ tiếng Việt."] * 30}}

    board.show(next=["#target", "Nhập **số điện thoại**"], panel=panel)

    drawn = board.drawn()
    assert 0 == overlap(drawn["panel"], drawn["bubble"])
    assert 0 == overlap(drawn["panel"], list(board.box("#target")))
    assert drawn["panel"][3] > 0.4 * 768


def test_larger_words_are_larger(board: Board) -> None:
    """A+ enlarges the bubble too."""
    board.open(FIELD.format(left=200, top=120))
    words = "Nhập **số điện thoại** bỏ số 0 đầu, rồi bấm lấy mã một lần."
    board.show(next=["#target", words], panel=PANEL)
    usual = board.drawn()["bubble"]

    board.show(next=["#target", words], panel=PANEL, scale=150)

    larger = board.drawn()["bubble"]
    assert larger[2] * larger[3] > 2 * usual[2] * usual[3]


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
