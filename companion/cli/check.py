"""`companion check`: hold packs against saved pages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from companion.cli.start import BrowserOption, Language, LanguageOption
from companion.cli.words import say


def check(  # noqa: PLR0913 - the options of DESIGN 5
    fixture: Annotated[
        list[str] | None, typer.Argument(help=say("check.option.fixture"))
    ] = None,
    selectors: Annotated[
        Path | None, typer.Option(help=say("check.option.selectors"))
    ] = None,
    fixtures: Annotated[
        Path | None, typer.Option(help=say("check.option.fixtures"))
    ] = None,
    json: Annotated[
        str | None, typer.Option("--json", help=say("check.option.json"))
    ] = None,
    html: Annotated[Path | None, typer.Option(help=say("check.option.html"))] = None,
    mutations: Annotated[
        int, typer.Option(min=0, help=say("check.option.mutations"))
    ] = 0,
    seed: Annotated[int, typer.Option(help=say("check.option.seed"))] = 1,
    jobs: Annotated[
        int, typer.Option(min=1, max=16, help=say("check.option.jobs"))
    ] = min(4, os.cpu_count() or 1),
    against: Annotated[
        str | None, typer.Option(help=say("check.option.against"))
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help=say("check.option.watch"))
    ] = False,
    browser: BrowserOption = None,
    lang: LanguageOption = Language.vi,
) -> None:
    """Look for every target on every saved page."""
    from companion.check.command import Options, run
    from companion.data import fixtures_dir, selectors_dir

    options = Options(
        names=tuple(fixture or ()),
        selectors=selectors or selectors_dir(),
        fixtures=fixtures or fixtures_dir(),
        json=json,
        html=html,
        mutations=mutations,
        seed=seed,
        jobs=jobs,
        against=against,
        watch=watch,
        browser=browser,
        lang=lang.value,
    )
    raise typer.Exit(run(options))
