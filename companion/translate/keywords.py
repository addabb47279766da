"""A few words of the person's own into Chinese, to search with; nothing is kept.

They are sent because the person typed them for that and pressed the button; the gate
still holds back what could be more than the name of goods.
"""

from __future__ import annotations

import asyncio
import re
from functools import partial
from unicodedata import category

from companion.translate.google import CHINESE, google
from companion.translate.translator import Service, Translator

#: Characters of the longest text that is translated.
LONGEST = 60

# Part of a phone number or a code, however it is broken up.
_LONG_NUMBER = re.compile(r"\d(?:\D?\d){3}")
_CHINESE = re.compile("[\u3400-\u9fff]")


class _Memory(dict[str, str]):
    """Answers for as long as the program runs: what a person looks for is theirs."""

    def put(self, text: str, meaning: str) -> None:
        """Remember an answer."""
        self[text] = meaning


class KeywordTranslator(Translator):
    """Translates what is written in `lang` into Chinese."""

    def __init__(self, lang: str, service: Service | None = None) -> None:
        asked = service or partial(_google, source=lang)
        super().__init__(asked, CHINESE, _Memory())

    def may_leave(self, text: str) -> bool:
        """Whether it is a short phrase of letters, with small numbers at most."""
        if not text.strip() or len(text) > LONGEST or _LONG_NUMBER.search(text):
            return False
        return all(one in " -,./%" or category(one)[0] in "LMN" for one in text)

    def is_sound(self, answer: object) -> bool:
        """Whether an answer can be a keyword: short, and Chinese."""
        if not isinstance(answer, str) or len(answer) > LONGEST:
            return False
        return "<" not in answer and bool(_CHINESE.search(answer))

    def ask(self, text: str) -> str | None:
        """One keyword, from a thread that has no event loop."""
        return asyncio.run(self.translate(" ".join(text.split())))


def _google(text: str, lang: str, *, source: str) -> str:
    return google(text, lang, source)
