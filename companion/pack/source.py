"""One TOML file of a pack with the lines its keys stand on.

tomllib tells no positions. Strings and comments are blanked out first, so that what is
left of the text can be read line by line without being a second TOML parser.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Key = tuple[str | int, ...]

_STRING_OR_COMMENT = re.compile(
    r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*'
)
_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*")
_ASSIGNMENT = re.compile(r"\s*([^=\[\]{},]+?)\s*=")
_KEY_PART = re.compile(r'"([^"]*)"|\'([^\']*)\'|([^\s."\']+)')
_ID = re.compile(r'^\s*id\s*=\s*"([^"]+)"', re.MULTILINE)
_POSITION = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass
class Source:
    """A file's text, what it holds, and where."""

    path: Path
    text: str
    #: What tomllib reads; empty when the file is not TOML.
    data: dict[str, Any] = field(default_factory=dict)
    #: Why it is not TOML, with the line; None when it is.
    broken: tuple[int, str] | None = None
    _lines: dict[Key, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.name

    @property
    def ids(self) -> set[str]:
        """Every `id` in the file, even when it is not TOML."""
        return set(_ID.findall(self.text))

    def line(self, where: Key, text: str | None = None) -> int:
        """The line of the key `where`, or of its nearest parent; counted from 1.

        With `text`: the line on which that string stands in the value of the key, for
        values that go over several lines. Parts of `where` that the file does not hold,
        such as the tag pydantic adds for a union, are passed over.
        """
        known: Key = ()
        for part in where:
            if (*known, part) in self._lines:
                known = (*known, part)
        start = self._lines.get(known, 1)
        if text is None:
            return start
        end = min((line for line in self._lines.values() if line > start), default=None)
        lines = self.text.splitlines()[start - 1 : end and end - 1]
        for offset, written in enumerate(lines):
            if f'"{text}"' in written or f"'{text}'" in written:
                return start + offset
        return start

    def mark(self, line: int) -> None:
        """Let `line` stand for the file as a whole."""
        self._lines[()] = line


def read_source(path: Path) -> Source:
    """Read and parse `path`; a file that is not TOML comes back as `broken`."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        before = path.read_bytes()[: error.start]
        return Source(path, "", broken=(before.count(b"\n") + 1, "not UTF-8"))
    source = Source(path, text)
    for key, line in _scan(text):
        source._lines.setdefault(key, line)
    try:
        source.data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        source.broken = _position(str(error), text)
    return source


def inside(held: object, part: str | int) -> object:
    """What a table or a list holds under `part`; None if it holds nothing there."""
    if isinstance(held, dict):
        return held.get(part)
    if isinstance(held, list) and isinstance(part, int) and part < len(held):
        return held[part]
    return None


def _position(message: str, text: str) -> tuple[int, str]:
    found = _POSITION.search(message)
    line = int(found[1]) if found and found[1] else len(text.splitlines())
    return max(line, 1), _POSITION.sub("", message)


def _scan(text: str) -> Iterator[tuple[Key, int]]:
    """Every table header and every key at the start of a line, with its line."""
    masked = _STRING_OR_COMMENT.sub(_blank, text)
    table: Key = ()
    counts: dict[Key, int] = {}
    depth = 0
    offset = 0
    for number, line in enumerate(masked.split("\n"), 1):
        original = text[offset : offset + len(line)]
        offset += len(line) + 1
        if depth == 0 and (header := _HEADER.fullmatch(line)):
            name = _split(original[header.start(2) : header.end(2)])
            table = _table(name, counts, repeated=header[1] == "[[")
            yield from ((table[:length], number) for length in range(1, len(table) + 1))
            continue
        if depth == 0 and (assignment := _ASSIGNMENT.match(line)):
            key = _split(original[assignment.start(1) : assignment.end(1)])
            yield (*table, *key), number
        depth += sum(map(line.count, "[{")) - sum(map(line.count, "]}"))


def _table(name: Key, counts: dict[Key, int], *, repeated: bool) -> Key:
    """The full path of a header: `[[target]]` for the second time is ("target", 1)."""
    path: Key = ()
    for part in name[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, name[-1])
    if repeated:
        counts[path] = counts.get(path, -1) + 1
        path = (*path, counts[path])
    return path


def _split(dotted: str) -> Key:
    return tuple("".join(parts) for parts in _KEY_PART.findall(dotted))


def _blank(match: re.Match[str]) -> str:
    """A comment becomes spaces, a string underscores; newlines stay."""
    filler = " " if match[0].startswith("#") else "_"
    return re.sub(r"[^\n]", filler, match[0])
