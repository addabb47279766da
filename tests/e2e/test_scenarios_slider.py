"""The slider, in the words of a person whom it refuses: scenarios 16 and 17."""

from __future__ import annotations

import json

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.overlay import overlap
from tests.e2e.running import wait_until
from tests.e2e.spot import Spot

pytestmark = pytest.mark.timeout(240)
REFUSED = ".errloading"
MICE = """() => {
  globalThis.hands = [];
  const note = ({ type, isTrusted }) => hands.push([type, isTrusted]);
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'click'])
    addEventListener(type, note, true);
}"""


def test_thanh_truot_keo_hoai_khong_duoc(start: Starter) -> None:
    """Scenario 16: "I drag the slider and drag it, it won't take it".

    Twice: slowly, once. The third time the program leaves the browser to the person.
    It never moves the slider: before the first drag no event has reached the page.
    """
    spot = Spot(start("--practice", "classic", "--scenario", "slider-refuses-always"))
    spot.open_form()
    spot.see("label", "Ô trượt xác minh")
    spot.page.evaluate(MICE)
    for number in ("lần 1", "lần 2"):
        drag(spot)
        spot.see("help", "chưa chấp nhận lần kéo này", number, "thật chậm")
        assert not any(is_over(spot, name) for name in ("bubble", "panel"))
        spot.page.click(REFUSED)

    drag(spot)

    spot.told("handed_over", reason="slider_refused")
    wait_until(lambda: spot.drawn.hosts() == [], "nothing of ours")
    hands = spot.page.evaluate("hands")
    assert all(trusted for _, trusted in hands)
    assert 3 == sum(kind == "pointerup" for kind, _ in hands) - 2


def test_o_truot_khong_hien_ra(start: Starter) -> None:
    """Scenario 17: "The slider does not appear": blockers and network, no dragging."""
    spot = Spot(start("--practice", "classic", "--scenario", "slider-blocked"))
    spot.open_form()

    told = spot.see("help", "chưa tải được", "Đây không phải lỗi kéo", "F5")

    assert "Tắt chặn quảng cáo" in spot.drawn.text("choices")
    assert "kéo lại" not in told
    assert "captcha.slider_handle" not in json.dumps(spot.companion.events())


def drag(spot: Spot) -> None:
    """Drag to the end by hand, and wait for the site's refusal."""
    handle = spot.page.locator(".btn_slide")
    handle.scroll_into_view_if_needed()
    handle.hover()
    box = handle.bounding_box()
    assert box is not None
    spot.page.mouse.down()
    spot.page.mouse.move(box["x"] + 600, box["y"] + 12, steps=20)
    spot.page.mouse.up()
    spot.page.wait_for_selector(REFUSED)


def is_over(spot: Spot, name: str) -> bool:
    """Whether something of ours lies over the slider."""
    box = spot.page.locator(".nc-container").bounding_box()
    assert box is not None
    track = (box["x"], box["y"], box["width"], box["height"])
    return any(overlap(one, track) for one in spot.drawn.boxes(name))
