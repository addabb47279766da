"""Rules about the tree of advice: it can be walked, and read at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from companion.pack.findings import Findings
from companion.pack.help import FACTS, FIELDS, HELP_FILE
from companion.pack.lint.folder import Folder, Table, strings
from companion.pack.lint.words import unexplained
from companion.pack.source import Key
from companion.sentences import LANGUAGES

LINE_LIMIT = 110
ASK_LIMIT = 40

_KINDS = {"state": "state", "here": "state", "todo": "target"}
_SIGNS = ("when", "unless", "first", "offered")
_ALWAYS = ("unknown", "none")
_PROSE = re.compile(r"\*\*")


def reachable_nodes(folder: Folder, findings: Findings) -> None:
    """Every choice leads to a node with a button, and every node can be come to."""
    nodes = {table.id: table for table in folder.tables("node")}
    root = _root(folder)
    named = {root}
    for table in nodes.values():
        for choice in table.strings("choices"):
            named.add(choice)
            goal = nodes.get(choice)
            if goal is None or "ask" not in goal.data:
                where = (*table.where, "choices")
                findings.add(
                    table.source, where, "unknown_node", text=choice, name=choice
                )
    for table in nodes.values():
        if table.id not in named and not table.data.get("offered"):
            where = (*table.where, "id")
            findings.add(table.source, where, "unreachable_node", name=table.id)


def known_signs(folder: Folder, findings: Findings) -> None:
    """Every sign is one that the session can see."""
    notices = folder.ids("notice")
    for table in folder.tables("node"):
        for where, sign in _signs(table):
            kind, _, name = sign.partition(":")
            if kind in _KINDS:
                known = {*folder.ids(_KINDS[kind]), *_ALWAYS}
            elif kind == "notice":
                known = notices or {name}
            else:
                known, name = set(FACTS), sign
            if name not in known:
                findings.add(table.source, where, "unknown_sign", text=sign, name=sign)


def readable_nodes(folder: Folder, findings: Findings) -> None:
    """Lines and buttons are short, Chinese is explained, nothing open is unknown."""
    for table in folder.tables("node"):
        if not (table.data.get("lines") or table.data.get("choices")):
            where = (*table.where, "id")
            findings.add(table.source, where, "dead_end", name=table.id)
        for where, text in _texts(table):
            limit = ASK_LIMIT if "ask" in where else LINE_LIMIT
            length = len(_PROSE.sub("", text))
            if length > limit:
                told = {"length": length, "limit": limit}
                findings.add(table.source, where, "too_long", text=text, **told)
            for name in unexplained(text):
                findings.add(table.source, where, "chinese_alone", text=text, name=name)
            for field in _fields(text) - FIELDS:
                findings.add(table.source, where, "unknown_key", text=text, key=field)


def _root(folder: Folder) -> str:
    source = folder.sources.get(HELP_FILE)
    root = source.data.get("root", "") if source else ""
    return root if isinstance(root, str) else ""


def _signs(table: Table) -> Iterator[tuple[Key, str]]:
    for key in _SIGNS:
        for sign in table.strings(key):
            yield (*table.where, key), sign
    lines = table.data.get("lines")
    for line in lines if isinstance(lines, list) else []:
        for key in ("when", "unless"):
            if isinstance(line, Mapping):
                for sign in strings(line.get(key)):
                    yield (*table.where, "lines"), sign


def _texts(table: Table) -> Iterator[tuple[Key, str]]:
    lines = table.data.get("lines")
    for lang in LANGUAGES:
        for key in ("ask", "title"):
            for text in table.strings(key, lang):
                yield (*table.where, key), text
        for line in lines if isinstance(lines, list) else []:
            if isinstance(line, Mapping):
                for text in strings(line.get(lang)):
                    yield (*table.where, "lines"), text


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
