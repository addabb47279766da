"""The command line: one thin module a command, nothing heavy imported early."""

from __future__ import annotations

import sys

from companion.cli.app import app
from companion.cli.printer import report
from companion.cli.usage import understood


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
        ended = app(with_default_flow(sys.argv[1:]), standalone_mode=False)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 1
    except Exception as error:
        return _failed(error)
    return ended if isinstance(ended, int) else 0


def _failed(error: Exception) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error, file=sys.stderr)
        return 2
    return report(understood(error) or error)
