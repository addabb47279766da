"""Rules about the glossary: one meaning a word, and meanings that people can read."""

from __future__ import annotations

from collections.abc import Iterator

from companion.pack.findings import Findings
from companion.pack.glossary import GLOSSARY_FILE, NUMBER, key_of
from companion.pack.lint.folder import Folder, Table, strings
from companion.pack.lint.words import unexplained
from companion.pack.source import Key, Source
from companion.sentences import LANGUAGES


def one_meaning(folder: Folder, findings: Findings) -> None:
    """A text has one meaning, however it is written."""
    seen: set[str] = set()
    for source, entry in _entries(folder):
        for text in strings(entry.data.get("zh")):
            key = key_of(text)
            if not key:
                findings.add(
                    source, entry.where, "glossary_empty", text=text, said=text
                )
            elif key in seen:
                findings.add(
                    source, entry.where, "glossary_twice", text=text, said=text
                )
            seen.add(key)


def readable_meanings(folder: Folder, findings: Findings) -> None:
    """A meaning is in the person's language, and has the numbers of its text."""
    for source, entry in _entries(folder):
        counts = {len(NUMBER.findall(text)) for text in entry.strings("zh")}
        for lang in LANGUAGES:
            for meaning in entry.strings(lang):
                _judge(meaning, counts, (source, entry.where), findings)


def _judge(
    meaning: str, counts: set[int], place: tuple[Source, Key], findings: Findings
) -> None:
    for name in unexplained(meaning):
        findings.add(*place, "chinese_alone", text=meaning, name=name)
    if counts != {0} and {len(NUMBER.findall(meaning))} != counts:
        findings.add(*place, "glossary_numbers", text=meaning, said=meaning)


def _entries(folder: Folder) -> Iterator[tuple[Source, Table]]:
    source = folder.sources.get(GLOSSARY_FILE)
    for group in folder.tables("group"):
        held = group.data.get("entries")
        for number, data in enumerate(held if isinstance(held, list) else []):
            if source is group.source and isinstance(data, dict):
                yield source, Table(source, (*group.where, "entries", number), data)
