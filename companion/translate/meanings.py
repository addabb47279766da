"""The meanings, by machine, of messages that pages of this session have shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Protocol

#: Messages asked about in one session: a page that makes them up must not flood.
MOST = 40


class _Translates(Protocol):
    async def translate(self, text: str) -> str | None:
        """The meaning, if there is one."""


class Meanings:
    """Asks only after `agree`; `found` is called whenever a meaning has come."""

    def __init__(
        self, translator: _Translates | None, found: Callable[[], None]
    ) -> None:
        self._translator = translator
        self._found = found
        self._asked: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.agreed = False
        self.known: dict[str, str] = {}

    def agree(self) -> None:
        """The person agreed, for this session."""
        self.agreed = self._translator is not None

    def ask(self, texts: Iterable[str]) -> None:
        """Have these messages translated, each once."""
        for text in texts:
            if self.agreed and text not in self._asked and len(self._asked) < MOST:
                self._asked.add(text)
                task = asyncio.create_task(self._learn(text))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _learn(self, text: str) -> None:
        assert self._translator is not None
        meaning = await self._translator.translate(text)
        if meaning is not None:
            self.known[text] = meaning
            self._found()
