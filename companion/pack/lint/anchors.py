"""Rules about anchors: they must outlive the next release of the site."""

from __future__ import annotations

import re

from companion.pack.findings import Findings
from companion.pack.lint.folder import Folder, strings

# Attributes that may hold what a person typed or chose: the agent reads none of them.
_UNREAD = ("value", "checked", "selected")

_BY_WORDS = ("text", "label", "placeholder", "aria")

# Names made by a bundler: `css-1a2b3c`, `_9f8s`, `login__3xYz1`, `row-5fe2`. They
# change with every build, while the parts a person wrote stay.
_HASHED = re.compile(
    r"^css-[0-9a-z]{5,}$"
    r"|^_(?=\w*\d)\w{4,}$"
    r"|__(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{5,}$"
    r"|(?:^|[-_])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{4,}$"
)


def more_than_one_way(folder: Folder, findings: Findings) -> None:
    """A target can be recognised; a required one in at least two ways."""
    for table in folder.tables("target"):
        ways = sum(bool(table.data.get(name)) for name in _BY_WORDS)
        ways += len(table.table("keys"))
        where = (*table.where, "id")
        if not ways:
            findings.add(table.source, where, "no_way", id=table.id)
        elif ways == 1 and table.data.get("required") is True:
            findings.add(table.source, where, "one_way", id=table.id)


def lasting_keys(folder: Folder, findings: Findings) -> None:
    """No class or id looks as if a bundler had made it."""
    for kind in ("target", "container"):
        for table in folder.tables(kind):
            for attribute, patterns in table.table("keys").items():
                for pattern in strings(patterns):
                    if attribute in ("class", "id") and _is_hashed(pattern):
                        where = (*table.where, "keys", attribute)
                        findings.add(
                            table.source, where, "hashed", text=pattern, key=pattern
                        )


def keys_that_are_read(folder: Folder, findings: Findings) -> None:
    """No key asks for what a person typed or chose (promise 2)."""
    for kind in ("target", "container"):
        for table in folder.tables(kind):
            for attribute in table.table("keys"):
                if attribute in _UNREAD:
                    where = (*table.where, "keys", attribute)
                    findings.add(table.source, where, "never_read", key=attribute)


def _is_hashed(pattern: str) -> bool:
    return any(_HASHED.search(word) for word in pattern.split())


def recognisable_containers(folder: Folder, findings: Findings) -> None:
    """A container has a text or a key."""
    for table in folder.tables("container"):
        if not table.data.get("texts") and not table.table("keys"):
            findings.add(table.source, (*table.where, "id"), "no_way", id=table.id)
