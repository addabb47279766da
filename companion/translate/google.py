"""Google's translator by way of deep-translator."""

from __future__ import annotations

CHINESE = "zh-CN"


def google(text: str, lang: str, source: str = CHINESE) -> str:
    """The text in `lang`; takes as long as it takes, and raises what it likes.

    One instance a call: shared by threads it was seen to mix up answers.
    """
    # Loads requests and BeautifulSoup, which most sessions never need.
    from deep_translator import GoogleTranslator

    answer: str = GoogleTranslator(source=source, target=lang).translate(text)
    return answer
