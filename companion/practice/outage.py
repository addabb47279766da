"""A lost connection: for a while the practice site answers nobody."""

from __future__ import annotations

import time
from threading import Lock

from companion.practice.flows import Loss


class Outage:
    """Begins with the first request of a path; safe to use from every server thread.

    A connection that is closed without a word gives the page the browser shows when
    the network is lost, which tries again by itself after one and five seconds.
    """

    def __init__(self, loss: Loss | None, speed: float) -> None:
        """Keep what is lost; its seconds pass `speed` times faster than real."""
        self._loss = loss
        self._speed = speed
        self._over: float | None = None
        self._lock = Lock()

    def swallows(self, path: str) -> bool:
        """Say whether a request for this path goes without an answer now."""
        if self._loss is None:
            return False
        now = time.monotonic()
        with self._lock:
            if self._over is None and path.startswith(self._loss.at):
                self._over = now + self._loss.seconds / self._speed
            return self._over is not None and now < self._over
