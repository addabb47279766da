"""Reads the files in a pack's `notices/`, one for each kind of message."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from companion.pack.findings import Findings
from companion.pack.notices import Notice, NoticeFile
from companion.pack.source import Source, read_source
from companion.pack.validation import validate

NOTICES_FOLDER = "notices"


def read_notices(folder: Path, findings: Findings) -> dict[str, Source]:
    """The files in the `notices/` of a pack's folder; there may be none."""
    files = sorted((folder / NOTICES_FOLDER).glob("*.toml"))
    sources = {f"{NOTICES_FOLDER}/{file.name}": read_source(file) for file in files}
    for source in sources.values():
        if source.broken:
            line, reason = source.broken
            source.mark(line)
            findings.add(source, (), "not_toml", reason=reason)
    return sources


def validate_notices(
    sources: Iterable[Source], findings: Findings
) -> tuple[Notice, ...]:
    """The notices of all files that are what they should be."""
    notices: list[Notice] = []
    for source in sources:
        if not source.broken and (file := validate(NoticeFile, source, findings)):
            notices.extend(file.notices)
    return tuple(notices)
