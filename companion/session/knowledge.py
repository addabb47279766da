"""The part of a pack that the session needs: order, states and words, no selectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from companion.pack.codes import tone_of

#: More names than these would make a tag a paragraph (agent/src/guide/missing.ts).
_NAMES = 3


@dataclass(frozen=True)
class Words:
    """What is said about a target, in the session's language."""

    label: str
    hint: str
    codes: Mapping[str, str]
    tags: Mapping[str, str] = field(default_factory=dict)

    def at(self, code: str) -> str:
        """The bubble's words: the sentence of the verdict code, or the hint."""
        return self.codes.get(code) or self.hint

    def tone(self, code: str) -> str:
        """How the bubble looks with them."""
        if not self.codes.get(code):
            return "todo"
        return tone_of(code)

    def tag(self, code: str) -> str:
        """The tag's words: what is to be said of the value, or the label."""
        return self.tags.get(code) or self.label


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
    tags: Mapping[str, str] = field(default_factory=dict)

    def tag(self, target: str, code: str, missing: tuple[str, ...]) -> str:
        """A tag's words, as the agent makes them (agent/src/guide/guide.ts)."""
        labels = [self.words[one].label for one in missing if one in self.words]
        if not labels:
            return self.words[target].tag(code)
        names, more = labels[:_NAMES], [self.tags["more"]] if labels[_NAMES:] else []
        return self.tags["missing"].format(names=", ".join([*names, *more]))

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
            tags=brief["tags"],
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
