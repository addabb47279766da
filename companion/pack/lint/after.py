"""Rules about what comes after the account: every word explained, every name known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from companion.pack.after import KEYWORDS_FILE, PHRASES_FILE, TASKS_FILE
from companion.pack.findings import Findings
from companion.pack.lint.folder import strings
from companion.pack.lint.words import unexplained
from companion.pack.source import Key, Source
from companion.sentences import LANGUAGES

Data = Mapping[str, Any]


def lint_after(
    sources: Mapping[str, Source], explained: frozenset[str] | None, findings: Findings
) -> None:
    """Hold the files of `after/` against every rule.

    `explained`: the texts of the glossary, or None if they are not known.
    """
    for source in sources.values():
        _composed(source, source.data, (), findings)
    if tasks := sources.get(TASKS_FILE):
        _judge_tasks(tasks, _groups(sources.get(PHRASES_FILE)), explained, findings)
    if keywords := sources.get(KEYWORDS_FILE):
        _one_meaning(keywords, findings)


def _judge_tasks(
    source: Source,
    groups: set[str] | None,
    explained: frozenset[str] | None,
    findings: Findings,
) -> None:
    for where, block in _blocks(source):
        for label in strings(block.get("labels")):
            if explained is not None and label not in explained:
                findings.add(
                    source, (*where, "labels"), "unknown_label", text=label, name=label
                )
        for name in strings(block.get("phrases")):
            if groups is not None and name not in groups:
                findings.add(
                    source, (*where, "phrases"), "unknown_phrases", text=name, name=name
                )
        for key, text in _worded(block, where):
            for name in unexplained(text):
                findings.add(source, key, "chinese_alone", name=name)


def _one_meaning(source: Source, findings: Findings) -> None:
    """What a person enters leads to one Chinese word; nobody has to guess."""
    seen: dict[str, str] = {}
    for kind in ("goods", "details"):
        for number, group in enumerate(_list(source.data.get(kind))):
            for index, word in enumerate(_list(group.get("words"))):
                where = (kind, number, "words", index)
                zh = str(word.get("zh"))
                said = {*strings(word.get("vi")), *strings(word.get("en"))}
                for text in said.union(strings(word.get("also"))):
                    if seen.setdefault(text.casefold(), zh) != zh:
                        findings.add(
                            source, where, "glossary_twice", text=text, said=text
                        )


def _composed(source: Source, value: object, where: Key, findings: Findings) -> None:
    if isinstance(value, str) and unicodedata.normalize("NFC", value) != value:
        findings.add(source, where, "not_composed", text=value)
    elif isinstance(value, Mapping):
        for key, held in value.items():
            _composed(source, held, (*where, key), findings)
    elif isinstance(value, list):
        for number, held in enumerate(value):
            _composed(source, held, (*where, number), findings)


def _worded(block: Data, where: Key) -> Iterator[tuple[Key, str]]:
    for key in ("lines", "points", "steps", "checks"):
        for number, line in enumerate(_list(block.get(key))):
            for lang in LANGUAGES:
                for text in strings(line.get(lang)):
                    yield (*where, key, number), text


def _blocks(source: Source) -> Iterator[tuple[Key, Data]]:
    for number, section in enumerate(_list(source.data.get("section"))):
        for index, block in enumerate(_list(section.get("block"))):
            yield ("section", number, "block", index), block


def _groups(source: Source | None) -> set[str] | None:
    # A file that can't be read is mended first.
    if source is None or source.broken:
        return None
    return {str(group.get("id")) for group in _list(source.data.get("group"))}


def _list(value: object) -> list[Data]:
    held = value if isinstance(value, list) else []
    return [one for one in held if isinstance(one, Mapping)]
