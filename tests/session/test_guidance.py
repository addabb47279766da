"""What is shown in a tab, decided from the reports of its frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from companion.pack.hosts import FOREIGN
from companion.session.guidance import framed, leader, merged_states, shown
from companion.session.knowledge import Knowledge
from companion.session.view import TabView
from tests.session.conftest import CHILD, report, seen

Build = Callable[..., TabView]


def test_the_earliest_wanted_target_leads(tab: Build, known: Knowledge) -> None:
    """Of two frames that want something, the one earlier in the journey leads."""
    view = tab(report(seen("tab")), report(seen("name")), [0, 0, 400, 300])

    lead = leader(view, known)

    assert view.top is lead


def test_a_child_frame_leads_when_the_top_has_nothing_to_do(
    tab: Build, known: Knowledge
) -> None:
    """A frame leads when no other wants anything."""
    view = tab(report(), report(seen("name")), [0, 0, 400, 300])

    lead = leader(view, known)

    assert view.frames[CHILD] is lead


def test_boxes_of_a_child_frame_are_moved_into_the_top_viewport(
    tab: Build, known: Knowledge
) -> None:
    """A target's box counts from the top window's corner, wherever its frame stands."""
    view = tab(report(), report(seen("name")), [300, 200, 400, 300])

    mark = shown(view, leader(view, known), known)["name"]

    assert (310, 220, 100, 40) == mark.rect
    assert mark.next


def test_nothing_is_said_of_a_frame_whose_place_is_not_known(
    tab: Build, known: Knowledge
) -> None:
    """A box at the wrong place is worse than none: the frame's place comes first."""
    view = tab(report(), report(seen("name")))

    marks = shown(view, leader(view, known), known)

    assert {} == marks


def test_a_target_below_the_windows_edge_is_to_be_scrolled_to(
    tab: Build, known: Knowledge
) -> None:
    """A target that only its frame shows asks for the window to be scrolled."""
    view = tab(report(), report(seen("name")), [300, 900, 400, 300])

    mark = shown(view, leader(view, known), known)["name"]

    assert not mark.visible
    assert (0, 0, 1366, 700) == mark.scroll


def test_the_address_of_a_frame_is_told_without_its_query(
    tab: Build, known: Knowledge
) -> None:
    """Addresses lose their query before they are told to anybody."""
    view = tab(report(), report(seen("name")), [0, 0, 400, 300])

    mark = shown(view, leader(view, known), known)["name"]

    assert "https://reg.taobao.com/form" == mark.frame


def test_the_bubble_of_a_framed_target_belongs_to_the_top(
    tab: Build, known: Knowledge
) -> None:
    """The top document draws the bubble beside a target of its child frame."""
    view = tab(
        report(), report(seen("name", code="phone.leading_zero")), [300, 200, 400, 300]
    )

    bubble = framed(view, leader(view, known), known)

    assert bubble is not None
    assert (CHILD, (10, 20, 100, 40)) == (bubble.frame, bubble.rect)
    assert ("name bad", "bad") == (bubble.words, bubble.tone)


def test_labels_say_their_label_and_the_next_its_hint(
    tab: Build, known: Knowledge
) -> None:
    """The words told are those on screen, without their markup."""
    view = tab(report(seen("tab"), seen("login")))

    marks = shown(view, leader(view, known), known)

    assert "tab hint" == marks["tab"].hint
    assert "login label" == marks["login"].hint


@pytest.mark.parametrize("reason", ["hidden", "foreign"])
def test_nothing_is_shown_when_hidden_or_elsewhere(
    tab: Build, known: Knowledge, reason: str
) -> None:
    """Guidance is off while the person hides it, and on foreign pages."""
    view = tab(report(seen("tab")))
    if reason == "hidden":
        view.hidden = True
    else:
        view = replace(view, standing=FOREIGN)

    marks = shown(view, leader(view, known), known)

    assert {} == marks


def test_a_state_is_ruled_out_by_a_state_of_another_frame(
    tab: Build, known: Knowledge
) -> None:
    """`unless` is judged over all frames of a tab."""
    view = tab(report(states=["choice"]), report(states=["form"]), [0, 0, 400, 300])

    states = merged_states(view, known)

    assert ("form",) == states


def test_a_code_outside_the_closed_list_is_dropped(tab: Build) -> None:
    """Whatever an agent reports, only known verdict codes are taken in."""
    view = tab(report(seen("name", code="912345678")))

    assert view.top is not None
    assert "" == view.top.targets["name"].code


def test_a_frame_under_a_dialog_of_its_parent_shows_nothing(
    tab: Build, known: Knowledge
) -> None:
    """Where the top document covers a frame, guidance goes to what covers it."""
    child = report(seen("tab"), seen("name"))
    view = tab(report(seen("code")), child, [0, 0, 400, 300], covered=True)

    lead = leader(view, known)

    assert view.top is lead
    assert ["code"] == list(shown(view, lead, known))
