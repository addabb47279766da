"""Strings that occur nowhere else, typed into a page and then looked for outside it."""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

_LONG = 8
_NAMES = "abcdefghijkmnpqrstuvwxyz"


def letters(count: int) -> str:
    """Random lower-case letters."""
    return "".join(secrets.choice(_NAMES) for _ in range(count))


def digits(count: int) -> str:
    """Random digits, none of them a nought at the front."""
    return str(secrets.randbelow(9) + 1) + "".join(
        secrets.choice("0123456789") for _ in range(count - 1)
    )


def forms_of(canary: str) -> Iterator[bytes]:
    """The ways in which a string may be written down."""
    for text in (canary, canary[::-1], canary.upper(), quote(canary, safe="")):
        yield text.encode()
    # In the middle of something longer, base64 shows only its inner characters.
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + canary.encode())
        yield coded[4 if shift else 0 : -4]
    yield canary.encode().hex().encode()
    yield canary.encode("utf-16-le")
    yield canary.encode("utf-16-be")


def leaks(canaries: Mapping[str, str], places: Mapping[str, bytes]) -> list[str]:
    """Which canary was seen where."""
    return [
        f"{name} in {place}"
        for name, canary in canaries.items()
        for place, content in places.items()
        if any(_holds(content, form) for form in forms_of(canary))
    ]


def _holds(content: bytes, form: bytes) -> bool:
    if len(form) >= _LONG:
        return form in content
    # A short one may stand inside an identifier by chance; a leak would stand alone.
    alone = rb"(?<![0-9A-Za-z])" + re.escape(form) + rb"(?![0-9A-Za-z])"
    return re.search(alone, content) is not None


def written_under(home: Path) -> dict[str, bytes]:
    """Every file of the companion's own; a browser keeps its profile by itself."""
    profiles = home / "data" / "profiles"
    return {
        str(file.relative_to(home)): file.read_bytes()
        for file in home.rglob("*")
        if file.is_file() and not _is_the_browsers(file, profiles)
    }


def _is_the_browsers(file: Path, profiles: Path) -> bool:
    inside = file.is_relative_to(profiles) and len(file.relative_to(profiles).parts) > 1
    return inside and file.name != "session.json"
