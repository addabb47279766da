"""Reads the files in a pack's `after/`: what comes once the account exists."""

from __future__ import annotations

from pathlib import Path

from companion.pack.after import (
    KEYWORDS_FILE,
    PHRASES_FILE,
    TASKS_FILE,
    After,
    KeywordsFile,
    PhrasesFile,
    TasksFile,
)
from companion.pack.findings import Findings
from companion.pack.glossary import GlossaryFile
from companion.pack.lint.after import lint_after
from companion.pack.source import Source, read_source
from companion.pack.validation import File, validate

AFTER_FOLDER = "after"


def load_after(
    folder: Path, words: GlossaryFile | None, findings: Findings
) -> After | None:
    """What a pack's `after/` holds; None where it has none, or one with problems."""
    files = sorted((folder / AFTER_FOLDER).glob("*.toml"))
    if not files:
        return None
    sources = {file.name: _read(file, findings) for file in files}
    tasks = _file(TasksFile, TASKS_FILE, sources, findings)
    phrases = _file(PhrasesFile, PHRASES_FILE, sources, findings)
    keywords = _file(KeywordsFile, KEYWORDS_FILE, sources, findings)
    lint_after(sources, _explained(words), findings)
    if tasks is None or phrases is None or keywords is None:
        return None
    return After(tasks, phrases, keywords)


def _explained(words: GlossaryFile | None) -> frozenset[str] | None:
    # A glossary with problems of its own is mended first.
    if words is None:
        return None
    return frozenset(text for entry in words.entries for text in entry.zh)


def _read(file: Path, findings: Findings) -> Source:
    source = read_source(file)
    if source.broken:
        line, reason = source.broken
        source.mark(line)
        findings.add(source, (), "not_toml", reason=reason)
    return source


def _file(
    model: type[File], name: str, sources: dict[str, Source], findings: Findings
) -> File | None:
    source = sources.get(name)
    if source is None:
        folder = next(iter(sources.values())).path.parent
        findings.add(Source(folder / name, ""), (), "missing_file")
        return None
    return None if source.broken else validate(model, source, findings)
