"""What was chosen on the page in an earlier run, and keeping it for the next one."""

from __future__ import annotations

from companion.cli.printer import tell
from companion.settings import Settings, keep_settings, read_settings
from companion.welcome.choice import Choice


def recall() -> Settings:
    """The choices made before; says so when there are some that can't be read."""
    remembered = read_settings()
    if not remembered.readable:
        tell("settings.unreadable")
    return remembered.settings


def keep(choice: Choice) -> None:
    """Remember a choice, if the person wants that; says so when it can't be."""
    if not choice.remember:
        return
    chosen = {
        "account": choice.account,
        "shared_computer": choice.shared,
        "skip_welcome": True,
    }
    if not keep_settings(read_settings().settings.model_copy(update=chosen)):
        tell("settings.not_kept")
