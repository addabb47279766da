"""A slider's handle has no words; its track has."""

from __future__ import annotations

from .conftest import Looker, container, target

BOX = container("track", texts=["请按住滑块，拖动到最右边"])
SLIDER = target(
    "slider",
    kind="slider",
    within=["track"],
    witnesses=2,
    keys={"id": ["nc_*_n1z"], "class": ["btn_slide"]},
)
TRACK = """
<div style="position:relative;width:300px;height:38px">
  <div style="position:absolute;width:10px;height:38px"></div>
  {handle}
  <div style="position:absolute;width:300px;line-height:38px;text-align:center">
    <span>请按住滑块，拖动到最右边</span></div></div>"""
STYLE = "position:absolute;left:0;width:40px;height:36px;z-index:2"


def test_a_handle_is_known_by_its_keys(look: Looker) -> None:
    """The number in the id may be any."""
    handle = f"<span id=nc_7_n1z class=btn_slide style='{STYLE}'></span>"

    seen = look(TRACK.format(handle=handle), SLIDER, containers=[BOX])

    assert "#nc_7_n1z" == seen["slider"]


def test_a_handle_is_known_by_its_place(look: Looker) -> None:
    """With all names changed, the one draggable thing on the track is the handle."""
    handle = f"<i id=it style='{STYLE};cursor:move'></i>"

    seen = look(TRACK.format(handle=handle), SLIDER, containers=[BOX])

    assert "#it" == seen["slider"]


def test_a_track_without_a_handle_has_none(look: Looker) -> None:
    """When the handle is gone, nothing else on the track is taken for it."""
    seen = look(TRACK.format(handle=""), SLIDER, containers=[BOX])

    assert "absent" == seen["slider"]


def test_a_track_may_say_its_words_itself(look: Looker) -> None:
    """The empty thing to drag stands in the very box that has the words."""
    markup = f"""<div style="position:relative;width:300px;height:40px">
      <b id=it style="{STYLE};cursor:grab"></b>请按住滑块，拖动到最右边</div>"""

    seen = look(markup, SLIDER, containers=[BOX])

    assert "#it" == seen["slider"]


def test_what_has_words_is_no_handle(look: Looker) -> None:
    """A small link on the track of a slider that failed is pressed, not dragged."""
    again = f"<a id=again style='{STYLE};cursor:pointer'>重试</a>"

    seen = look(TRACK.format(handle=again), SLIDER, containers=[BOX])

    assert "absent" == seen["slider"]
