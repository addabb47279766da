"""From what every frame answered to one verdict for each expectation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from companion.check.fixture import Expected
from companion.check.report import Box, Candidate, TargetResult


@dataclass(frozen=True)
class Answer:
    """What the look over one frame told (scripts/look.js)."""

    url: str
    top: bool
    #: Target -> selector of the true element, if it stands in this frame.
    truths: Mapping[str, str]
    told: Mapping[str, Any]
    #: Where the frame starts in its page, in CSS pixels.
    offset: tuple[float, float] = (0.0, 0.0)

    @property
    def official(self) -> bool:
        """The document is one of the site."""
        return bool(self.told["official"])

    @property
    def states(self) -> tuple[str, ...]:
        """The page states of this document alone."""
        return tuple(self.told["states"])

    @property
    def matches(self) -> Mapping[str, int]:
        """Target -> elements that its selector matches; -1: it is no selector."""
        matches: Mapping[str, int] = self.told["matches"]
        return matches

    def found(self, target: str) -> Mapping[str, Any] | None:
        """The locator's answer; None for a target that is not looked for here."""
        found: Mapping[str, Any] | None = self.told["targets"].get(target)
        return found


def judge(
    target: str, expected: Expected | None, answers: list[Answer]
) -> TargetResult:
    """The result over all frames: one wrong answer outweighs any right one."""
    heard = [
        (answer, told)
        for answer in answers
        if (told := answer.found(target)) is not None
    ]
    chosen = _weightiest(heard, target)
    if chosen is None:
        return TargetResult(
            target, "found" if expected else "absent", "absent", False, False
        )
    answer, told = chosen
    found = told["verdict"] == "found"
    return TargetResult(
        target=target,
        expected="found" if expected else "absent",
        verdict=told["verdict"],
        covered=bool(told["covered"]),
        wrong_element=found and not told["same"],
        evidence=tuple(told["evidence"]),
        css=told["css"],
        frame="" if answer.top or not told["css"] else answer.url,
        box=_moved(told["box"] or told["truth"], answer.offset),
        candidates=_candidates(answers, target),
    )


def _weightiest(
    heard: list[tuple[Answer, Mapping[str, Any]]], target: str
) -> tuple[Answer, Mapping[str, Any]] | None:
    """A wrong answer, else a right one, else doubt, else the frame it should be in."""

    def weight(one: tuple[Answer, Mapping[str, Any]]) -> tuple[int, bool]:
        answer, told = one
        if told["verdict"] == "found":
            return (2 if told["same"] else 3, True)
        return (1 if told["verdict"] == "ambiguous" else 0, target in answer.truths)

    return max(heard, key=weight, default=None)


def _candidates(answers: list[Answer], target: str) -> tuple[Candidate, ...]:
    told = [answer.found(target) or {} for answer in answers]
    return tuple(
        Candidate(**{**candidate, "evidence": tuple(candidate["evidence"])})
        for one in told
        for candidate in one.get("candidates", [])
    )


def _moved(box: list[float] | None, offset: tuple[float, float]) -> Box | None:
    if box is None:
        return None
    x, y, width, height = box
    return (x + offset[0], y + offset[1], width, height)
