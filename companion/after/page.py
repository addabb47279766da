"""The page: six tasks, what to copy, and the search for Chinese keywords."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from companion.pack.after import After, KeywordGroup
from companion.pack.glossary import GlossaryFile, words_of
from companion.pack.models import Wording
from companion.pages import Page
from companion.sentences import Sentences

#: The name under which a text is asked about (pages/server.py).
KEYWORD = "keyword"

_FOLDER = Path(__file__).parent / "templates"
_TEMPLATE = "after/templates/after.html.jinja"
# The page has these filled in while it is used; their `{fields}` stay open.
_WORDS = (
    "tasks",
    "progress",
    "is_done",
    "left",
    "all_done",
    "labels",
    "message",
    "goods",
    "example",
    "rest",
    "none",
    "machine",
    "by_machine",
    "consent",
    "agree",
    "decline",
    "asking",
    "refused",
    "table",
    "summary",
)


def after_page(
    after: After, glossary: GlossaryFile, sentences: Sentences, *, shared: bool = False
) -> Page:
    """What to do next, in the language of the sentences.

    `shared`: others use this computer, so nothing is said of keeping things on it.
    """
    lang = sentences.lang
    meanings = {zh: meaning for zh, meaning, _ in words_of(glossary, lang)}

    def text(words: Wording | None) -> str:
        return str(getattr(words, lang)) if words else ""

    return Page(
        title=text(after.tasks.title),
        lead=text(after.tasks.lead),
        foot=text(after.tasks.foot),
        template=_TEMPLATE,
        style=_read("after.css"),
        script=_read("after.js"),
        values={
            "sections": after.tasks.sections,
            "tasks": [one for one in after.tasks.sections if one.done],
            "groups": after.groups,
            "keywords": _groups(after),
            "small": "|".join(after.keywords.small),
            "count": len(list(after.keywords.words)),
            "meanings": meanings,
            "text": text,
            "shared": shared,
            "words": {name: sentences.written(f"after.{name}") for name in _WORDS},
        },
    )


def _groups(after: After) -> list[tuple[str, KeywordGroup]]:
    goods = [("goods", group) for group in after.keywords.goods]
    return [*goods, *(("details", group) for group in after.keywords.details)]


@cache
def _read(name: str) -> str:
    # Between the tags must stand exactly what was hashed, on Windows too.
    return (_FOLDER / name).read_text(encoding="utf-8").replace("\r\n", "\n")
