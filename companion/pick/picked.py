"""What a picker tells: the element that was taken, and how a pack answers to it."""

from __future__ import annotations

import json
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
    #: A selector, for `[expect]` of a fixture; empty if none fits it alone.
    css: str
    #: The official host and the path of its document.
    host: str
    path: str
    #: Address of the frame it stands in, `*` for its query; None for the page itself.
    frame: str | None = None

    @classmethod
    def of(cls, told: Mapping[str, Any], frame: str | None = None) -> Self:
        """Read the report of scripts/picker.js that came from `frame`."""
        return cls(
            kind=str(told["kind_of"]),
            words={name: tuple(told["words"][name]) for name in WORDS},
            keys={name: str(value) for name, value in told["keys"].items()},
            known=told["known"],
            states=tuple(told["states"]),
            css=told["css"],
            host=told["host"],
            path=told["path"],
            frame=frame and frame.partition("#")[0].partition("?")[0] + "*",
        )

    def expectation(self, target: str) -> str:
        """The line of a `fixture.toml` that says where the target stands."""
        frame = f", frame = {_quoted(self.frame)}" if self.frame else ""
        return f"{_quoted(target)} = {{ css = {_quoted(self.css)}{frame} }}"


def _quoted(text: str) -> str:
    # A JSON string without DEL is a basic string of TOML.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


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
