"""The shape of a pack's `after/`: what a person does once the account exists.

`tasks.toml` is the page, `phrases.toml` what it offers to copy, `keywords.toml` the
names of goods to search with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from companion.pack.help import Copy
from companion.pack.models import PackModel, Texts, Wording

TASKS_FILE = "tasks.toml"
PHRASES_FILE = "phrases.toml"
KEYWORDS_FILE = "keywords.toml"


class Block(PackModel):
    """A few lines of a section, and what belongs to them."""

    title: Wording | None = None
    lines: tuple[Wording, ...] = ()
    points: tuple[Wording, ...] = ()
    #: In their order, numbered.
    steps: tuple[Wording, ...] = ()
    #: To be gone through, each with a box to tick.
    checks: tuple[Wording, ...] = ()
    #: Chinese words to recognise; what they mean is in the glossary.
    labels: Texts = ()
    #: To be sent to people in Vietnam: its Vietnamese is what is copied.
    message: Wording | None = None
    #: Ids of groups of `phrases.toml`.
    phrases: Texts = ()
    #: Whether the search for keywords stands here.
    keywords: bool = False
    #: Left out on a computer that others use too.
    own: bool = False
    tone: Literal["plain", "warn"] = "plain"
    #: Closed until the person opens it.
    folded: bool = False


class Section(PackModel):
    """A part of the page; with `done`, the words of its box, it is one of the tasks."""

    id: str
    title: Wording
    done: Wording | None = None
    blocks: tuple[Block, ...] = Field(alias="block")


class TasksFile(PackModel):
    """`tasks.toml`."""

    title: Wording
    lead: Wording
    foot: Wording
    sections: tuple[Section, ...] = Field(alias="section")


class PhraseGroup(PackModel):
    """Chinese sentences for one occasion."""

    id: str
    title: Wording
    phrases: tuple[Copy, ...]


class PhrasesFile(PackModel):
    """`phrases.toml`."""

    groups: tuple[PhraseGroup, ...] = Field(alias="group")


class Keyword(PackModel):
    """A word to search with, and the ways a person may put it."""

    zh: str
    vi: str
    en: str
    also: Texts = ()


class KeywordGroup(PackModel):
    """Keywords that belong together."""

    id: str
    title: Wording
    words: tuple[Keyword, ...]


class KeywordsFile(PackModel):
    """`keywords.toml`: goods, and details that go before them."""

    goods: tuple[KeywordGroup, ...] = ()
    details: tuple[KeywordGroup, ...] = ()
    #: Words that say nothing of the goods: "for", "of".
    small: Texts = ()

    @property
    def words(self) -> Iterator[Keyword]:
        """All of them."""
        for group in (*self.goods, *self.details):
            yield from group.words


@dataclass(frozen=True)
class After:
    """The three files."""

    tasks: TasksFile
    phrases: PhrasesFile
    keywords: KeywordsFile

    @property
    def groups(self) -> dict[str, PhraseGroup]:
        """Id -> group of sentences."""
        return {group.id: group for group in self.phrases.groups}
