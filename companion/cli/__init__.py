"""The command line: one thin module a command, nothing heavy imported early."""

from __future__ import annotations

import sys

from companion.cli.app import app
from companion.cli.printer import report
from companion.errors import CompanionError


def with_default_flow(arguments: list[str]) -> list[str]:
    """`--practice` may stand without a flow; an empty one means the first there is."""
    complete: list[str] = []
    for argument, following in zip(arguments, [*arguments[1:], "-"], strict=False):
        bare = argument == "--practice" and following.startswith("-")
        complete.extend(["--practice="] if bare else [argument])
    return complete


def main() -> int:
    """Run the command in `sys.argv`; the value is the exit code of DESIGN 5."""
    for stream in (sys.stdout, sys.stderr):
        # Redirected output on Windows is not UTF-8, and Vietnamese would not fit.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app(with_default_flow(sys.argv[1:]))
    except CompanionError as error:
        return report(error)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    except Exception as error:
        return report(error)
    return 0
