"""How far the person is: always computed, never assumed."""

from __future__ import annotations

from companion.session.journey import progress
from companion.session.knowledge import Knowledge


def test_the_next_target_decides_the_milestone(known: Knowledge) -> None:
    """What is to be done now tells where the person is, whatever else is on screen."""
    reached = progress(known, ("form",), "tab")

    assert reached is not None
    assert ("pick", 0, 3) == (reached.milestone.id, reached.done, reached.of)


def test_states_decide_where_nothing_is_next(known: Knowledge) -> None:
    """With nothing to do, the furthest state on screen tells."""
    reached = progress(known, ("home", "form"), None)

    assert reached is not None
    assert "fill" == reached.milestone.id


def test_success_is_everything_done(known: Knowledge) -> None:
    """Once the account exists nothing is left."""
    reached = progress(known, ("success",), None)

    assert reached is not None
    assert (3, 3) == (reached.done, reached.of)


def test_an_unknown_page_is_no_progress(known: Knowledge) -> None:
    """A page that belongs to no milestone tells nothing."""
    assert progress(known, ("unknown",), None) is None
