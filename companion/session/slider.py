"""At which stage the slider is, and how often it has refused."""

from __future__ import annotations

from collections.abc import Callable, Set

# Its scripts answer within a few seconds or not at all (1688-facts 3.2).
_PATIENCE_S = 8.0

_FAILURES = {"notice:slider.network"}
_PASSED = "notice:slider.passed"
_THRICE = 3


class SliderStages:
    """Follows the slider through the reports of one session.

    `handle` is the status of its handle, None while it is not there; `retry` says that
    a new slider is offered; `here` that there is a slider at all.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        """`now`: a clock in seconds that never goes back."""
        self._now = now
        self._since: float | None = None
        self._was_there = False
        self.stage: str | None = None
        self.refusals = 0

    def see(
        self, *, here: bool, handle: str | None, retry: bool, notices: Set[str]
    ) -> None:
        """Take in what the frames report."""
        before, self.stage = self.stage, self._judge(here, handle, retry, notices)
        if self.stage == "refused" and before != "refused":
            self.refusals += 1
        if self.stage == "passed":
            self.refusals = 0

    @property
    def signs(self) -> set[str]:
        """The signs of the present stage (companion/pack/help.py)."""
        if self.stage is None:
            return set()
        if self.stage == "refused" and self.refusals >= _THRICE:
            return {"slider:refused", "slider:thrice"}
        return {f"slider:{self.stage}"}

    @property
    def is_waiting(self) -> bool:
        """Whether time alone may change the stage."""
        return self._since is not None and self.stage == "checking"

    def _judge(
        self, here: bool, handle: str | None, retry: bool, notices: Set[str]
    ) -> str | None:
        if handle is not None:
            return self._settled("passed" if handle == "done" else "ready")
        if _FAILURES & notices:
            return self._settled("failed")
        if not here:
            return self._settled("passed" if _PASSED in notices else None)
        return self._settled("refused") if retry else self._wait()

    def _settled(self, stage: str | None) -> str | None:
        self._since = None
        return stage

    def _wait(self) -> str:
        """Neither a handle nor an answer: it loads, or checks, or never will."""
        if self._since is None:
            self._since = self._now()
            self._was_there = self.stage == "ready"
        is_late = self._now() - self._since >= _PATIENCE_S
        return "failed" if is_late and not self._was_there else "checking"
