"""A lost connection."""

from __future__ import annotations

from companion.practice.flows import Loss
from companion.practice.outage import Outage

LOSS = Loss(at="/join/", seconds=60)


def test_connection_is_there_until_the_path_is_asked_for() -> None:
    """What comes before the path is answered."""
    outage = Outage(LOSS, speed=1)

    swallowed = outage.swallows("/")

    assert not swallowed


def test_nothing_is_answered_while_it_is_lost() -> None:
    """From the path on, every request goes without an answer."""
    outage = Outage(LOSS, speed=1)

    swallowed = [outage.swallows(path) for path in ("/join/form.htm", "/")]

    assert [True, True] == swallowed


def test_connection_comes_back() -> None:
    """When its time is over, the path is answered like any other."""
    outage = Outage(LOSS, speed=1e9)
    outage.swallows("/join/form.htm")

    swallowed = outage.swallows("/join/form.htm")

    assert not swallowed


def test_without_a_loss_everything_is_answered() -> None:
    """An ordinary rehearsal never loses its connection."""
    outage = Outage(None, speed=1)

    swallowed = outage.swallows("/join/form.htm")

    assert not swallowed
