"""What a site says to people, and what it means: the files in a pack's `notices/`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field, Strict

from companion.pack.models import PackModel, Texts
from companion.pack.spelling import normal

#: `block`: going on is of no use before something has changed.
Severity = Literal["info", "error", "block", "good"]


class NoticeWords(PackModel):
    """What happened, why (may be empty), and what to do next."""

    meaning: str
    cause: str = ""
    remedy: str


class NoticeWording(PackModel):
    """The words of a notice in each language."""

    vi: NoticeWords
    en: NoticeWords


class Notice(PackModel):
    """A message of the site, all its wordings that are known, and our words for it."""

    id: str
    #: Whole messages; `*` stands for any run of characters.
    texts: Texts
    severity: Severity
    #: The same words also stand as a lasting hint: only a marked fault counts.
    marked: Annotated[bool, Strict()] = False
    #: The site asks the person so; any other question tells of nothing that happened.
    asks: Annotated[bool, Strict()] = False
    #: The targets it is about.
    targets: Texts = ()
    #: Counts only in these page states; empty: in all.
    states: Texts = ()
    evidence: str
    words: NoticeWording


class NoticeFile(PackModel):
    """One file in `notices/`."""

    notices: tuple[Notice, ...] = Field(alias="notice")


def recognise(notices: Iterable[Notice], message: str) -> Notice | None:
    """The notice that a message of the site is, if it is known.

    For what stands in no document: the text of `alert()`. In documents the agent
    recognises them, by the same rules (agent/src/notice/book.ts).
    """
    said = normal(message)
    best: tuple[int, Notice] | None = None
    for notice in notices:
        for text in notice.texts:
            weight, shape = _shape(text)
            if shape.fullmatch(said) and (best is None or weight > best[0]):
                best = (weight, notice)
    return best[1] if best else None


def normal_text(text: str) -> str:
    """A text of a notice in normal form, its `*` kept."""
    return "*".join(map(normal, text.split("*")))


@lru_cache(maxsize=16384)
def _shape(text: str) -> tuple[int, re.Pattern[str]]:
    """How much of the text is fixed, an exact one before all others; and its shape."""
    parts = normal_text(text).split("*")
    fixed = sum(map(len, parts)) + (1000 if len(parts) == 1 else 0)
    return fixed, re.compile(".*".join(map(re.escape, parts)))
