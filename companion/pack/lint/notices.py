"""Rules about notices: each message means one thing, and is never a lasting label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from companion.pack.findings import Findings
from companion.pack.lint.folder import Folder, Table
from companion.pack.lint.words import composed_characters, unexplained
from companion.pack.notices import normal_text
from companion.pack.source import Source
from companion.pack.spelling import normal
from companion.sentences import LANGUAGES

WORDS_LIMIT = 170
#: Fixed characters below which a text with `*` says too little to be known by.
STEM_LENGTH = 4

_WORDS = ("meaning", "cause", "remedy")


def lint_notices(
    sources: Mapping[str, Source], pages: Folder, findings: Findings
) -> None:
    """Hold the files of `notices/` against every rule, with the pack's pages beside."""
    notices = Folder(sources)
    composed_characters(notices, findings)
    tables = list(notices.tables("notice"))
    _unique(tables, findings)
    _known_names(tables, pages, findings)
    _telling_stems(tables, findings)
    _no_labels(tables, pages, findings)
    for table in tables:
        _wording(table, findings)


def _unique(tables: list[Table], findings: Findings) -> None:
    """An id, and a text, belongs to one notice."""
    ids: dict[str, Table] = {}
    texts: dict[str, Table] = {}
    for table in tables:
        earlier = ids.setdefault(table.id, table)
        if earlier is not table:
            where = (*table.where, "id")
            file = earlier.source.name
            findings.add(table.source, where, "duplicate_id", id=table.id, file=file)
        for text in table.strings("texts"):
            shape = normal_text(text)
            owner = texts.setdefault(shape, table)
            if owner.id != table.id:
                where = (*table.where, "texts")
                findings.add(
                    table.source,
                    where,
                    "notice_twice",
                    text=text,
                    said=text,
                    id=owner.id,
                )


def _known_names(tables: list[Table], pages: Folder, findings: Findings) -> None:
    for table in tables:
        for kind in ("target", "state"):
            known = pages.ids(kind)
            for name in table.strings(f"{kind}s"):
                if name in known:
                    continue
                meant = get_close_matches(name, sorted(known), n=1)
                findings.add(
                    table.source,
                    (*table.where, f"{kind}s"),
                    f"unknown_{kind}" + ("_meant" if meant else ""),
                    text=name,
                    name=name,
                    meant=meant[0] if meant else "",
                )


def _telling_stems(tables: list[Table], findings: Findings) -> None:
    """A text with `*` holds enough to be known by."""
    for table in tables:
        for text in table.strings("texts"):
            if len(normal(text)) < (STEM_LENGTH if "*" in text else 2):
                where = (*table.where, "texts")
                findings.add(table.source, where, "notice_vague", text=text, said=text)


def _no_labels(tables: list[Table], pages: Folder, findings: Findings) -> None:
    """A text by which a target is known stands there for good: it is no message.

    Unless the message is what is pressed: the slider's box, to begin again.
    """
    for table in tables:
        if table.data.get("marked") is True:
            continue
        lasting = set(_lasting(pages, but_for=table.strings("targets")))
        for text in table.strings("texts"):
            if normal(text) in lasting and "*" not in text:
                where = (*table.where, "texts")
                findings.add(table.source, where, "notice_label", text=text, said=text)


def _lasting(pages: Folder, *, but_for: list[str]) -> Iterator[str]:
    for target in pages.tables("target"):
        for key in ("label", "placeholder", "aria"):
            yield from map(normal, target.strings(key))
        if target.id not in but_for:
            yield from map(normal, target.strings("text"))


def _wording(table: Table, findings: Findings) -> None:
    for lang in LANGUAGES:
        words = table.table("words", lang)
        where = (*table.where, "words", lang)
        for key in _WORDS:
            text = words.get(key, "")
            if not isinstance(text, str):
                continue
            if len(text) > WORDS_LIMIT:
                length = len(text)
                findings.add(
                    table.source,
                    (*where, key),
                    "too_long",
                    length=length,
                    limit=WORDS_LIMIT,
                )
            for name in unexplained(text):
                findings.add(table.source, (*where, key), "chinese_alone", name=name)
