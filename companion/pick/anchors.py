"""From what an element is called to anchors that outlive the site's next release."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from companion.pack import spelling
from companion.pack.models import Target, Texts
from companion.pick.picked import WORDS, Picked

# Seconds that run down: `59s`, `(59)`, digits before the sign for "second".
_COUNTDOWN = re.compile(
    r"\d+(?=\s*(?:s(?:ec)?\b|\u79d2))|(?<=[(\uff08])\d+(?=[)\uff09])"
)
# Digits this long, and addresses, are somebody's own and not the site's words.
_SOMEBODYS = re.compile(r"[\d*]{5,}")
_ADDRESS = re.compile(r"\S+@\S+\.\S+")

# A name that a person gave: words, each with a number behind it at most.
_WORD = re.compile(r"[A-Za-z]+\d{0,2}|\d{1,2}")
_BETWEEN = re.compile(r"[-_.:\s]+")
_UNSPOKEN = re.compile(r"[^aeiouyAEIOUY]{6,}")
_LONGEST_NAME = 40
_TYPES = ("email", "tel")
_KEPT = ("id", "name", "autocomplete")


@dataclass(frozen=True)
class Anchors:
    """Words and keys that are new to a target, in the order of a pack."""

    words: Mapping[str, Texts]
    keys: Mapping[str, Texts]

    def __bool__(self) -> bool:
        return bool(self.words or self.keys)


def anchors_of(picked: Picked) -> Anchors:
    """The anchors that speak for the element, without those that would not last."""
    words = {name: _lasting_words(picked.words[name]) for name in WORDS}
    keys = {name: _key(name, value) for name, value in picked.keys.items()}
    return Anchors(
        {name: texts for name, texts in words.items() if texts},
        {name: (key,) for name, key in keys.items() if key},
    )


def new_to(target: Target | None, anchors: Anchors) -> Anchors:
    """What `target` does not hold yet; its words for a field count in any list."""
    if target is None:
        return anchors
    everywhere = {normal(said) for name in WORDS for said in getattr(target, name)}
    own = {normal(said) for said in target.text}
    words = {
        name: tuple(
            said
            for said in texts
            if normal(said) not in (own if name == "text" else everywhere)
        )
        for name, texts in anchors.words.items()
    }
    keys = {
        name: tuple(one for one in patterns if not _holds(target.keys, name, one))
        for name, patterns in anchors.keys.items()
    }
    return Anchors(
        {name: texts for name, texts in words.items() if texts},
        {name: patterns for name, patterns in keys.items() if patterns},
    )


def normal(raw: str) -> str:
    """The form in which texts are compared; `*` is kept, which stands for anything."""
    return "*".join(map(spelling.normal, raw.split("*")))


def _lasting_words(said: tuple[str, ...]) -> Texts:
    lasting: dict[str, str] = {}
    for raw in said:
        text = unicodedata.normalize("NFC", _COUNTDOWN.sub("*", raw))
        if _ADDRESS.search(text) or _SOMEBODYS.search(text):
            continue
        form = normal(text)
        if form.strip("*+0123456789"):
            lasting.setdefault(form, text)
    return tuple(lasting.values())


def _key(name: str, value: str) -> str | None:
    if name == "href":
        return _path_key(value)
    if name == "type":
        return value if value in _TYPES else None
    if name == "autocomplete" and value in ("on", "off"):
        return None
    return value if name in _KEPT and is_given(value) else None


def is_given(name: str) -> bool:
    """Whether a person gave the name: a bundler's changes with every release."""
    parts = [part for part in _BETWEEN.split(name) if part]
    worded = any(part.isalpha() and len(part) > 2 for part in parts) or any(
        re.fullmatch(r"[A-Za-z]{3,}\d{0,2}", part) for part in parts
    )
    shaped = all(_WORD.fullmatch(part) for part in parts)
    spoken = not any(_UNSPOKEN.fullmatch(part) for part in parts)
    return worded and shaped and spoken and _fits(name, parts)


def _fits(name: str, parts: list[str]) -> bool:
    return len(name) <= _LONGEST_NAME and parts[0] != "css"


def _path_key(href: str) -> str | None:
    try:
        path = urlsplit(href.strip()).path
    except ValueError:
        return None
    named = [part for part in path.split("/") if part]
    if not path.startswith("/") or not named or re.search(r"\d{4,}", path):
        return None
    return f"*{path}*"


def _holds(keys: Mapping[str, Texts], name: str, pattern: str) -> bool:
    bare = pattern.strip("*")
    shapes = (re.escape(one).replace(r"\*", ".*") for one in keys.get(name, ()))
    return any(re.fullmatch(shape, bare, re.IGNORECASE) for shape in shapes)
