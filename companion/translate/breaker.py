"""Stops asking a service that keeps failing: a person must not wait for it again."""

from __future__ import annotations

import time
from collections.abc import Callable

#: Failures in a row after which nobody is asked, and for how many seconds.
FAILURES = 3
REST_S = 300.0


class Breaker:
    """`now`: a clock in seconds that never goes back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._failures = 0
        self._until = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the service is to be left alone."""
        return self._now() < self._until

    def failed(self) -> None:
        """Note a failure."""
        self._failures += 1
        if self._failures >= FAILURES:
            self._failures = 0
            self._until = self._now() + REST_S

    def worked(self) -> None:
        """Note a success."""
        self._failures = 0
