"""The site's own words, which stay, and those that announce a person's name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from companion.pack.models import Keys, PageFile
from companion.pack.site import Pack

_SHORTEST = 4


def scrubbing_words(pack: Pack) -> dict[str, Any]:
    """What `Scrubber` in scripts/scrub.js is made with."""
    file = files("companion.capture").joinpath("words.toml")
    told: Mapping[str, Any] = tomllib.loads(file.read_text("utf-8"))
    pages = pack.pages.values()
    vocabulary = {text for page in pages for text in _texts(page)}
    return {
        **told,
        "vocabulary": sorted(vocabulary),
        "fragments": address_fragments(pack),
    }


def address_fragments(pack: Pack) -> list[str]:
    """Parts of addresses by which the pack recognises things, longest first."""
    keys: list[Keys] = []
    for page in pack.pages.values():
        keys += [one.keys for one in page.targets]
        keys += [one.keys for one in page.containers]
    found = {part for patterns in _addresses(keys) for part in patterns.split("*")}
    usable = (part for part in found if len(part) >= _SHORTEST and "(" not in part)
    return sorted(usable, key=lambda part: (-len(part), part))


def _addresses(keys: Iterable[Keys]) -> Iterator[str]:
    for one in keys:
        yield from (*one.get("href", ()), *one.get("src", ()))


def _texts(page: PageFile) -> Iterator[str]:
    for target in page.targets:
        yield from (*target.text, *target.label, *target.placeholder, *target.aria)
    for container in page.containers:
        yield from container.texts
    for state in page.states:
        yield from state.texts
