"""`companion start`: open the site and guide."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from companion.cli.words import flow_names, say


class Language(StrEnum):
    """The languages there are sentences for."""

    vi = "vi"
    en = "en"


class Account(StrEnum):
    """The two kinds of account."""

    personal = "personal"
    enterprise = "enterprise"


AccountOption = Annotated[Account, typer.Option(help=say("option.account"))]
BrowserOption = Annotated[str | None, typer.Option(help=say("option.browser"))]
EventsOption = Annotated[Path | None, typer.Option(help=say("option.events"))]
PracticeOption = Annotated[
    str | None, typer.Option(help=say("option.practice", flows=flow_names()))
]
LanguageOption = Annotated[Language, typer.Option(help=say("option.lang"))]
ScenarioOption = Annotated[str | None, typer.Option(help=say("option.scenario"))]


def start(  # noqa: PLR0913 - the options of DESIGN 5
    account: Annotated[Account | None, typer.Option(help=say("option.account"))] = None,
    practice: PracticeOption = None,
    scenario: ScenarioOption = None,
    browser: BrowserOption = None,
    lang: LanguageOption = Language.vi,
    yes: Annotated[bool, typer.Option("--yes", help=say("option.yes"))] = False,
    url: Annotated[str | None, typer.Option(help=say("option.url"))] = None,
    events: EventsOption = None,
    shared: Annotated[
        bool, typer.Option("--shared", help=say("sessions.option.shared"))
    ] = False,
    welcome: Annotated[
        bool, typer.Option("--welcome", help=say("welcome.option"))
    ] = False,
    mobile: Annotated[
        bool, typer.Option("--mobile", help=say("guide.option.mobile"))
    ] = False,
    after: Annotated[bool, typer.Option("--after", help=say("after.option"))] = False,
) -> None:
    """Guide a person through the sign-up in their own browser."""
    from companion.session.mobile import phone_sized
    from companion.session.start import Options, run

    options = Options(
        account=account.value if account else None,
        practice=practice,
        scenario=scenario,
        browser=browser,
        lang=lang.value,
        yes=yes,
        url=url,
        events=events,
        shared=shared,
        welcome=welcome,
        after=after,
    )
    raise typer.Exit(run(phone_sized(options) if mobile else options))
