"""`companion pick`: point at an element, and the pack learns to recognise it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from companion.cli.start import BrowserOption, Language, LanguageOption
from companion.cli.words import say


def pick(  # noqa: PLR0913 - the options of DESIGN 5
    place: Annotated[str | None, typer.Argument(help=say("pick.option.place"))] = None,
    target: Annotated[str | None, typer.Option(help=say("pick.option.target"))] = None,
    kind: Annotated[str | None, typer.Option(help=say("pick.option.kind"))] = None,
    selectors: Annotated[
        Path | None, typer.Option(help=say("check.option.selectors"))
    ] = None,
    fixtures: Annotated[
        Path | None, typer.Option(help=say("check.option.fixtures"))
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=say("pick.option.yes"))] = False,
    browser: BrowserOption = None,
    lang: LanguageOption = Language.vi,
) -> None:
    """Take the anchors of one element into the pack."""
    from companion.data import fixtures_dir, selectors_dir
    from companion.pick.command import Options, run

    options = Options(
        place=place,
        target=target,
        kind=kind,
        selectors=selectors or selectors_dir(),
        fixtures=fixtures or fixtures_dir(),
        yes=yes,
        browser=browser,
        lang=lang.value,
    )
    raise typer.Exit(run(options))
