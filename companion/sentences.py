"""The words a person reads, taken from `selectors/sentences/*.<lang>.toml`.

Kept apart from the packs because these are the words of the program, not of a site,
and free of pydantic because the first screen needs them within milliseconds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from companion.data import selectors_dir

#: Every sentence exists in each of these; the first is the default.
LANGUAGES = ("vi", "en")


class Sentences:
    """The sentences of one language, read from disk when the first one is asked for.

    A key is the dotted path of tables inside a file; the file's name is no part of it.
    """

    def __init__(self, lang: str = LANGUAGES[0], folder: Path | None = None) -> None:
        self.lang = lang
        self._folder = folder

    def say(self, key: str, /, **fields: object) -> str:
        """The sentence under `key` with its `{fields}` filled in.

        Raises KeyError for an unknown key or a field left out: both are our own
        mistakes, never the person's.
        """
        return self._written[key].format(**fields)

    def written(self, key: str) -> str:
        """The sentence as the file has it, `{fields}` open. Raises KeyError."""
        return self._written[key]

    def __contains__(self, key: object) -> bool:
        return key in self._written

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    @cached_property
    def _written(self) -> dict[str, str]:
        folder = self._folder or selectors_dir() / "sentences"
        sentences: dict[str, str] = {}
        for file in sorted(folder.glob(f"*.{self.lang}.toml")):
            for key, text in _flatten(tomllib.loads(file.read_text(encoding="utf-8"))):
                if sentences.setdefault(key, text) is not text:
                    raise ValueError(f"{file.name}: {key} is in another file already")
        return sentences


def _flatten(table: dict[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", str(value)
