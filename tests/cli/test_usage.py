"""A mistake in the command line gets a calm sentence, and exit code 2."""

from __future__ import annotations

import sys

import pytest

from companion.cli import main
from companion.sentences import LANGUAGES, Sentences


@pytest.mark.parametrize(
    ("line", "key", "told"),
    [
        ("start --nope", "option", {"option": "--nope"}),
        ("start --yess", "option_meant", {"option": "--yess", "meant": "--yes"}),
        ("start --account x", "choice", {"option": "--account"}),
        ("start --lang xx", "choice", {"option": "--lang"}),
        ("check --mutations many", "value", {"option": "--mutations"}),
        ("check --mutations=-1", "value", {"option": "--mutations"}),
        ("start --url", "needs_value", {"option": "--url"}),
        ("begin", "command", {}),
        ("start now", "extra", {}),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_mistakes_are_told_in_words(  # noqa: PLR0913 - a table's columns
    line: str,
    key: str,
    told: dict[str, str],
    lang: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every kind of mistake has its sentence in each language."""
    arguments = line.split()
    spoken = arguments if lang == LANGUAGES[0] else _spoken(arguments, lang)
    monkeypatch.setattr(sys, "argv", ["companion", *spoken])

    code = main()

    what = Sentences(lang).written(f"usage.{key}.what")
    for name, value in told.items():
        what = what.replace(f"{{{name}}}", value)
    assert what in capsys.readouterr().err
    assert 2 == code


def _spoken(arguments: list[str], lang: str) -> list[str]:
    """The same with `--lang`, where the command takes it."""
    if arguments[0] == "begin":
        return [*arguments, f"--lang={lang}"]
    return [arguments[0], f"--lang={lang}", *arguments[1:]]
