"""The report as a person reads it in a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from companion.check.against import Change, changes
from companion.check.mutate.run import SAME_WORDS
from companion.check.report import Candidate, FixtureResult, Report, TargetResult
from companion.sentences import Sentences

_STYLES = {"correct": "green", "refused": "yellow", "wrong": "bold red"}
# Wrong answers on changed pages that are told one by one; the JSON has all.
_TOLD = 20


class Terminal:
    """Prints reports in one language."""

    def __init__(self, console: Console, sentences: Sentences) -> None:
        self._console = console
        self._sentences = sentences

    def show(self, report: Report, before: Report | None, seconds: float) -> None:
        """Everything worth reading: a table, each failure, the totals."""
        self._console.print(self._fixtures(report))
        for fixture in report.fixtures:
            self._failures(fixture)
        if report.mutations:
            self._console.print(self._mutations(report))
            self._wrong_answers(report)
        if before is not None:
            self._changes(changes(before, report))
        self._console.print(self._totals(report, seconds))

    def _say(self, key: str, **fields: object) -> str:
        return self._sentences.say(f"check.{key}", **fields)

    def _line(self, text: str, style: str = "", indent: int = 0) -> None:
        self._console.print(Text(" " * indent + text, style), soft_wrap=True)

    def _fixtures(self, report: Report) -> Table:
        table = Table(box=None, header_style="bold", pad_edge=False)
        for name in ("fixture", "states"):
            table.add_column(self._say(f"column.{name}"), overflow="fold")
        for name in ("targets", "correct", "refused", "wrong"):
            table.add_column(self._say(f"column.{name}"), justify="right")
        for fixture in report.fixtures:
            style = "" if fixture.correct else _worst(fixture)
            table.add_row(
                Text(fixture.path, style),
                Text(
                    " ".join(fixture.seen) or "–",
                    "" if fixture.states_correct else "red",
                ),
                str(len(fixture.targets)),
                *(_count(fixture, outcome) for outcome in _STYLES),
            )
        return table

    def _failures(self, fixture: FixtureResult) -> None:
        if fixture.correct:
            return
        self._line("")
        self._line(fixture.path, "bold")
        if not fixture.states_correct:
            expected, seen = (
                " ".join(states) or self._say("none")
                for states in (fixture.expected, fixture.seen)
            )
            self._line(self._say("states", expected=expected, seen=seen), "red", 2)
        for target in fixture.targets:
            if target.outcome != "correct":
                self._failure(target)

    def _failure(self, target: TargetResult) -> None:
        key = target.outcome
        if target.outcome == "wrong" and target.expected == "absent":
            key = "uncalled"  # type: ignore[assignment]
        elif target.verdict == "ambiguous":
            key = "ambiguous"  # type: ignore[assignment]
        sentence = self._say(f"failure.{key}", target=target.target, css=target.css)
        self._line(sentence, _STYLES[target.outcome], 2)
        if target.evidence and target.outcome == "wrong":
            evidence = ", ".join(target.evidence)
            self._line(self._say("evidence", evidence=evidence), "", 4)
        for candidate in target.candidates:
            self._line(self.tell(candidate), "dim" if not candidate.truth else "", 4)

    def tell(self, candidate: Candidate) -> str:
        """One candidate with what it lacked, in one sentence."""
        reason = self._say(f"reason.{candidate.reason}", detail=candidate.detail)
        key = "candidate.truth" if candidate.truth else "candidate.other"
        return self._say(key, css=candidate.css, text=candidate.text, reason=reason)

    def _mutations(self, report: Report) -> Table:
        table = Table(box=None, header_style="bold", pad_edge=False)
        table.add_column(self._say("column.operator"))
        for name in ("cases", "found", "refused", "wrong"):
            table.add_column(self._say(f"column.{name}"), justify="right")
        table.add_column("%", justify="right")
        for one in report.mutations:
            share = f"{100 * one.found / one.cases:.1f}" if one.cases else "–"
            found = str(one.found) if one.operator != "delete" else "–"
            if one.operator not in SAME_WORDS:
                share = "–"
            wrong = Text(str(one.wrong), _STYLES["wrong"] if one.wrong else "")
            table.add_row(
                one.operator, str(one.cases), found, str(one.refused), wrong, share
            )
        return table

    def _wrong_answers(self, report: Report) -> None:
        told = [
            (operator.operator, miss)
            for operator in report.mutations
            for miss in operator.misses
            if miss.outcome == "wrong"
        ]
        for operator, miss in told[:_TOLD]:
            self._line(
                self._say(
                    "mutated",
                    operator=operator,
                    seed=miss.seed,
                    fixture=miss.fixture,
                    target=miss.target,
                    css=miss.css,
                    evidence=", ".join(miss.evidence),
                ),
                _STYLES["wrong"],
            )
        if len(told) > _TOLD:
            self._line(self._say("more", count=len(told) - _TOLD))

    def _changes(self, changed: list[Change]) -> None:
        self._line("")
        self._line(self._say("against.title" if changed else "against.same"), "bold")
        for one in changed:
            style = "green" if one.after == "correct" else _STYLES.get(one.after, "red")
            self._line(self.tell_change(one), style, 2)

    def tell_change(self, change: Change) -> str:
        """What was so and is so now, in one line."""
        words = [
            self._say(f"outcome.{outcome}") for outcome in (change.before, change.after)
        ]
        return f"{change.path}  {change.target}: {words[0]} → {words[1]}"

    def _totals(self, report: Report, seconds: float) -> Text:
        style = "bold green" if report.correct else "bold red"
        return Text(
            "\n"
            + self._say(
                "totals",
                fixtures=len(report.fixtures),
                targets=sum(1 for _ in report.targets),
                correct=report.count("correct"),
                refused=report.count("refused"),
                wrong=report.count("wrong"),
                seconds=f"{seconds:.1f}",
            ),
            style,
        )


def _worst(fixture: FixtureResult) -> str:
    return _STYLES["wrong" if fixture.count("wrong") else "refused"]


def _count(fixture: FixtureResult, outcome: str) -> Text:
    count = fixture.count(outcome)  # type: ignore[arg-type]
    style = _STYLES[outcome] if count and outcome != "correct" else ""
    return Text(str(count) if count or outcome == "correct" else "·", style)
