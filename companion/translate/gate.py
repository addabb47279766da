"""What may be sent to a translator: short Chinese words of a site, and nothing else.

The second gate: the agent has already held the text against every field of its
document (agent/src/notice/gate.ts). Here nothing is known of fields, so nothing passes
that could have been typed by somebody who writes no Chinese.
"""

from __future__ import annotations

import unicodedata

#: Characters of the longest message that is translated.
LONGEST = 60

_HAN = "CJK UNIFIED IDEOGRAPH"


def may_leave(text: str) -> bool:
    """Whether it is Han, spaces and punctuation alone, without `@` and digits."""
    if len(text) > LONGEST or "@" in text:
        return False
    han = [_is_han(character) for character in text]
    return any(han) and all(
        is_han or unicodedata.category(character)[0] in "PZ"
        for character, is_han in zip(text, han, strict=True)
    )


def _is_han(character: str) -> bool:
    return unicodedata.name(character, "").startswith(_HAN)


def is_sound(answer: object) -> bool:
    """Whether an answer can be a translation: no page, no error, no Chinese left."""
    if not isinstance(answer, str) or not answer.strip() or "<" in answer:
        return False
    if len(answer) > 4 * LONGEST or "http" in answer.lower():
        return False
    lowered = answer.lower()
    if any(mark in lowered for mark in _ERRORS):
        return False
    return not any(_is_han(character) for character in answer)


# When Google refuses, deep-translator hands back the words of its error page.
_ERRORS = (
    "error 4",
    "error 5",
    "error (",
    "server error",
    "that’s an error",
    "captcha",
)
