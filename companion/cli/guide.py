"""`companion guide`: write the whole guide as one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from companion.cli.start import (
    Account,
    BrowserOption,
    Language,
    LanguageOption,
)
from companion.cli.words import say


def guide(  # noqa: PLR0913 - one option for each choice there is
    out: Annotated[Path, typer.Option(help=say("guide.option.out"))] = Path(
        "companion-guide.html"
    ),
    pdf: Annotated[Path | None, typer.Option(help=say("guide.option.pdf"))] = None,
    phone: Annotated[
        bool, typer.Option("--phone", help=say("guide.option.phone"))
    ] = False,
    account: Annotated[
        Account, typer.Option(help=say("option.account"))
    ] = Account.personal,
    browser: BrowserOption = None,
    lang: LanguageOption = Language.vi,
) -> None:
    """Write the guide to read or print."""
    from companion.guide.command import Options, run

    options = Options(
        out=out,
        pdf=pdf,
        phone=phone,
        account=account.value,
        browser=browser,
        lang=lang.value,
    )
    raise typer.Exit(run(options))
