"""What one look at the computer found, and how long looking may take."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

#: `warn`: it may work all the same; `fail`: it will not.
Level = Literal["ok", "warn", "fail"]

# Where nothing answers, all is told within three seconds, our own start included.
_SHORT_S = 2.0
# A network that does answer may be slow, and a far one is worth waiting for.
_LONG_S = 8.0


@dataclass(frozen=True)
class Finding:
    """One line of the report; its words are `doctor.<probe>.<result>`.

    `fields` hold numbers, versions, and names from our own data: never a path, nor
    anything else that tells whose computer it is.
    """

    probe: str
    level: Level
    result: str
    fields: Mapping[str, object] = field(default_factory=dict)


class Patience:
    """Until when all probes wait; longer as soon as the network is seen to answer."""

    def __init__(self, short: float = _SHORT_S, long: float = _LONG_S) -> None:
        self._began = time.monotonic()
        self._short = short
        self._long = long
        self._extended = threading.Event()

    def extend(self) -> None:
        """Something has answered: the rest is worth waiting for."""
        self._extended.set()

    @property
    def left(self) -> float:
        """Seconds that are left, at least 0."""
        allowed = self._long if self._extended.is_set() else self._short
        return max(0.0, self._began + allowed - time.monotonic())
