"""Gate, cache, breaker and deadline round a translator that has none of them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from companion.translate.breaker import Breaker
from companion.translate.cache import Cache
from companion.translate.gate import is_sound, may_leave

#: Seconds for which an answer is awaited.
DEADLINE_S = 4.0

#: Text and language -> meaning; may block and may raise anything.
Service = Callable[[str, str], str]


class Translator:
    """Asks a service, off the event loop; None wherever there is no sound answer."""

    def __init__(
        self,
        service: Service,
        lang: str,
        cache: Cache,
        *,
        breaker: Breaker | None = None,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self._service = service
        self._lang = lang
        self._cache = cache
        self._breaker = breaker or Breaker()
        self._deadline_s = deadline_s

    async def translate(self, text: str) -> str | None:
        """The meaning of a short Chinese message, by machine."""
        if not may_leave(text):
            return None
        known = self._cache.get(text)
        if known is not None or self._breaker.is_open:
            return known
        try:
            answer = await asyncio.wait_for(self._ask(text), self._deadline_s)
        except Exception:  # the service raises what it likes
            answer = ""
        if not is_sound(answer):
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
