"""The form in which texts are compared: the counterpart of agent/src/page/text.ts."""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache

from companion.data import selectors_dir

#: The common misspelling of "log in": a word, since its second character has a meaning
#: of its own elsewhere.
_LOGIN = ("\u767b\u9646", "\u767b\u5f55")


@lru_cache(maxsize=32768)
def normal(raw: str) -> str:
    """NFKC, lower case, one spelling, letters, marks, digits and `+` only."""
    folded = unicodedata.normalize("NFKC", raw).lower()
    kept = (c for c in folded if unicodedata.category(c)[0] in "LNM" or c == "+")
    return "".join(kept).translate(_spellings()).replace(*_LOGIN)


@cache
def _spellings() -> dict[int, str]:
    """Every character that Chinese sites write for another one -> that one."""
    file = selectors_dir() / "spellings.json"
    others: dict[str, str] = json.loads(file.read_text("utf-8"))
    return {ord(other): usual for usual, all_ in others.items() for other in all_}
