"""Serves the page, from when somebody first asks for it until the session ends."""

from __future__ import annotations

from collections.abc import Callable

from companion.after.page import KEYWORD, after_page
from companion.pack.site import Pack
from companion.pages import ServedPages, serve
from companion.sentences import Sentences
from companion.translate.keywords import KeywordTranslator

_NAME = "after"


class AfterPage:
    """The page after the account; without one in the pack there is no address."""

    def __init__(
        self,
        pack: Pack,
        words: Sentences,
        is_shared: Callable[[], bool] = lambda: False,
        translator: KeywordTranslator | None = None,
    ) -> None:
        """`is_shared`: whether others use this computer, when the page is asked for."""
        self._pack = pack
        self._is_shared = is_shared
        self._words = words
        self._translator = translator or KeywordTranslator(words.lang)
        self._served: ServedPages | None = None
        #: Brings an address before the person, while a browser is attached.
        self.show: Callable[[str], None] = lambda _: None
        #: Opens an address in a tab behind the one that the person is on, likewise.
        self.open_behind: Callable[[str], None] = lambda _: None

    def prepare(self) -> bool:
        """The account exists: have the page ready, where it disturbs nobody.

        Whether there is one.
        """
        address = self.address()
        if address is not None:
            self.open_behind(address)
        return address is not None

    def open(self, _: object) -> None:
        """The person asks for the page."""
        address = self.address()
        if address is not None:
            self.show(address)

    def owns(self, url: str) -> bool:
        """Whether an address is the page of our own."""
        return self._served is not None and self._served.owns(url)

    def address(self) -> str | None:
        """Where the page is served from now on; None if it can't be."""
        after = self._pack.after
        if after is None:
            return None
        if self._served is None:
            glossary, shared = self._pack.glossary, self._is_shared()
            page = after_page(after, glossary, self._words, shared=shared)
            asks = {KEYWORD: self._translator.ask}
            try:
                served = serve({_NAME: page}, lambda _: None, self._words, asks)
            except OSError:
                return None
            self._served = served.__enter__()
        return self._served.address(_NAME)

    def close(self) -> None:
        """The page can still be read, and its table still searched."""
        if self._served is not None:
            self._served.close()
            self._served = None
