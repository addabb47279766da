"""What the terminal shows: messages on stderr, and failures as a calm sentence."""

from __future__ import annotations

import sys
import traceback

from companion.cli.words import say
from companion.errors import CompanionError, DataInvalid
from companion.places import state_dir


def tell(key: str, **fields: object) -> None:
    """One sentence on stderr, at once."""
    print(say(key, **fields), file=sys.stderr, flush=True)


def report(error: Exception) -> int:
    """Say what happened and what to do next; returns the exit code."""
    if not isinstance(error, CompanionError):
        print(say("unexpected.what"), file=sys.stderr)
        print(f"\n{say('unexpected.hint', log=_log(error))}", file=sys.stderr)
        return 1
    if isinstance(error, DataInvalid):
        for problem in error.problems:
            print(problem, file=sys.stderr)
    print(say(f"{error.sentence}.what", **error.fields), file=sys.stderr)
    print(f"\n{say(f'{error.sentence}.hint', **error.fields)}", file=sys.stderr)
    return error.exit_code


def _log(error: Exception) -> str:
    """Keep the traceback, which holds code and no values, for whoever mends it."""
    try:
        state_dir().mkdir(parents=True, exist_ok=True)
        log = state_dir() / "error.log"
        frames = traceback.extract_tb(error.__traceback__)
        lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        # The message of an error may quote what it choked on: only its kind is kept.
        lines.append(type(error).__name__)
        log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return "—"
    return str(log)
