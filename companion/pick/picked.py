"""What a picker tells: the element that was taken, and how a pack answers to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

WORDS = ("text", "label", "placeholder", "aria")


@dataclass(frozen=True)
class Picked:
    """The element a person pressed, as its page calls it; nothing that was typed."""

    kind: str
    #: `text`, `label`, `placeholder`, `aria` -> the words of that sort.
    words: Mapping[str, tuple[str, ...]]
    #: Attribute -> its value.
    keys: Mapping[str, str]
    #: The target it is taken for already.
    known: str | None
    #: Page states of its document.
    states: tuple[str, ...]
    #: A short path, for `[expect]` of a fixture.
    css: str
    #: The official host and the path of its document.
    host: str
    path: str

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """Read the report of scripts/picker.js."""
        return cls(
            kind=str(told["kind_of"]),
            words={name: tuple(told["words"][name]) for name in WORDS},
            keys={name: str(value) for name, value in told["keys"].items()},
            known=told["known"],
            states=tuple(told["states"]),
            css=told["css"],
            host=told["host"],
            path=told["path"],
        )


@dataclass(frozen=True)
class Trial:
    """How a pack that knows the target answers on the page it was picked on."""

    #: The target was found, and it is the element that was picked.
    found: bool
    verdict: str
    #: Other elements with words of the target.
    others: int
    evidence: tuple[str, ...]
    #: A key of the sentences under `check.reason`, and what fills it.
    reason: str
    detail: str

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """Read the report of scripts/picker.js."""
        return cls(
            told["found"],
            told["verdict"],
            told["others"],
            tuple(told["evidence"]),
            told["reason"],
            told["detail"],
        )
