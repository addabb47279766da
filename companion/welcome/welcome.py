"""The page while it is open: who asks what of it, and what was chosen in the end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from threading import Event
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from pydantic import ValidationError

from companion.pack.hosts import hosts_match
from companion.pack.site import Pack
from companion.pages import Page, ServedPages, serve
from companion.sentences import Sentences
from companion.session.probe import try_network
from companion.welcome.choice import Beginning, Choice
from companion.welcome.content import write_welcome

# Nobody tells that a window was closed, with nothing attached: it is looked up.
_LOOKS_S = 0.5
_NAME = "welcome"
_PHONE = "phone"


class Welcome:
    """Serves the page for the length of a `with` block. Raises OSError."""

    def __init__(self, pack: Pack, words: Sentences, beginning: Beginning) -> None:
        self._pack = pack
        self._words = words
        self._beginning = beginning
        self._choice: Choice | None = None
        self._chosen = Event()
        self._served: ServedPages = serve(
            {_NAME: self._page, _PHONE: self._cards},
            lambda _: None,
            words,
            {"begin": self._begin, "probe": self._probe},
        )

    @property
    def address(self) -> str:
        """Where the page is."""
        return self._served.address(_NAME)

    def owns(self, url: str) -> bool:
        """Whether an address is this page."""
        return self._served.owns(url)

    def wait(
        self, is_open: Callable[[], bool], opened: Callable[[], Iterable[str]]
    ) -> Choice | None:
        """The person's choice; None when the window was closed without one.

        `opened` tells the addresses of the tabs: who has gone to the site by another
        way is guided there, with what the page began with.
        """
        while not self._chosen.wait(_LOOKS_S):
            if not is_open():
                return None
            if any(self._is_site(url) for url in opened()):
                first = self._beginning
                return Choice(account=first.account, shared=first.shared)
        return self._choice

    def _is_site(self, url: str) -> bool:
        return hosts_match(self._pack.hosts, url).official

    def _page(self) -> Page:
        return write_welcome(self._pack, self._words, self._beginning)

    def _cards(self) -> Page:
        """For who would rather sign up on the phone."""
        # Few ask for it: a start does not wait for its files.
        from companion.guide.document import phone_guide

        return phone_guide(self._pack, self._words, back=_NAME)

    def _begin(self, told: str) -> str | None:
        """In a thread of the server: the button was pressed."""
        try:
            choice = Choice.model_validate_json(told)
        except ValidationError:
            return self._words.say("welcome.again")
        if self._choice is None:
            self._choice = choice
            self._chosen.set()
        before = self._choice
        if (choice.account, choice.shared) != (before.account, before.shared):
            return self._words.say("welcome.already")
        return None

    def _probe(self, _: str) -> str:
        """In a thread of the server: how the network is, within ten seconds."""
        parts = urlsplit(self._beginning.address)
        is_practice = hosts_match(self._pack.hosts, self._beginning.address).practice
        # Only browsers know that every name below `localhost` is this computer.
        here = f"http://127.0.0.1:{parts.port}/" if is_practice else None
        sign = asyncio.run(try_network(self._pack.help.probes, instead=here))
        return self._words.say(f"welcome.probe.{sign.partition(':')[2]}")

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._served.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Serve no longer; the page stays readable."""
        self._served.close()
