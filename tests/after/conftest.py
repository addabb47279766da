"""The page after the account, served as a session serves it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from companion.after.serving import AfterPage
from companion.pack.site import Pack
from companion.sentences import Sentences
from companion.translate.keywords import KeywordTranslator


class Google:
    """A translator that answers what a test says, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer: str | Exception = "竹筷子"

    def __call__(self, text: str, lang: str) -> str:
        """Answer."""
        self.asked.append(text)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def google() -> Google:
    """Nobody outside is asked."""
    return Google()


@pytest.fixture(params=["vi"])
def after(
    request: pytest.FixtureRequest, pack: Pack, google: Google
) -> Iterator[AfterPage]:
    """The page in one language."""
    lang = request.param
    page = AfterPage(pack, Sentences(lang), translator=KeywordTranslator(lang, google))
    yield page
    page.close()


@pytest.fixture
def address(after: AfterPage) -> str:
    """Where the page is served."""
    address = after.address()
    assert address is not None
    return address
