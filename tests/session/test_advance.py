"""Progress as it is told to the event stream."""

from __future__ import annotations

import asyncio

import pytest

from companion.session import advance
from companion.session.advance import Advance
from companion.session.journey import Progress
from companion.session.knowledge import Milestone
from tests.loops import apart


def at(done: int) -> Progress:
    """A place on a journey of five milestones."""
    return Progress(Milestone(str(done), "", frozenset(), frozenset()), done, 5)


def test_a_step_back_for_a_moment_is_not_told() -> None:
    """Between two pages nothing is next for a moment: the journey stays where it is."""

    async def journey() -> list[int]:
        told: list[int] = []
        advance = Advance(lambda reached: told.append(reached.done))
        for done in (2, 0, 3):
            advance.reach(at(done))
        return told

    assert [2, 3] == apart(journey())


def test_a_step_back_that_stays_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who really goes back is followed."""
    monkeypatch.setattr(advance, "_BACK_S", 0.0)

    async def journey() -> list[int]:
        told: list[int] = []
        back = asyncio.Event()

        def tell(reached: Progress) -> None:
            told.append(reached.done)
            back.set()

        follow = Advance(tell)
        follow.reach(at(2))
        back.clear()
        follow.reach(at(1))
        await back.wait()
        return told

    assert [2, 1] == apart(journey())
