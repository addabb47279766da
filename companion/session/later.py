"""What a tab is looked at again for: one timer for each reason, never two."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Literal

from companion.browser.tabs import Tab

#: `unknown`: nothing was recognised yet; `success`: it has just come up; `message`: one
#: that has gone leaves the panel; `clock`: a second has passed.
Reason = Literal["unknown", "success", "message", "clock"]


class Later:
    """The timers of one session."""

    def __init__(self) -> None:
        self._timers: dict[tuple[Tab, Reason], asyncio.TimerHandle] = {}

    def once(
        self, tab: Tab, reason: Reason, seconds: float, then: Callable[[Tab], None]
    ) -> None:
        """Call `then` after a while, unless that is under way already."""
        key = (tab, reason)
        if key in self._timers:
            return

        def due() -> None:
            del self._timers[key]
            then(tab)

        loop = asyncio.get_running_loop()
        self._timers[key] = loop.call_later(seconds, due)

    def forget(self, tab: Tab, *reasons: Reason) -> None:
        """Do not look again for these reasons."""
        for reason in reasons:
            timer = self._timers.pop((tab, reason), None)
            if timer is not None:
                timer.cancel()
