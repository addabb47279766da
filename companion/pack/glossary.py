"""The shape of `glossary.toml`: what single words and sentences of the site mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from companion.pack.models import PackModel, Texts, Wording
from companion.pack.spelling import normal

GLOSSARY_FILE = "glossary.toml"

NUMBER = re.compile(r"\d+")


class Entry(PackModel):
    """One meaning and every way to write what has it.

    A number in `zh` stands for any number; numbers in the meaning are those on the
    page, in their order.
    """

    zh: Texts
    vi: str
    en: str
    #: A few words on what it is for.
    hint: Wording | None = None
    #: Letters of the research's evidence.
    evidence: str


class Group(PackModel):
    """Entries that stand together on the site."""

    id: str
    entries: tuple[Entry, ...]


class GlossaryFile(PackModel):
    """`glossary.toml`; an empty one explains nothing."""

    groups: tuple[Group, ...] = Field(default=(), alias="group")

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, in the order of the file."""
        for group in self.groups:
            yield from group.entries


def key_of(text: str) -> str:
    """What a text is found by: its normal form, every number being the same."""
    return NUMBER.sub("0", normal(text))


def words_of(glossary: GlossaryFile, lang: str) -> list[list[str]]:
    """Each text with its meaning and hint in one language, as the agent takes them."""
    return [
        [text, getattr(entry, lang), getattr(entry.hint, lang, "")]
        for entry in glossary.entries
        for text in entry.zh
    ]
