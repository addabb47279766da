"""`companion capture`: save the page a person is on as a fixture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from companion.cli.start import BrowserOption, Language, LanguageOption
from companion.cli.words import say


def capture(  # noqa: PLR0913 - one option for each choice there is
    name: Annotated[str | None, typer.Argument(help=say("capture.option.name"))] = None,
    url: Annotated[str | None, typer.Option(help=say("capture.option.url"))] = None,
    known: Annotated[
        bool, typer.Option("--known", help=say("capture.option.known"))
    ] = False,
    out: Annotated[Path | None, typer.Option(help=say("capture.option.out"))] = None,
    practice: Annotated[
        str | None, typer.Option(help=say("capture.option.practice"))
    ] = None,
    json: Annotated[
        str | None, typer.Option("--json", help=say("capture.option.json"))
    ] = None,
    browser: BrowserOption = None,
    lang: LanguageOption = Language.vi,
    yes: Annotated[bool, typer.Option("--yes", help=say("capture.option.yes"))] = False,
) -> None:
    """Save a page without anything that was typed."""
    from companion.capture.command import Options, run

    options = Options(
        name=name,
        url=url,
        known=known,
        out=out,
        browser=browser,
        practice=practice,
        json=json,
        lang=lang.value,
        yes=yes,
    )
    raise typer.Exit(run(options))
