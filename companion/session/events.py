"""The event stream: one JSON object a line for every change, for programs beside us.

The contract is docs/events.md. Nothing in it can hold what a person typed: every field
is ours, or an address without its query, or a box on the screen.
"""

from __future__ import annotations

import contextlib
import json
import time
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from companion.cli.printer import tell


class EventStream:
    """Writes events to a file, flushed at once; without a file it swallows them."""

    def __init__(self, path: Path | None) -> None:
        """Open the file anew; raises OSError."""
        self._began = time.monotonic()
        self._file: TextIO | None = None
        if path is not None:
            self._file = path.open("w", encoding="utf-8", newline="\n")

    def emit(self, event: str, **fields: object) -> None:
        """Write one event; `t` counts seconds from the start of the session."""
        if self._file is None:
            return
        moment = round(time.monotonic() - self._began, 3)
        line = json.dumps({"t": moment, "event": event, **fields}, ensure_ascii=False)
        try:
            self._file.write(line + "\n")
            self._file.flush()
        except OSError:
            # A full disk ends the stream, never the guidance.
            self._stop()

    def __enter__(self) -> Self:
        """Use as a context manager to close the file."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _stop(self) -> None:
        assert self._file is not None
        tell("sessions.events_stopped", path=self._file.name)
        # Closing writes what is left once more, and fails again.
        with contextlib.suppress(OSError):
            self._file.close()
        self._file = None
