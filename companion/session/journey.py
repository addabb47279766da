"""How far the person is, computed from what is on screen and never assumed."""

from __future__ import annotations

from dataclasses import dataclass

from companion.session.knowledge import Knowledge, Milestone

SUCCESS = "success"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Progress:
    """The milestone being worked at; `done` counts those before it."""

    milestone: Milestone
    done: int
    of: int


def progress(
    known: Knowledge, states: tuple[str, ...], wanted: str | None
) -> Progress | None:
    """Where the person is; None while nothing on screen belongs to the journey.

    The next target decides; where nothing is next, the furthest milestone that one of
    the states belongs to.
    """
    count = len(known.milestones)
    if SUCCESS in states:
        return Progress(known.milestones[-1], count, count)
    for index, milestone in enumerate(known.milestones):
        if wanted in milestone.targets:
            return Progress(milestone, index, count)
    for index, milestone in reversed(list(enumerate(known.milestones))):
        if milestone.states.intersection(states):
            return Progress(milestone, index, count)
    return None
