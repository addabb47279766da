"""What `companion capture` runs in a page, as source text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

#: Notes which element of this document holds the child document; `this` is the element.
ADOPT = (
    "function (stands) {"
    " (globalThis.companionFrames ??= new Map()).set(this, JSON.parse(stands)); }"
)
CLOSED_SHEETS = ("secrets.js", "styles.js")
SERIALISE = ("secrets.js", "scrub.js", "styles.js", "serialise.js")


def closed_sheets() -> str:
    """An expression: addresses of style sheets whose rules the page may not read."""
    return _call(CLOSED_SHEETS, "closedSheets", {})


def serialise(
    words: Mapping[str, object], fetched: Mapping[str, str], longest: int
) -> str:
    """An expression: the scrubbed markup, made leaner beyond `longest` characters."""
    asked = {"words": words, "fetched": fetched, "longest": longest}
    return _call(SERIALISE, "serialise", asked)


def quiet(still_ms: int, most_ms: int) -> str:
    """An expression: a promise of whether the document finished loading."""
    return _call(("quiet.js",), "quiet", {"still": still_ms, "most": most_ms})


def lone_selectors() -> str:
    """A function from a JSON list of paths to one of selectors, empty where none is."""
    scripts = "\n".join(_read(name) for name in ("secrets.js", "selectors.js"))
    answer = "JSON.stringify(JSON.parse(paths).map(loneSelector))"
    return f"(paths) => {{ {scripts}\nreturn {answer}; }}"


def _call(names: tuple[str, ...], entry: str, asked: Mapping[str, object]) -> str:
    scripts = "\n".join(_read(name) for name in names)
    # Twice, so that U+2028 and all quotes are safe in a string of the source.
    literal = json.dumps(json.dumps(asked))
    return f"(() => {{ {scripts}\nreturn {entry}(JSON.parse({literal})); }})()"


@cache
def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")
