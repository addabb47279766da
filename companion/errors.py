"""Every failure a person can be told about; its words live in data, never here.

CompanionError           1    a key of `sentences/cli.<lang>.toml` and its fields
├── PackInvalid          2    the knowledge of a site, with every problem at once
├── FixtureInvalid       2    a saved page, with every problem at once
├── BrowserUnavailable   3    none installed, not startable, or its profile is in use
├── NoScreen             3    nowhere to show a window
├── PageUnreachable      4    the site does not answer
└── Interrupted        130    the person pressed Ctrl-C
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


@dataclass(frozen=True)
class Problem:
    """One mistake in a file of data.

    `line` counts from 1 (0: the file as a whole), `where` is the key's path inside the
    file, `text` is an English sentence for the maintainer who will mend it.
    """

    file: Path
    line: int
    where: str
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        return ": ".join(part for part in (place, self.where, self.text) if part)


class CompanionError(Exception):
    """A failure with a sentence for the person.

    `sentence` is the dotted key of a table {what, hint}; `fields` fill its gaps.
    `str()` is for logs and maintainers only.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, sentence: str, /, **fields: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fields = fields

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.fields.items())
        return f"{self.sentence} ({told})" if told else self.sentence


class DataInvalid(CompanionError):
    """Files of data that cannot be used; all their problems, not only the first."""

    exit_code = 2
    key: ClassVar[str]

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(self.key, count=len(problems))
        self.problems = tuple(problems)


class PackInvalid(DataInvalid):
    """The files in `selectors/` contradict their own rules."""

    key = "pack.invalid"


class FixtureInvalid(DataInvalid):
    """A saved page lacks a file, or its expectations cannot be read."""

    key = "fixture.invalid"


class BrowserUnavailable(CompanionError):
    """No browser can be found, started, or used with our profile."""

    exit_code = 3


class NoScreen(CompanionError):
    """There is no display to open a window on."""

    exit_code = 3


class PageUnreachable(CompanionError):
    """The start page did not load."""

    exit_code = 4


class Interrupted(CompanionError):
    """The person ended the program from the terminal."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("interrupted")
