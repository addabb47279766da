"""`companion forget` as one run: look, ask, remove, and tell what became of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from companion.cli.printer import tell
from companion.cli.words import say
from companion.errors import CompanionError
from companion.forget.traces import (
    Trace,
    drop_empty_folders,
    erase,
    find_traces,
    is_in_use,
)

_KB = 1 << 10
_MB = 1 << 20


class StillRunning(CompanionError):
    """A browser or a guide uses what is to be removed."""


class NobodyToAsk(CompanionError):
    """There is no terminal, and no `--yes`: bad usage."""

    exit_code = 2


@dataclass(frozen=True)
class Options:
    """`yes`: ask nothing, and remove captures too."""

    yes: bool


def run(options: Options) -> int:
    """Remove everything; 0 when nothing is left that was to go, else 1.

    Raises CompanionError: 1 while a browser of ours is open, 2 for bad usage.
    """
    traces = find_traces()
    shown = [one for one in traces if one.kind != "lock"]
    if not shown:
        _finish(traces)
        print(say("forget.nothing"))
        return 0
    if any(is_in_use(one) for one in traces):
        raise StillRunning("forget.running")
    captures = [one for one in shown if one.kind == "captures"]
    others = [one for one in shown if one.kind != "captures"]
    wanted = _agreed(others, "forget.question", options)
    wanted += _agreed(captures, "forget.captures_question", options)
    if not wanted:
        print(say("forget.kept"))
        return 0
    left = [path for one in wanted for path in erase(one)]
    _finish(traces)
    return _told(wanted, left)


def _agreed(traces: Sequence[Trace], question: str, options: Options) -> list[Trace]:
    """The traces if the person wants them removed, else none."""
    if not traces:
        return []
    for one in traces:
        print(_line("forget.found", one))
    if options.yes:
        return [*traces]
    if not sys.stdin.isatty():
        raise NobodyToAsk("forget.nobody_to_ask")
    try:
        answer = input(f"{say(question)} ")
    except EOFError:
        answer = ""
    return [*traces] if answer.strip().casefold() in say("forget.yes").split() else []


def _finish(traces: Sequence[Trace]) -> None:
    """Take away what nobody asks about: locks, and folders with nothing in them."""
    for one in traces:
        if one.kind == "lock":
            erase(one)
    drop_empty_folders()


def _told(wanted: Sequence[Trace], left: Sequence[Path]) -> int:
    gone = [one for one in wanted if not one.path.exists()]
    size = _amount(sum(one.size for one in gone))
    print(say("forget.gone", count=len(gone), size=size))
    print(say("forget.not_ours"))
    if not left:
        return 0
    tell("forget.left")
    for path in left:
        print(f"  {path}", file=sys.stderr)
    tell("forget.left_hint")
    return 1


def _line(key: str, one: Trace) -> str:
    what = say(f"forget.kind.{one.kind}")
    return say(key, what=what, path=one.path, size=_amount(one.size))


def _amount(size: int) -> str:
    return f"{size / _MB:.1f} MB" if size >= _MB else f"{-(-size // _KB)} KB"
