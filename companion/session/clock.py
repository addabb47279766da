"""How long the person has waited for a code, and what that means."""

from __future__ import annotations

from collections.abc import Callable

# Codes mostly come within a minute, at times after ten (users b.1, d.2 15); nobody can
# promise more. A second request soon after the first locks the number (1688-facts 4).
_CHECK_S = 60
_RESEND_S = 180
_EXITS_S = 600
# A request so long after the last one is a new beginning.
_FORGOTTEN_S = 3600


class CodeClock:
    """Counts from the first request for a code, heard of through reports only."""

    def __init__(self, now: Callable[[], float]) -> None:
        """`now`: a clock in seconds that never goes back."""
        self._now = now
        self._counting: bool | None = None
        self._first = 0.0
        self._last = 0.0
        self.sends = 0

    def see(self, *, counting: bool | None) -> None:
        """Take in whether the send button counts down; None while it is not there.

        A dialog that is closed and opened again during the countdown asks for nothing.
        """
        if counting is None:
            return
        if counting and not self._counting:
            self._send()
        self._counting = counting

    def forget(self) -> None:
        """The account is there: nothing is waited for."""
        self.sends = 0

    @property
    def waited(self) -> str | None:
        """Minutes and seconds since the first request, `1:42`."""
        if not self.sends:
            return None
        minutes, seconds = divmod(int(self._now() - self._first), 60)
        return f"{minutes}:{seconds:02}"

    @property
    def stage(self) -> str | None:
        """The sign of what to advise (companion/pack/help.py)."""
        if not self.sends:
            return None
        since = self._now() - self._last
        if since >= _EXITS_S:
            return "code:exits"
        if self.sends > 1:
            return "code:stop"
        if since >= _RESEND_S:
            return "code:resend"
        return "code:check" if since >= _CHECK_S else "code:fresh"

    def _send(self) -> None:
        now = self._now()
        if not self.sends or now - self._last > _FORGOTTEN_S:
            self.sends, self._first = 0, now
        self.sends += 1
        self._last = now
