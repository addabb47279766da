"""The bubble stands beside its target, inside the window, and never on the target."""

from __future__ import annotations

import pytest

from .conftest import Board

LONG = "**Mật khẩu**: 8–20 ký tự, không khoảng trắng, có chữ hoa và ký tự đặc biệt."
# Ring offset and width: what the bubble must leave free round its target.
HALO = 7


def overlap(a: list[float], b: list[float]) -> float:
    """Square pixels both boxes cover."""
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return max(0, width) * max(0, height)


def halo(box: tuple[float, ...]) -> list[float]:
    """The target with its ring."""
    x, y, width, height = box
    return [x - HALO, y - HALO, width + 2 * HALO, height + 2 * HALO]


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600), (640, 400)])
def test_never_covers_its_target(board: Board, size: tuple[int, int]) -> None:
    """Over a grid of target positions it is inside the window and off the target."""
    width, height = size
    board.page.set_viewport_size({"width": width, "height": height})
    board.open("<input id=target style='position:fixed;width:180px;height:30px'>")
    board.show(next=["#target", LONG])

    faults = []
    for x in range(0, width - 180, (width - 180) // 5):
        for y in range(0, height - 30, (height - 30) // 5):
            board.page.evaluate(
                "([x, y]) => { target.style.left = x + 'px';"
                " target.style.top = y + 'px'; }",
                [x, y],
            )
            board.run("painter.repair()")
            bubble = board.drawn()["bubble"]
            window = [0.0, 0.0, width, height]
            off = bubble and not overlap(bubble, halo(board.box("#target")))
            if not off or overlap(bubble, window) < bubble[2] * bubble[3] - 1:
                faults.append((x, y, bubble))

    assert [] == faults


def test_prefers_the_right(board: Board) -> None:
    """With room everywhere it stands to the right, clear of fields below."""
    board.open("<input id=target style='position:fixed;left:300px;top:300px'>")

    board.show(next=["#target", LONG])

    x, _, width, _ = board.box("#target")
    assert x + width + HALO <= board.drawn()["bubble"][0]


def test_gives_way_to_marked_fields(board: Board) -> None:
    """A marked field on the right sends the bubble to a free side."""
    board.open(
        "<input id=target style='position:fixed;left:500px;top:300px'>"
        "<input id=other style='position:fixed;left:740px;top:300px;width:300px'>"
    )

    board.show(next=["#target", LONG], labels={"#other": "Họ tên"})

    assert 0 == overlap(board.drawn()["bubble"], list(board.box("#other")))


def test_gives_way_to_what_the_page_offers(board: Board) -> None:
    """A button beside the field can be pressed, though the pack knows nothing of it."""
    board.open(
        "<p style='position:fixed;left:500px;top:300px'><input id=target>"
        "<button id=send style='margin-left:12px;width:140px'>Nhận mã</button></p>"
    )

    board.show(next=["#target", LONG])

    assert 0 == overlap(board.drawn()["bubble"], list(board.box("#send")))


SLIDER = (
    "<div id=track style='position:fixed;left:200px;top:300px;width:400px;height:38px'>"
    "<div id=handle style='width:40px;height:38px;background:gray'></div></div>"
)


def test_keeps_off_the_way_of_a_slider(board: Board) -> None:
    """The whole track stays free, for the handle has to be dragged along it."""
    board.open(SLIDER)

    board.show(next=["#handle", LONG, "todo", "#track"])

    bubble = board.drawn()["bubble"]
    assert 600 <= bubble[0]
    assert bubble[1] < 319 < bubble[1] + bubble[3]


def test_stays_on_the_screen_beside_a_long_track(board: Board) -> None:
    """A track that leaves no room at its ends has the bubble over or under it."""
    board.open(SLIDER.replace("left:200px", "left:20px").replace("400px", "1300px"))

    board.show(next=["#handle", LONG, "todo", "#track"])

    assert 0 == overlap(board.drawn()["bubble"], list(board.box("#track")))


def test_hides_rather_than_cover_a_target_as_large_as_the_window(board: Board) -> None:
    """Without room on any side there is only the ring."""
    board.open("<div id=target style='position:fixed;inset:30px;border:1px solid'>")

    board.show(next=["#target", LONG])

    drawn = board.drawn()
    assert drawn["ring"]
    assert drawn["bubble"] is None


def test_stays_with_its_target_in_a_nested_scroller(board: Board) -> None:
    """Scrolled inside a scroller inside a page, the bubble keeps to its target."""
    board.open(
        "<div style='height:300px'></div>"
        "<div id=s style='height:300px;overflow:auto'><div style='height:900px'></div>"
        "<input id=target><div style='height:900px'></div></div>"
        "<div style='height:2000px'></div>"
    )
    board.show(next=["#target", LONG])

    board.page.evaluate("s.scrollTop = 800; scrollTo(0, 250)")

    bubble, (x, y, width, height) = board.drawn()["bubble"], board.box("#target")
    assert x + width + 16 == pytest.approx(bubble[0], abs=1)
    assert y + height / 2 == pytest.approx(bubble[1] + bubble[3] / 2, abs=1)


def test_is_left_out_in_child_frames(board: Board) -> None:
    """A scene without bubble draws the ring alone."""
    board.open("<input id=target>")

    board.show(next=["#target"], bubble=False)

    drawn = board.drawn()
    assert drawn["ring"]
    assert drawn["bubble"] is None


FRAME = (
    "<div style='height:{above}px'></div><iframe id=frame style='width:400px;"
    "height:300px;border:10px solid gray;padding:20px;margin-left:60px'></iframe>"
    "<div style='height:2000px'></div>"
)


def test_stands_beside_a_target_of_a_child_frame(board: Board) -> None:
    """The rectangle is counted from the frame's content box, not its border."""
    board.open(FRAME.format(above=100))
    x, y, _, _ = board.box("#frame")

    board.show(framed={"owner": "#frame", "rect": [50, 80, 200, 30]})

    drawn = board.drawn()
    target = (x + 30 + 50, y + 30 + 80, 200.0, 30.0)
    assert drawn["ring"] is None
    assert target[0] + 200 + 16 == pytest.approx(drawn["bubble"][0], abs=1)
    assert 0 == overlap(drawn["bubble"], halo(target))


def test_keeps_off_the_way_of_a_slider_in_a_child_frame(board: Board) -> None:
    """The track, too, is counted from the frame's content box."""
    board.open(FRAME.format(above=100))
    x, y, _, _ = board.box("#frame")
    track = [10.0, 80.0, 300.0, 30.0]

    board.show(framed={"owner": "#frame", "rect": [10, 80, 40, 30], "clear": track})

    kept = [x + 30 + 10, y + 30 + 80, 300.0, 30.0]
    assert kept[0] + 300 <= board.drawn()["bubble"][0]


def test_follows_the_frame(board: Board) -> None:
    """Scrolling the page and scaling the frame move the bubble with the rectangle."""
    board.open(FRAME.format(above=700))
    board.run("watch()")
    board.show(framed={"owner": "#frame", "rect": [50, 80, 200, 30]})

    board.page.evaluate(
        "frame.style.transform = 'scale(.5)'; frame.style.transformOrigin = '0 0';"
        "scrollTo(0, 500)"
    )

    x, y, _, _ = board.box("#frame")
    bubble = board.drawn()["bubble"]
    assert x + (30 + 50 + 200) / 2 + 16 == pytest.approx(bubble[0], abs=1)
    assert y + (30 + 80 + 15) / 2 == pytest.approx(bubble[1] + bubble[3] / 2, abs=1)


def test_is_hidden_while_its_rectangle_is_outside_the_frame(board: Board) -> None:
    """A target scrolled out of its frame has no bubble."""
    board.open(FRAME.format(above=100))

    board.show(framed={"owner": "#frame", "rect": [50, 800, 200, 30]})

    assert board.drawn()["bubble"] is None
