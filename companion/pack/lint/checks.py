"""Rules about checks: they exist, get what they need, and have words for it all."""

from __future__ import annotations

from collections.abc import Iterator

from companion.pack.codes import CHECKS, OK, Check
from companion.pack.findings import Findings
from companion.pack.lint.folder import Folder, Table
from companion.sentences import LANGUAGES


def known_check(folder: Folder, findings: Findings) -> None:
    """A `check` is one that the agent can carry out."""
    for table in folder.tables("target"):
        for name in table.strings("done", "check"):
            if name not in CHECKS:
                findings.add(
                    table.source,
                    (*table.where, "done", "check"),
                    "unknown_check",
                    name=name,
                    known=", ".join(CHECKS),
                )


def arguments(folder: Folder, findings: Findings) -> None:
    """A check is given the arguments it needs, and no others."""
    for table, check in _checked(folder):
        given = table.table("done", "args")
        where = (*table.where, "done", "args")
        for name in check.args:
            if name not in given:
                findings.add(table.source, where, "missing_key", key=name)
        for name in given:
            if name not in check.args:
                findings.add(table.source, (*where, name), "unknown_key", key=name)


def codes_that_can_come(folder: Folder, findings: Findings) -> None:
    """There is no sentence for a code that the target's check cannot give."""
    for table in folder.tables("target"):
        check = _check(table)
        possible = {*check.codes, OK} if check else set()
        for lang in LANGUAGES:
            for kind in ("codes", "tags"):
                for code in table.table("words", lang, kind):
                    if code not in possible:
                        where = (*table.where, "words", lang, kind, code)
                        findings.add(table.source, where, "code_never_given", code=code)


def codes_with_sentence(folder: Folder, findings: Findings) -> None:
    """Every code that the target's check can give has its sentence."""
    for table, check in _checked(folder):
        for lang in LANGUAGES:
            told = table.table("words", lang, "codes")
            for code in check.codes:
                if table.table("words", lang) and code not in told:
                    where = (*table.where, "words", lang, "codes")
                    findings.add(table.source, where, "code_without_words", code=code)


def _checked(folder: Folder) -> Iterator[tuple[Table, Check]]:
    for table in folder.tables("target"):
        if check := _check(table):
            yield table, check


def _check(table: Table) -> Check | None:
    name = table.table("done").get("check")
    return CHECKS.get(name) if isinstance(name, str) else None
