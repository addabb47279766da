"""Mistakes in a command line, told as every other failure: what happened, what to do.

Typer's own sentences are English, and it brings its classes along privately
(`typer._click`), so they are known by their names here.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from companion.errors import CompanionError

#: An exception of typer's, which has no public type.
Typers = Any


class UsageInvalid(CompanionError):
    """A command line that can't be understood."""

    exit_code = 2


def understood(error: Exception) -> CompanionError | None:
    """The failure behind one of typer's exceptions; None for any other exception."""
    kinds = {one.__name__ for one in type(error).__mro__}
    if "UsageError" not in kinds:
        return None
    command = Path(_command(error)).name.replace("__main__.py", "companion")
    for kind, describe in _DESCRIBED.items():
        if kind in kinds:
            key, fields = describe(error)
            return UsageInvalid(f"usage.{key}", command=command, **fields)
    return UsageInvalid("usage.any", command=command)


def _command(error: Typers) -> str:
    context = error.ctx
    return context.command_path if context is not None else "companion"


def _option(error: Typers) -> tuple[str, dict[str, str]]:
    known = sorted(
        {
            name
            for param in error.ctx.command.params
            for name in param.opts
            if name.startswith("--")
        }
        if error.ctx is not None
        else ()
    )
    near = get_close_matches(error.option_name, known, n=1)
    if near:
        return "option_meant", {"option": error.option_name, "meant": near[0]}
    return "option", {"option": error.option_name}


def _value(error: Typers) -> tuple[str, dict[str, str]]:
    param = error.param
    name = max(param.opts, key=len) if param is not None and param.opts else "?"
    choices = getattr(getattr(param, "type", None), "choices", None)
    if choices:
        words = ", ".join(str(getattr(one, "value", one)) for one in choices)
        return "choice", {"option": name, "choices": words}
    return "value", {"option": name}


def _command_name(error: Typers) -> tuple[str, dict[str, str]]:
    group = error.ctx.command if error.ctx is not None else None
    return "command", {"commands": ", ".join(getattr(group, "commands", ()))}


def _plain(error: Typers) -> tuple[str, dict[str, str]]:
    """Typer raises these two without a class of their own."""
    if error.message.startswith("No such command"):
        return _command_name(error)
    if "extra argument" in error.message:
        return "extra", {}
    return "any", {}


# The most special first: they inherit from one another.
_DESCRIBED = {
    "NoSuchOption": _option,
    "NoSuchCommand": _command_name,
    "MissingParameter": lambda error: ("missing", _value(error)[1]),
    "BadParameter": _value,
    "BadOptionUsage": lambda error: ("needs_value", {"option": error.option_name}),
    "UsageError": _plain,
}
