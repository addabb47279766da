"""Reading the event stream as any other program would: from the file, line by line."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Box = tuple[float, float, float, float]

# The events that carry advice beside that about the next step.
_ADVICE = ("notice", "handed_over")


@dataclass(frozen=True)
class Step:
    """The one thing to do now, as the events tell it; boxes in CSS pixels on screen."""

    page: str
    target: str
    hint: str
    rect: Box
    visible: bool
    scroll: Box | None
    good: bool = False


@dataclass(frozen=True)
class Place:
    """Where a tab is."""

    url: str
    practice: bool


class Reading:
    """What the events have told so far; `more()` takes in what is new."""

    def __init__(self, file: Path) -> None:
        self._lines = file.open(encoding="utf-8")
        self._rest = ""
        self.port: int | None = None
        self.front: str | None = None
        self.places: dict[str, Place] = {}
        self.finished: dict[str, Any] | None = None
        self.events: list[dict[str, Any]] = []
        self._labelled: dict[tuple[str, str], Step] = {}
        self._steps: dict[str, Step] = {}
        self._good: set[tuple[str, str]] = set()

    def close(self) -> None:
        """Close the file."""
        self._lines.close()

    def more(self) -> bool:
        """Read on; says whether there was anything new."""
        self._rest += self._lines.read()
        *lines, self._rest = self._rest.split("\n")
        for line in lines:
            self._take(json.loads(line))
        return bool(lines)

    @property
    def step(self) -> Step | None:
        """What is next on the tab the person is on, and whether it is good already."""
        step = self._steps.get(self.front or "")
        good = step is not None and (step.page, step.target) in self._good
        return replace(step, good=True) if step is not None and good else step

    @property
    def succeeded(self) -> bool:
        """Whether the account was seen to exist."""
        return bool(self.finished and self.finished["success"])

    @property
    def advice(self) -> str:
        """The newest sentence about what the site says or does, or nothing."""
        told = [e.get("sentence") for e in self.events if e["event"] in _ADVICE]
        return next((str(sentence) for sentence in reversed(told) if sentence), "")

    def labelled(self, target: str) -> Step | None:
        """A target on the tab the person is on that is shown, next or not."""
        return self._labelled.get((self.front or "", target))

    def _take(self, event: dict[str, Any]) -> None:
        self.events.append(event)
        page = event.get("page", "")
        match event["event"]:
            case "browser":
                self.port = event["port"]
            case "page":
                self.places[page] = Place(event["url"], event["practice"])
                if event["front"]:
                    self.front = page
            case "shown":
                self._shown(page, event)
            case "hidden":
                self._hidden(page, event["target"])
            case "verdict":
                known = {(page, event["target"])}
                self._good = (self._good - known) | (
                    known if event["code"] == "ok" else set()
                )
            case "finished":
                self.finished = event

    def _shown(self, page: str, event: dict[str, Any]) -> None:
        scroll = event["scroll"] and tuple(event["scroll"]["rect"])
        step = Step(
            page,
            event["target"],
            event["hint"],
            tuple(event["rect"]),
            event["visible"],
            scroll,
        )
        self._labelled[page, step.target] = step
        if event["next"]:
            self._steps[page] = step
        elif self._is_next(page, event["target"]):
            del self._steps[page]

    def _hidden(self, page: str, target: str) -> None:
        self._labelled.pop((page, target), None)
        if self._is_next(page, target):
            del self._steps[page]

    def _is_next(self, page: str, target: str) -> bool:
        step = self._steps.get(page)
        return step is not None and step.target == target
