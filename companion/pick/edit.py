"""Anchors and new targets written into a page file, everything else left as it is.

Lists grow through tomlkit, which keeps comments. What is new is put in as lines of its
own: tomlkit would place it behind the comments that belong to the next table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import Array

from companion.pack.models import Texts
from companion.pack.source import Key, Source, read_source
from companion.pick.anchors import Anchors
from companion.pick.picked import WORDS

_WIDEST = 118
_OTHER_TABLE = re.compile(r"\[+(?!target\b)")
_NOT_CONTENT = re.compile(r"\s*(#.*)?$")


@dataclass(frozen=True)
class NewTarget:
    """A target that the pack does not know yet, with words to be replaced later."""

    id: str
    kind: str
    within: Texts
    #: Language -> label and hint.
    words: Mapping[str, tuple[str, str]]


def with_anchors(page: Path, target: str, anchors: Anchors) -> str:
    """The text of the page file with more anchors for one of its targets."""
    source = read_source(page)
    ids = [table.get("id") for table in source.data["target"]]
    number = ids.index(target)
    lines = source.text.splitlines(keepends=True)
    for line, text in sorted(_new_lines(source, number, anchors), reverse=True):
        lines.insert(line, text)
    document = tomlkit.parse("".join(lines))
    table: Any = document["target"][number]
    known: Mapping[str, Any] = source.data["target"][number]
    for name, texts in anchors.words.items():
        if name in known:
            _grow(table[name], name, texts)
    for name, patterns in anchors.keys.items():
        if name in known.get("keys", {}):
            _grow(table["keys"][name], name, patterns)
    return tomlkit.dumps(document)


def with_target(page: Path, new: NewTarget, anchors: Anchors) -> str:
    """The text of the page file with one more target, behind those it has."""
    text = page.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    at = _end_of_targets(lines)
    lines[at:at] = ["\n", *_table(new, anchors)]
    changed = "".join(lines)
    tomlkit.parse(changed)
    return changed


def _new_lines(source: Source, number: int, anchors: Anchors) -> list[tuple[int, str]]:
    """Lines for lists that are not there yet, each with the line to put it behind."""
    known: Mapping[str, Any] = source.data["target"][number]
    where: Key = ("target", number)
    after = source.line((*where, "required" if "required" in known else "kind"))
    order = [name for name in reversed(WORDS) if name in anchors.words]
    # The same line for all: what is put in last stands first.
    added = [
        (after, _list(name, anchors.words[name])) for name in order if name not in known
    ]
    keys = {k: v for k, v in anchors.keys.items() if k not in known.get("keys", {})}
    if not keys:
        return added
    told = [_list(name, patterns) for name, patterns in keys.items()]
    if "keys" in known:
        return [*added, (source.line((*where, "keys")), "".join(told))]
    before = source.line((*where, "words")) - 1
    return [*added, (before, "".join(["[target.keys]\n", *told]))]


def _grow(array: Array, name: str, texts: Texts) -> None:
    for text in texts:
        array.append(text)
    if len(f"{name} = {array.as_string()}".splitlines()[0]) > _WIDEST:
        array.multiline(multiline=True)


def _table(new: NewTarget, anchors: Anchors) -> list[str]:
    lines = ["[[target]]\n", _value("id", new.id), _value("kind", new.kind)]
    lines += [
        _list(name, anchors.words[name]) for name in WORDS if name in anchors.words
    ]
    if new.within:
        lines.append(_list("within", new.within))
    if anchors.keys:
        lines.append("[target.keys]\n")
        lines += [_list(name, patterns) for name, patterns in anchors.keys.items()]
    for lang, (label, hint) in new.words.items():
        lines.append(f"[target.words.{lang}]\n")
        lines += [_value("label", label), _value("hint", hint)]
    return lines


def _value(name: str, text: str) -> str:
    return f"{name} = {tomlkit.item(text).as_string()}\n"


def _list(name: str, texts: Texts) -> str:
    return f"{name} = {tomlkit.item(list(texts)).as_string()}\n"


def _end_of_targets(lines: list[str]) -> int:
    """Behind the last line of the last target; at the end of a file without any."""
    last = max(
        (n for n, line in enumerate(lines) if line.startswith("[[target]]")),
        default=None,
    )
    if last is None:
        return len(lines)
    end = next(
        (
            n
            for n, line in enumerate(lines)
            if n > last and _OTHER_TABLE.match(line) and not line.startswith("[target")
        ),
        len(lines),
    )
    while _NOT_CONTENT.fullmatch(lines[end - 1].rstrip("\n")):
        end -= 1
    return end
