"""What a check came to: results, totals, and the JSON that other programs read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from companion.errors import Problem

Outcome = Literal["correct", "refused", "wrong"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Candidate:
    """An element that might have been the target, and what it lacked.

    `reason` is a key of the sentences under `check.reason`; `detail` fills it.
    """

    css: str
    text: str
    truth: bool
    reason: str
    detail: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class TargetResult:
    """One expectation and the answer to it; `css` is the path of what was found."""

    target: str
    expected: Literal["found", "absent"]
    verdict: Literal["found", "ambiguous", "absent"]
    covered: bool
    wrong_element: bool
    evidence: tuple[str, ...] = ()
    css: str = ""
    #: Address of the frame of what was found; empty in the page itself.
    frame: str = ""
    #: Where it is in the picture, in CSS pixels of the whole page.
    box: Box | None = None
    #: The true element first, then the nearest others; empty unless it was missed.
    candidates: tuple[Candidate, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Silence where something should be found is refused, not wrong."""
        if self.wrong_element:
            return "wrong"
        missed = self.expected == "found" and self.verdict != "found"
        return "refused" if missed else "correct"

    def as_json(self) -> dict[str, Any]:
        """The object of DESIGN 5, with the frame where there is one."""
        told = {
            "target": self.target,
            "expected": self.expected,
            "verdict": self.verdict,
            "covered": self.covered,
            "correct": self.outcome == "correct",
            "wrong_element": self.wrong_element,
            "evidence": list(self.evidence),
            "css": self.css,
        }
        return told | ({"frame": self.frame} if self.frame else {})


@dataclass(frozen=True)
class Picture:
    """What a fixture looks like: a JPEG and its size in CSS pixels."""

    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True)
class FixtureResult:
    """One fixture: the states and the targets."""

    path: str
    expected: tuple[str, ...]
    seen: tuple[str, ...]
    targets: tuple[TargetResult, ...]
    picture: Picture | None = None

    @property
    def states_correct(self) -> bool:
        """Exactly the expected states were recognised."""
        return set(self.expected) == set(self.seen)

    @property
    def correct(self) -> bool:
        """Nothing about it is to be mended."""
        return self.states_correct and not self.count("wrong", "refused")

    def count(self, *outcomes: Outcome) -> int:
        """How many targets came out so."""
        return sum(target.outcome in outcomes for target in self.targets)

    def as_json(self) -> dict[str, Any]:
        """The object of DESIGN 5."""
        return {
            "path": self.path,
            "states": {"expected": list(self.expected), "seen": list(self.seen)},
            "targets": [target.as_json() for target in self.targets],
        }


@dataclass(frozen=True)
class Miss:
    """One answer on a changed page that was refused or wrong."""

    fixture: str
    target: str
    seed: int
    outcome: Outcome
    css: str
    evidence: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """All of it: with operator and seed it can be made again."""
        return {
            "fixture": self.fixture,
            "target": self.target,
            "seed": self.seed,
            "css": self.css,
            "evidence": list(self.evidence),
        }


@dataclass(frozen=True)
class OperatorResult:
    """One way of changing pages, over all fixtures and seeds.

    A case is a target that is found on the unchanged page. Of a deleted one, being
    refused is right and any answer is wrong.
    """

    operator: str
    cases: int
    found: int
    misses: tuple[Miss, ...] = ()

    @property
    def refused(self) -> int:
        """Cases without an answer."""
        return sum(miss.outcome == "refused" for miss in self.misses)

    @property
    def wrong(self) -> int:
        """Cases answered with another element."""
        return sum(miss.outcome == "wrong" for miss in self.misses)

    def as_json(self) -> dict[str, Any]:
        """The object of DESIGN 5, with every wrong answer."""
        wrong = [miss.as_json() for miss in self.misses if miss.outcome == "wrong"]
        return {
            "operator": self.operator,
            "cases": self.cases,
            "found": self.found,
            "refused": self.refused,
            "wrong": self.wrong,
            "wrong_cases": wrong,
        }


@dataclass(frozen=True)
class Report:
    """A whole check."""

    pack: str
    fixtures: tuple[FixtureResult, ...]
    mutations: tuple[OperatorResult, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def targets(self) -> Iterator[TargetResult]:
        """The targets of all fixtures."""
        for fixture in self.fixtures:
            yield from fixture.targets

    def count(self, *outcomes: Outcome) -> int:
        """How many targets came out so, over all fixtures."""
        return sum(fixture.count(*outcomes) for fixture in self.fixtures)

    @property
    def correct(self) -> bool:
        """Every fixture shows what it should, and no changed page misled."""
        return all(fixture.correct for fixture in self.fixtures) and not any(
            operator.wrong for operator in self.mutations
        )

    def as_json(self) -> dict[str, Any]:
        """The document of DESIGN 5."""
        return {
            "pack": self.pack,
            "fixtures": [fixture.as_json() for fixture in self.fixtures],
            "mutations": [operator.as_json() for operator in self.mutations],
            "totals": {
                "targets": sum(1 for _ in self.targets),
                "correct": self.count("correct"),
                "refused": self.count("refused"),
                "wrong": self.count("wrong"),
            },
            "problems": [str(problem) for problem in self.problems],
        }
