"""Progress as it is told: forward at once, backward only when it stays so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from companion.session.journey import Progress

# Between two pages, and while a button is being sent, nothing is next for a moment:
# that is no step back.
_BACK_S = 2.0


class Advance:
    """Passes progress on to `tell`."""

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._told: Progress | None = None
        self._back: asyncio.TimerHandle | None = None
        self._latest: Progress | None = None

    def reach(self, reached: Progress) -> None:
        """Take in where the person seems to be."""
        self._latest = reached
        if self._told is None or reached.done >= self._told.done:
            self._stay()
            self._say(reached)
        elif self._back is None:
            loop = asyncio.get_running_loop()
            self._back = loop.call_later(_BACK_S, self._go_back)

    def _go_back(self) -> None:
        self._back = None
        if self._latest is not None:
            self._say(self._latest)

    def _stay(self) -> None:
        if self._back is not None:
            self._back.cancel()
            self._back = None

    def _say(self, reached: Progress) -> None:
        self._told = reached
        self._tell(reached)
