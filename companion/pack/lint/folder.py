"""A pack's files as the lint rules look at them: raw tables and ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from companion.pack.glossary import GLOSSARY_FILE
from companion.pack.help import HELP_FILE
from companion.pack.site import JOURNEY_FILE, SITE_FILE
from companion.pack.source import Key, Source


@dataclass(frozen=True)
class Table:
    """One `[[target]]`, `[[state]]` … with the file it stands in."""

    source: Source
    where: Key
    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Its id; empty if it has none."""
        id_ = self.data.get("id", "")
        return id_ if isinstance(id_, str) else ""

    def table(self, *keys: str) -> Mapping[str, Any]:
        """The table under `keys`; empty if there is none."""
        held: object = self.data
        for key in keys:
            held = held.get(key) if isinstance(held, Mapping) else None
        return held if isinstance(held, Mapping) else {}

    def strings(self, *keys: str) -> list[str]:
        """The strings of the list, or the one string, under `keys`."""
        return strings(self.table(*keys[:-1]).get(keys[-1]))


class Folder:
    """All files of a pack."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources

    @property
    def pages(self) -> Iterator[Source]:
        """The page files."""
        for name, source in self.sources.items():
            if name not in (SITE_FILE, JOURNEY_FILE, HELP_FILE, GLOSSARY_FILE):
                yield source

    @property
    def journey(self) -> Source | None:
        """`journey.toml`, if it is there."""
        return self.sources.get(JOURNEY_FILE)

    @property
    def places(self) -> set[str]:
        """Names of the addresses that pages share."""
        site = self.sources.get(SITE_FILE)
        held = site.data.get("places") if site else None
        return set(held) if isinstance(held, Mapping) else set()

    def tables(self, kind: str) -> Iterator[Table]:
        """Every `[[kind]]` of the folder."""
        for source in self.sources.values():
            held = source.data.get(kind)
            for number, data in enumerate(held if isinstance(held, list) else []):
                if isinstance(data, Mapping):
                    yield Table(source, (kind, number), data)

    def ids(self, kind: str) -> set[str]:
        """Ids of all `[[kind]]`, with every id of the files that are not TOML."""
        return {table.id for table in self.tables(kind)} | self._unreadable

    @cached_property
    def _unreadable(self) -> set[str]:
        broken = (source for source in self.sources.values() if source.broken)
        return {id_ for source in broken for id_ in source.ids}


def strings(value: object) -> list[str]:
    """The strings in `value`: itself, or those of a list."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str)]
    return []
