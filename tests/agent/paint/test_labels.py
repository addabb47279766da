"""Label tags name every field and cover none."""

from __future__ import annotations

from itertools import combinations

from .conftest import PANEL, Board
from .test_bubble import halo, overlap

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
