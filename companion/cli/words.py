"""The words of the command line, in Vietnamese unless `--lang` says otherwise."""

from __future__ import annotations

import functools
import sys
import tomllib

from companion.data import fixtures_dir
from companion.sentences import LANGUAGES, Sentences


@functools.cache
def sentences(lang: str) -> Sentences:
    """The sentences of one language, read once."""
    return Sentences(lang)


def language() -> str:
    """The language asked for, read before the options are: help needs it too."""
    for argument, value in zip(sys.argv, [*sys.argv[1:], ""], strict=False):
        chosen = value if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and chosen in LANGUAGES:
            return chosen
    return LANGUAGES[0]


def say(key: str, **fields: object) -> str:
    """One sentence in the language of this run."""
    return sentences(language()).say(key, **fields)


@functools.cache
def flow_names() -> str:
    """The practice flows there are, for the help; empty when they can't be read.

    Read as bare TOML: the model of the table takes as long to import as all the rest.
    """
    names: list[str] = []
    for file in sorted(fixtures_dir().glob("*/flows.toml")):
        try:
            names += tomllib.loads(file.read_text(encoding="utf-8"))["flows"]
        except (OSError, ValueError, KeyError):
            continue
    return ", ".join(names)
