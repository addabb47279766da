"""The practice text messages: made here, never sent, shown on a drawn phone."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from threading import Condition


@dataclass(frozen=True)
class Message:
    """One text message; `due` is a reading of the monotonic clock, in seconds."""

    id: int
    text: str
    due: float

    def as_json(self) -> dict[str, object]:
        """Return what the pages are told."""
        return {"id": self.id, "text": self.text}


class SmsInbox:
    """The messages of one rehearsal; safe to use from every server thread."""

    def __init__(self, template: str, delay: float, again: float | None = None) -> None:
        """Keep the text, with `{code}` in it, and the delay in seconds.

        With `again`, a second message with another code follows so much later.
        """
        self._template = template
        self._delays = [delay] if again is None else [delay, delay + again]
        self._messages: list[Message] = []
        self._changed = Condition()
        self._closed = False

    def send(self) -> None:
        """Write a message with a new six-digit code; it arrives after the delay."""
        with self._changed:
            for delay in self._delays:
                code = f"{secrets.randbelow(1_000_000):06d}"
                number = len(self._messages) + 1
                due = time.monotonic() + delay
                text = self._template.format(code=code)
                self._messages.append(Message(number, text, due))
            self._changed.notify_all()

    def arrived(self, after: int = 0) -> list[Message]:
        """Return the messages that are there, oldest first, with ids above `after`."""
        now = time.monotonic()
        return [it for it in self._messages if it.id > after and it.due <= now]

    def wait(self, after: int, timeout: float) -> list[Message]:
        """Return like `arrived`, waiting up to `timeout` seconds for a first one."""
        end = time.monotonic() + timeout
        with self._changed:
            while not (found := self.arrived(after)) and not self._closed:
                now = time.monotonic()
                if now >= end:
                    break
                coming = [it.due for it in self._messages if it.id > after]
                self._changed.wait(max(0.0, min([end, *coming]) - now))
            return found

    def close(self) -> None:
        """Let every waiting request go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
