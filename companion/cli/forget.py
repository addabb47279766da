"""`companion forget`: remove everything the program ever wrote."""

from __future__ import annotations

from typing import Annotated

import typer

from companion.cli.start import Language, LanguageOption
from companion.cli.words import say


def forget(
    yes: Annotated[bool, typer.Option("--yes", help=say("forget.option.yes"))] = False,
    lang: LanguageOption = Language.vi,
) -> None:
    """Remove profiles, choices, translations, logs and captures."""
    from companion.forget.command import Options, run

    del lang  # read by companion.cli.words
    raise typer.Exit(run(Options(yes=yes)))
