"""Label tags name every field and cover none."""

from __future__ import annotations

from itertools import combinations

import pytest

from .conftest import PANEL, Board, Box
from .test_bubble import halo, overlap
from .test_ring import PLACES

ROWS = {
    "user": "Tên đăng nhập",
    "password": "Mật khẩu",
    "again": "Nhập lại mật khẩu",
    "country": "Quốc gia: chọn **越南 +84**",
    "phone": "Số điện thoại: bỏ số 0 đầu",
    "code": "Mã xác nhận",
}
FORM = (
    "<style>.row{height:40px}label{display:inline-block;width:90px}</style>"
    "<form style='padding:60px 300px'>"
    + "".join(
        f"<div class=row><label>会员名</label><input id={row}></div>" for row in ROWS
    )
    + "<button id=submit>同意并注册</button></form>"
)
LABELS = {f"#{row}": words for row, words in ROWS.items() if row != "user"}
SENTENCE = "Nhập **tên đăng nhập**: 6–20 ký tự, chữ thường, số hoặc gạch dưới."


def test_cover_neither_fields_nor_ring_nor_bubble_nor_each_other(board: Board) -> None:
    """In a six-row form every tag stands free."""
    board.open(FORM)

    board.show(next=["#user", SENTENCE], labels=LABELS | {"#submit": "Đồng ý"})

    drawn = board.drawn()
    tags = list(drawn["labels"].values())
    fields = [list(board.box(css)) for css in [*LABELS, "#submit"]]
    kept_free = [*fields, halo(board.box("#user")), drawn["bubble"]]
    assert 6 == len(tags)
    assert [] == [(a, b) for a in tags for b in kept_free if overlap(a, b)]
    assert [] == [(a, b) for a, b in combinations(tags, 2) if overlap(a, b)]


def test_prefer_blank_paper_to_the_words_of_the_page(board: Board) -> None:
    """A field followed by words of the page gets its tag somewhere else."""
    board.open(
        "<div style='padding:200px'><input id=agree type=checkbox>"
        "<span id=terms>同意《会员章程》和《隐私政策》</span></div>"
    )

    board.show(labels={"#agree": "Đánh dấu ô đồng ý"})

    [tag] = board.drawn()["labels"].values()
    assert 0 == overlap(tag, list(board.box("#terms")))


ROW = "<div style='position:absolute;left:{left}px;top:200px;width:420px'>{row}</div>"
TERMS = (
    "<label><input id=agree type=checkbox> 创建网站账号的同时，我同意遵守："
    "《阿里巴巴服务条款》及《隐私声明》</label>"
)


def words_under(board: Board, tag: list[float]) -> float:
    """Square pixels of the page's letters that a tag covers."""
    rects = board.page.evaluate(
        """() => {
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const boxes = [], range = document.createRange();
          while (words.nextNode()) {
            range.selectNode(words.currentNode);
            boxes.push(...[...range.getClientRects()].map(
              ({ x, y, width, height }) => [x, y, width, height]));
          }
          return boxes;
        }"""
    )
    return sum(overlap(tag, rect) for rect in rects)


def test_of_a_check_box_stand_left_of_its_words(board: Board) -> None:
    """The words right of the box and the row above stay readable."""
    board.open(
        "<body><p style='position:absolute;left:300px;top:160px'>请按住滑块，拖动到最右"
        f"<p>{ROW.format(left=300, row=TERMS)}"
    )

    board.show(labels={"#agree": "Ô đồng ý điều khoản"})

    [tag] = board.drawn()["labels"].values()
    assert 0 == words_under(board, tag)
    assert tag[0] + tag[2] <= board.box("#agree")[0]


def test_are_left_out_where_no_side_is_free(board: Board) -> None:
    """Rather no tag than one over what a person has to read."""
    row = "企业账户注册" * 20
    half = f"<br>{row}" * 12
    agree = f"{row[:30]}<input id=agree type=checkbox>{row}"
    board.open(f"<body style='margin:0;white-space:nowrap'>{half}<br>{agree}{half}")

    board.show(labels={"#agree": "Ô đồng ý điều khoản"})

    assert {} == board.drawn()["labels"]


def test_keep_off_an_open_list(board: Board) -> None:
    """Not even the blank part of a list that lies over the page is covered."""
    board.open(
        "<body><input id=phone style='position:absolute;left:300px;top:200px'>"
        "<div id=list style='position:absolute;left:500px;top:180px;width:300px;"
        "height:90px;background:#fff'>越南</div>"
    )

    board.show(labels={"#phone": "Số điện thoại"})

    [tag] = board.drawn()["labels"].values()
    assert 0 == overlap(tag, list(board.box("#list")))


def test_keep_off_the_way_of_a_slider(board: Board) -> None:
    """The tag of another mark does not stand on the track either."""
    board.open(
        "<body><div id=track style='position:absolute;left:300px;top:200px;width:400px;"
        "height:38px'><div id=handle style='width:40px;height:38px'></div></div>"
        "<input id=code style='position:absolute;left:120px;top:206px'>"
    )

    board.show(next=["#handle", SENTENCE, "todo", "#track"], labels={"#code": "Mã"})

    [tag] = board.drawn()["labels"].values()
    assert 0 == overlap(tag, list(board.box("#track")))


def test_make_room_for_an_error_that_appears(board: Board) -> None:
    """When the site writes a message where a tag stands, the tag moves."""
    board.open(
        "<div style='padding:200px'><input id=phone><b id=error></b></div>",
    )
    board.run("watch()")
    board.show(labels={"#phone": "Số điện thoại"})
    before = board.drawn()["labels"]["#phone"]

    board.page.evaluate("error.textContent = '手机号码格式不正确，请重新输入'")
    board.frames(12)

    after = board.drawn()["labels"]["#phone"]
    assert overlap(before, list(board.box("#error"))) > 0
    assert 0 == overlap(after, list(board.box("#error")))


def test_keep_inside_the_window(board: Board) -> None:
    """A field at the right edge gets its tag on another side."""
    board.open("<input id=edge style='position:fixed;right:4px;top:200px'>")

    board.show(labels={"#edge": "Nhập lại mật khẩu"})

    [tag] = board.drawn()["labels"].values()
    assert tag[0] + tag[2] <= 1366


def test_scroll_with_their_fields(board: Board) -> None:
    """A scrolled form keeps every tag at its place beside its field."""
    board.open(FORM + "<div style='height:2000px'></div>")
    board.show(labels=LABELS)
    before = board.drawn()["labels"]

    board.page.evaluate("scrollTo(0, 130)")

    after = board.drawn()["labels"]
    assert {css: [x, y - 130, w, h] for css, (x, y, w, h) in before.items()} == after


def distance(one: Box, other: Box) -> float:
    """From edge to edge along the farther axis."""
    (x, y, width, height), (left, top, wide, high) = one, other
    across = max(left - x - width, x - left - wide)
    return max(across, top - y - height, y - top - high)


@pytest.mark.parametrize(("html", "change"), PLACES.values(), ids=PLACES)
def test_go_wherever_their_fields_go(board: Board, html: str, change: str) -> None:
    """In the page, a scroller, a fixed bar: a tag stays just beside its field."""
    board.open(html)
    board.run("watch()")
    board.show(labels={"#target": "Tên"})
    board.frames()

    if change:
        board.page.evaluate(change)

    [tag] = board.drawn()["labels"].values()
    assert 0 <= distance(tag, board.box("#target")) <= 12


ROOM = "<div style='height:3000px'></div>"
SCROLLED = {
    "page": (FORM + ROOM, "scrollTo(0, 60)"),
    "scroller": (
        f"<div id=s style='height:500px;overflow:auto'>{FORM}{ROOM}</div>",
        "s.scrollTop = 60",
    ),
    "fixed": (
        f"<div style='position:fixed;top:0'>{FORM}</div>{ROOM}",
        "scrollTo(0, 60)",
    ),
    "sticky": (
        f"<div style='position:sticky;top:0'>{FORM}</div>{ROOM}",
        "scrollTo(0, 60)",
    ),
}


@pytest.mark.parametrize(("html", "scroll"), SCROLLED.values(), ids=SCROLLED)
def test_need_no_frame_of_ours_to_scroll(board: Board, html: str, scroll: str) -> None:
    """The browser itself moves a tag with its field: no script of ours is in time."""
    board.open(html)
    board.show(labels={"#code": "Mã"})
    beside = board.drawn()["labels"]["#code"][1] - board.box("#code")[1]
    board.run("void (requestAnimationFrame = () => 0)")

    board.page.evaluate(scroll)

    tag = board.drawn()["labels"]["#code"]
    assert beside == pytest.approx(tag[1] - board.box("#code")[1], abs=0.6)


def test_leave_the_page_as_long_as_it_was(board: Board) -> None:
    """A tag below the last field of the page does not let it scroll further."""
    board.open(
        "<body style='margin:0'><button style='display:block;"
        "width:1350px;height:900px'>"
        "会员名</button><input id=last style='display:block;width:1350px'>"
    )
    size = "[document.scrollingElement.scrollHeight, innerHeight]"
    before = board.page.evaluate(size)
    board.page.evaluate("scrollTo(0, 9999)")

    board.show(labels={"#last": "Nhập **mã xác nhận** trong tin nhắn"})

    [tag] = board.drawn()["labels"].values()
    assert tag[1] > board.box("#last")[1]
    assert before == board.page.evaluate(size)


def test_go_with_what_cuts_their_field_off(board: Board) -> None:
    """Where a closed part of the page hides the field, its tag is not seen either."""
    board.open(
        "<div id=part style='height:60px;overflow:hidden'><p>会员名</p>"
        "<p id=row><input id=target></p></div>"
    )
    board.run("watch()")
    board.page.evaluate("part.style.height = '30px'")
    bare = board.page.screenshot()
    board.page.evaluate("part.style.height = '90px'")
    board.show(labels={"#target": "Tên"})
    board.frames()
    assert bare != board.page.screenshot()

    board.page.evaluate("part.style.height = '30px'")
    board.frames()

    assert bare == board.page.screenshot()


def test_keep_off_a_bar_that_their_field_has_come_under(board: Board) -> None:
    """What stood beside the field elsewhere on the way says nothing of here."""
    board.open(
        "<div id=bar style='position:fixed;left:490px;width:30px;top:0;height:120px;"
        "background:#eee'>车</div><input id=target style='position:absolute;"
        f"left:300px;top:300px'>{ROOM}"
    )
    board.show(labels={"#target": "Tên đăng nhập"})
    board.frames()
    board.page.evaluate("scrollTo(0, 250)")
    board.frames()

    board.show(labels={"#target": "Tên"})

    [tag] = board.drawn()["labels"].values()
    assert 0 == overlap(tag, list(board.box("#bar")))


def test_come_and_go_singly(board: Board) -> None:
    """A scene with other labels leaves the ones in common where they are."""
    board.open(FORM)
    board.show(labels={"#user": "Tên", "#phone": "Số điện thoại"})
    before = board.drawn()["labels"]

    board.show(labels={"#phone": "Số điện thoại", "#code": "Mã"})

    after = board.drawn()["labels"]
    assert ["#code", "#phone"] == sorted(after)
    assert before["#phone"] == after["#phone"]


def test_disappear_when_the_guide_is_hidden(board: Board) -> None:
    """Hidden, only the pill of the panel is left."""
    board.open(FORM)
    board.show(next=["#user"], labels=LABELS, panel=PANEL)

    board.show(next=["#user"], labels=LABELS, panel=PANEL, hidden=True)

    drawn = board.drawn()
    assert (None, None, {}) == (drawn["ring"], drawn["bubble"], drawn["labels"])
    assert drawn["panel"][3] < 60


def test_no_tag_lies_on_a_panel_that_grows(board: Board) -> None:
    """Where fields stand all over the window, its words can be read all the same."""
    rows = "".join(
        f"<p style='margin:9px 30px'><input id=a{n}> <input id=b{n} "
        "style='position:absolute;right:250px'></p>"
        for n in range(24)
    )
    board.open(f"<form>{rows}</form>")
    tags = {f"#{side}{n}": f"Ô số {n}" for n in range(24) for side in "ab"}

    board.show(labels=tags, panel=PANEL)
    board.frames(40)

    board.show(labels=tags, panel=PANEL | {"sentence": "Đợi một lát. " * 20})

    drawn = board.drawn()
    assert len(drawn["labels"]) > 20
    assert [] == [
        tag for tag in drawn["labels"].values() if overlap(tag, drawn["panel"])
    ]
