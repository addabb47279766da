"""What `companion check` runs in a page, as source text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_LOOK = ("elements.js", "candidates.js", "look.js")
_MUTATE = (
    "elements.js",
    "chance.js",
    "snapshot.js",
    "operators-names.js",
    "operators-shape.js",
    "operators-move.js",
    "operators-words.js",
    "mutate.js",
)


def look_source(bundle: str, brief: Mapping[str, Any]) -> str:
    """A function of a JSON text (see `lookOver`) that leaves nothing behind."""
    return _function(bundle, _LOOK, "lookOver", {"brief": brief})


def mutate_source(
    bundle: str, brief: Mapping[str, Any], words: Mapping[str, Any]
) -> str:
    """A function of a JSON text (see `lookOverChanged`)."""
    known = {"brief": brief, "words": words, "bundle": bundle}
    head = f"{bundle}\nconst OPERATORS = {{}};"
    return _function(head, _MUTATE, "lookOverChanged", known)


def _function(
    head: str, names: tuple[str, ...], entry: str, known: Mapping[str, Any]
) -> str:
    """From JSON to JSON, with what is always the same in the source.

    Playwright takes arguments and answers apart value by value: a pack handed over as
    one costs more than opening the page (measured: 45 ms of processor time).
    """
    scripts = "\n".join(_read(name) for name in names)
    # Twice: the text of a JSON value, as a string of the source. Chinese stays as it
    # is, since escapes would double what every document has to be sent.
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    literal = json.dumps(text, ensure_ascii=False)
    call = f"{entry}({{ ...JSON.parse({literal}), ...JSON.parse(asked) }})"
    return f"(asked) => {{ {head}\n{scripts}\nreturn JSON.stringify({call}); }}"


@cache
def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")
