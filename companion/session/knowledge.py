"""The part of a pack that the session needs: order, states and words, no selectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GOOD = "ok"


@dataclass(frozen=True)
class Words:
    """What is said about a target, in the session's language."""

    label: str
    hint: str
    codes: Mapping[str, str]

    def at(self, code: str) -> str:
        """The bubble's words: the sentence of the verdict code, or the hint."""
        return self.codes.get(code) or self.hint

    def tone(self, code: str) -> str:
        """How the bubble looks with them."""
        if not self.codes.get(code):
            return "todo"
        return "good" if code == GOOD else "bad"


@dataclass(frozen=True)
class Milestone:
    """One stretch of the journey; it is reached when one of its targets is next."""

    id: str
    words: str
    targets: frozenset[str]
    states: frozenset[str]


@dataclass(frozen=True)
class Knowledge:
    """Read from a compiled brief (companion/pack/brief.py) and the pack's journey."""

    rank: Mapping[str, int]
    words: Mapping[str, Words]
    states: tuple[str, ...]
    unless: Mapping[str, frozenset[str]]
    milestones: tuple[Milestone, ...]

    @classmethod
    def read(
        cls, brief: Mapping[str, Any], milestones: tuple[Milestone, ...]
    ) -> Knowledge:
        """Pick what the session needs out of a brief."""
        states = [state for page in brief["pages"] for state in page["states"]]
        targets = [target for page in brief["pages"] for target in page["targets"]]
        return cls(
            rank={target: index for index, target in enumerate(brief["order"])},
            words={target["id"]: Words(**target["words"]) for target in targets},
            states=tuple(dict.fromkeys(state["id"] for state in states)),
            unless=_unless(states),
            milestones=milestones,
        )


def plain(words: str) -> str:
    """The words as they stand on screen: `**` is the markup of bold."""
    return words.replace("**", "")


def _unless(states: list[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """A state may have several ways to hold; what rules out one rules out all."""
    ruled: dict[str, frozenset[str]] = {}
    for state in states:
        ruled[state["id"]] = ruled.get(state["id"], frozenset()) | set(state["unless"])
    return ruled
