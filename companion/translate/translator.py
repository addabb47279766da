"""Gate, cache, breaker and deadline round a translator that has none of them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Protocol

from companion.translate.breaker import Breaker
from companion.translate.gate import is_sound, may_leave

#: Seconds for which an answer is awaited.
DEADLINE_S = 4.0

#: Text and language -> meaning; may block and may raise anything.
Service = Callable[[str, str], str]


class Remembers(Protocol):
    """What was translated before (cache.py), for as long as it is kept."""

    def get(self, text: str) -> str | None:
        """The answer, if it is known."""

    def put(self, text: str, meaning: str) -> None:
        """Remember an answer."""


class Translator:
    """Asks a service, off the event loop; None wherever there is no sound answer."""

    def __init__(
        self,
        service: Service,
        lang: str,
        cache: Remembers,
        *,
        breaker: Breaker | None = None,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self._service = service
        self._lang = lang
        self._cache = cache
        self._breaker = breaker or Breaker()
        self._deadline_s = deadline_s

    def may_leave(self, text: str) -> bool:
        """Whether this text may be sent."""
        return may_leave(text)

    def is_sound(self, answer: object) -> bool:
        """Whether this answer can be a translation."""
        return is_sound(answer)

    async def translate(self, text: str) -> str | None:
        """What a short text means, by machine."""
        if not self.may_leave(text):
            return None
        known = self._cache.get(text)
        if known is not None or self._breaker.is_open:
            return known
        try:
            answer = await asyncio.wait_for(self._ask(text), self._deadline_s)
        except Exception:  # the service raises what it likes
            answer = ""
        if not self.is_sound(answer):
            self._breaker.failed()
            return None
        self._breaker.worked()
        self._cache.put(text, answer)
        return answer

    def _ask(self, text: str) -> asyncio.Future[str]:
        """A thread of its own: one that hangs must not hold up the program's end."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[str] = loop.create_future()

        def settle(meaning: str, error: Exception | None) -> None:
            if answer.done():
                return
            if error is None:
                answer.set_result(meaning)
            else:
                answer.set_exception(error)

        def work() -> None:
            meaning, failure = "", None
            try:
                meaning = self._service(text, self._lang)
            except Exception as error:
                failure = error
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, meaning, failure)

        threading.Thread(target=work, daemon=True).start()
        return answer
