"""Rules about names: each is there once, and whatever is named exists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from companion.pack.findings import Findings
from companion.pack.lint.folder import Folder, Table, strings
from companion.pack.source import Key, Source

# Table -> the keys in it that name something, and what they name.
_NAMING: dict[str, dict[tuple[str, ...], str]] = {
    "target": {
        ("within",): "container",
        ("after",): "target",
        ("beside",): "target",
        ("ends_row_of",): "target",
        ("opened_by",): "target",
        ("opens_row_of",): "target",
        ("opposite",): "target",
        ("repeats",): "target",
        ("vouched_by",): "target",
        ("done", "args", "with"): "target",
        ("done", "states"): "state",
    },
    "state": {
        ("all",): "target",
        ("any",): "target",
        ("none",): "target",
        ("unless",): "state",
    },
    "milestone": {("targets",): "target", ("states",): "state"},
}


@dataclass(frozen=True)
class _Reference:
    source: Source
    where: Key
    kind: str
    name: str


def known_names(folder: Folder, findings: Findings) -> None:
    """Every target, state, container and page that is named is described somewhere."""
    for reference in _references(folder):
        known = _known(folder, reference)
        if reference.name in known:
            continue
        meant = get_close_matches(reference.name, sorted(known), n=1)
        findings.add(
            reference.source,
            reference.where,
            f"unknown_{reference.kind}" + ("_meant" if meant else ""),
            text=reference.name,
            name=reference.name,
            meant=meant[0] if meant else "",
        )


def _references(folder: Folder) -> Iterator[_Reference]:
    for kind, keys_of in _NAMING.items():
        for table in folder.tables(kind):
            for keys, named in keys_of.items():
                for name in table.strings(*keys):
                    where = (*table.where, *keys)
                    yield _Reference(table.source, where, named, name)
    yield from _places(folder)
    if folder.journey:
        for key, named in (("order", "target"), ("pages", "page")):
            for name in strings(folder.journey.data.get(key)):
                yield _Reference(folder.journey, (key,), named, name)


def _places(folder: Folder) -> Iterator[_Reference]:
    for source in folder.pages:
        head = source.data.get("page")
        for name in strings(head.get("place") if isinstance(head, dict) else None):
            yield _Reference(source, ("page", "place"), "place", name)


def _known(folder: Folder, reference: _Reference) -> set[str]:
    if reference.kind == "container":
        tables = folder.tables("container")
        return {table.id for table in tables if table.source is reference.source}
    if reference.kind == "page":
        return {source.path.stem for source in folder.pages}
    if reference.kind == "place":
        return folder.places
    return folder.ids(reference.kind)


def placed_pages(folder: Folder, findings: Findings) -> None:
    """The journey puts every page file in its place."""
    if folder.journey is None or folder.journey.broken:
        return
    placed = strings(folder.journey.data.get("pages"))
    for source in folder.pages:
        if source.path.stem not in placed:
            findings.add(source, (), "page_not_placed", name=source.path.stem)


def unique_ids(folder: Folder, findings: Findings) -> None:
    """Targets and milestones are there once, containers once in their file.

    Two states of one file may share an id: the state holds when either of them does.
    """
    first: dict[tuple[str, ...], Table] = {}
    for kind in ("target", "milestone", "container", "state", "node"):
        for table in folder.tables(kind):
            scope = table.source.name if kind == "container" else ""
            earlier = first.setdefault((kind, scope, table.id), table)
            allowed = kind == "state" and earlier.source is table.source
            if table.id and earlier is not table and not allowed:
                findings.add(
                    table.source,
                    (*table.where, "id"),
                    "duplicate_id",
                    id=table.id,
                    file=earlier.source.name,
                )


def required_in_order(folder: Folder, findings: Findings) -> None:
    """What a page cannot do without has its place in the journey."""
    if folder.journey is None or folder.journey.broken:
        return
    order = strings(folder.journey.data.get("order"))
    for table in folder.tables("target"):
        if table.data.get("required") is True and table.id not in order:
            where = (*table.where, "id")
            findings.add(table.source, where, "not_in_order", id=table.id)
