"""`companion doctor`: look whether this computer is ready."""

from __future__ import annotations

from typing import Annotated

import typer

from companion.cli.start import Language, LanguageOption
from companion.cli.words import say


def doctor(
    json: Annotated[
        str | None, typer.Option("--json", help=say("doctor.option.json"))
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help=say("doctor.option.offline"))
    ] = False,
    lang: LanguageOption = Language.vi,
) -> None:
    """Look at browser, network, fonts, disk and more."""
    from companion.doctor.command import Options, run

    raise typer.Exit(run(Options(json=json, offline=offline, lang=lang.value)))
