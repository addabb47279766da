"""Rules about words: short, composed, and no Chinese left unexplained."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from companion.pack.findings import Findings
from companion.pack.lint.folder import Folder
from companion.pack.source import Key
from companion.sentences import LANGUAGES

LABEL_LIMIT = 60
HINT_LIMIT = 160

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
# Bold, quotes or a dialling code may stand between a Chinese name and its meaning.
_EXPLAINED_AFTER = re.compile(
    r"[\s*”’]*(?:\+\d+)?[\s*”’]*\((?=[^)]*[A-Za-z\u00c0-\u1ef9])"
)


def composed_characters(folder: Folder, findings: Findings) -> None:
    """Every string is in NFC: decomposed text is drawn with mixed fonts."""
    for source in folder.sources.values():
        for where, text in _walk(source.data, ()):
            if unicodedata.normalize("NFC", text) != text:
                findings.add(source, where, "not_composed", text=text)


def short_labels(folder: Folder, findings: Findings) -> None:
    """A label fits beside a field."""
    _short(folder, findings, "label", LABEL_LIMIT)


def short_hints(folder: Folder, findings: Findings) -> None:
    """A hint can be read at a glance."""
    _short(folder, findings, "hint", HINT_LIMIT)


def _short(folder: Folder, findings: Findings, key: str, limit: int) -> None:
    for table in folder.tables("target"):
        for lang in LANGUAGES:
            for text in table.strings("words", lang, key):
                if len(text) > limit:
                    where = (*table.where, "words", lang, key)
                    findings.add(
                        table.source, where, "too_long", length=len(text), limit=limit
                    )


def chinese_explained(folder: Folder, findings: Findings) -> None:
    """A Chinese name has its meaning in brackets at first, or stands in them itself."""
    for table in folder.tables("target"):
        for lang in LANGUAGES:
            words = table.table("words", lang)
            for where, text in _walk(words, (*table.where, "words", lang)):
                for name in unexplained(text):
                    findings.add(table.source, where, "chinese_alone", name=name)


def unexplained(text: str) -> list[str]:
    """The Chinese names in `text` whose first mention is not explained there."""
    names: list[str] = []
    seen: set[str] = set()
    for match in _CHINESE.finditer(text):
        inside = text[: match.start()].count("(") > text[: match.start()].count(")")
        after = _EXPLAINED_AFTER.match(text, match.end())
        if match[0] not in seen and not inside and not after:
            names.append(match[0])
        seen.add(match[0])
    return names


def _walk(value: object, where: Key) -> Iterator[tuple[Key, str]]:
    """Every string in `value` with the key it stands under."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from _walk(held, (*where, key))
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from _walk(held, (*where, number))
