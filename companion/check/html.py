"""The report as one HTML file: every fixture as a picture with what was found on it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader

from companion.check.against import changes
from companion.check.report import FixtureResult, Picture, Report, TargetResult
from companion.check.terminal import Terminal
from companion.sentences import Sentences


@dataclass(frozen=True)
class Mark:
    """A target drawn on the picture; sides in per cent of the picture's."""

    target: str
    outcome: str
    evidence: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class View:
    """A fixture as it is shown, before and after."""

    result: FixtureResult
    picture: str
    marks: tuple[Mark, ...]


def write_html(
    file: Path, report: Report, before: Report | None, words: tuple[Sentences, Terminal]
) -> None:
    """Write the report, what is wrong or refused first. Raises OSError."""
    sentences, terminal = words
    environment = Environment(
        loader=PackageLoader("companion.check", "templates"), autoescape=True
    )
    prefix = "check."
    say = {
        key.removeprefix(prefix): sentences.written(key)
        for key in sentences
        if key.startswith(prefix)
    }
    old = {one.path: one for one in before.fixtures} if before else {}
    page = environment.get_template("report.html.jinja").render(
        lang=sentences.lang,
        say=say,
        report=report,
        total=sum(1 for _ in report.targets),
        pairs=[
            (_view(one), _view(old[one.path]) if one.path in old else None)
            for one in sorted(report.fixtures, key=_badness, reverse=True)
        ],
        tell=terminal.tell,
        changed=[terminal.tell_change(one) for one in changes(before, report)]
        if before
        else None,
    )
    file.write_text(page, encoding="utf-8")


def _badness(fixture: FixtureResult) -> tuple[int, int, bool]:
    wrong, refused = fixture.count("wrong"), fixture.count("refused")
    return wrong, refused, not fixture.states_correct


def _view(result: FixtureResult) -> View:
    picture = result.picture
    if picture is None:
        return View(result, "", ())
    data = b64encode(picture.jpeg).decode("ascii")
    return View(
        result, f"data:image/jpeg;base64,{data}", tuple(_marks(result, picture))
    )


def _marks(result: FixtureResult, picture: Picture) -> Iterator[Mark]:
    for target in result.targets:
        if target.box is None or (target.expected == "absent" and not target.css):
            continue
        x, y, width, height = target.box
        yield Mark(
            target=target.target,
            outcome=target.outcome,
            evidence=_evidence(target),
            x=100 * x / picture.width,
            y=100 * y / picture.height,
            width=100 * width / picture.width,
            height=100 * height / picture.height,
        )


def _evidence(target: TargetResult) -> str:
    return "\n".join((target.target, target.css, *target.evidence)).strip()
