"""`companion demo`: a scripted visitor rehearses a flow, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from companion.cli.start import (
    BrowserOption,
    EventsOption,
    Language,
    LanguageOption,
    ScenarioOption,
)
from companion.cli.words import flow_names, say

FlowArgument = Annotated[
    str, typer.Argument(help=say("option.flow", flows=flow_names()))
]


def demo(  # noqa: PLR0913 - the options of DESIGN 5
    flow: FlowArgument = "classic",
    scenario: ScenarioOption = None,
    out: Annotated[Path, typer.Option(help=say("option.out"))] = Path("companion-demo"),
    events: EventsOption = None,
    headless: Annotated[
        bool, typer.Option("--headless", help=say("option.headless"))
    ] = False,
    browser: BrowserOption = None,
    lang: LanguageOption = Language.vi,
) -> None:
    """Play a visitor on practice pages and write a gallery."""
    from companion.demo.run import Options, run

    options = Options(
        flow=flow,
        scenario=scenario,
        out=out,
        events=events,
        headless=headless,
        browser=browser,
        lang=lang.value,
    )
    raise typer.Exit(run(options))
