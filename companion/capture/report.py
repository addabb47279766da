"""What captures came to, as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from companion.capture.addresses import host_of
from companion.capture.recognise import Recognised
from companion.errors import CompanionError
from companion.sentences import Sentences


@dataclass(frozen=True)
class Captured:
    """One address, and the capture of what it showed."""

    asked: str
    #: Where the page ended up, as it may be kept.
    ended: str
    #: On the living page.
    seen: Recognised
    #: On the saved one.
    kept: Recognised
    #: Address of every frame that was saved.
    frames: tuple[str, ...]
    folder: Path
    #: False: the page was saved while it was still loading.
    loaded: bool
    #: Frames that did not open.
    missing: int = 0

    @property
    def lost(self) -> tuple[str, ...]:
        """What was recognised on the living page and is not on the saved one."""
        before = (*self.seen.states, *self.seen.found)
        after = {*self.kept.states, *self.kept.found}
        return tuple(one for one in before if one not in after)

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        return {
            "asked": self.asked,
            "ended": self.ended,
            "states": list(self.seen.states),
            "found": list(self.seen.found),
            "ambiguous": list(self.seen.ambiguous),
            "frames": list(self.frames),
            "missing_frames": self.missing,
            "lost": list(self.lost),
            "loaded": self.loaded,
            "folder": str(self.folder),
        }


@dataclass(frozen=True)
class Failed:
    """One address that could not be captured, and why."""

    asked: str
    error: CompanionError

    def as_json(self) -> dict[str, Any]:
        """The address and the key of the sentence."""
        return {"asked": self.asked, "problem": self.error.sentence}


Outcome = Captured | Failed


def show(outcomes: Sequence[Outcome], console: Console, sentences: Sentences) -> None:
    """A line for each address, then what was recognised there."""
    names = ("asked", "ended", "states", "frames")
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in names:
        table.add_column(sentences.say(f"capture.column.{name}"), overflow="fold")
    for one in outcomes:
        table.add_row(one.asked, *_cells(one, sentences))
    console.print(table)
    for one in outcomes:
        console.print()
        console.print(Text(one.asked, "bold"), soft_wrap=True)
        for line in _lines(one, sentences):
            console.print(Text(f"  {line}"), soft_wrap=True)


def _cells(one: Outcome, sentences: Sentences) -> tuple[str, str, str]:
    if isinstance(one, Failed):
        return (sentences.say("capture.failed"), "–", "–")
    hosts = dict.fromkeys(host_of(frame) for frame in one.frames)
    return (one.ended, " ".join(one.seen.states) or "–", " ".join(hosts) or "–")


def _lines(one: Outcome, sentences: Sentences) -> list[str]:
    if isinstance(one, Failed):
        return [sentences.say(f"{one.error.sentence}.what", **one.error.fields)]

    def listed(key: str, names: tuple[str, ...]) -> list[str]:
        told = ", ".join(names)
        return [sentences.say(f"capture.{key}", names=told)] if names else []

    none = [] if one.seen.found else [sentences.say("capture.found_nothing")]
    return [
        *listed("found", one.seen.found),
        *none,
        *listed("ambiguous", one.seen.ambiguous),
        *listed("lost", one.lost),
        *([] if one.loaded else [sentences.say("capture.still_loading")]),
        *([sentences.say("capture.missing", count=one.missing)] if one.missing else []),
        sentences.say("capture.saved", path=one.folder),
    ]
