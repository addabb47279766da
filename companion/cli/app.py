"""The typer application with its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from companion import __version__
from companion.cli.capture import capture
from companion.cli.check import check
from companion.cli.demo import demo
from companion.cli.doctor import doctor
from companion.cli.forget import forget
from companion.cli.guide import guide
from companion.cli.pick import pick
from companion.cli.start import start
from companion.cli.words import say

app = typer.Typer(
    # Plain help: rich alone would take as long to import as everything else.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(help=say("command.start"))(start)
app.command(help=say("command.demo"))(demo)
app.command(help=say("command.check"))(check)
app.command(help=say("command.pick"))(pick)
app.command(help=say("command.capture"))(capture)
app.command(help=say("command.guide"))(guide)
app.command(help=say("doctor.command"))(doctor)
app.command(help=say("forget.command"))(forget)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"companion {__version__}")
        raise typer.Exit


@app.callback(help=say("command.companion"))
def companion(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help=say("option.version"), callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Hold the options that belong to no command."""
    del version
