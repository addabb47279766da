"""What can stand in the way of a capture."""

from __future__ import annotations

from companion.errors import CompanionError


class CaptureRefused(CompanionError):
    """A name, an address or a rehearsal that cannot be used: bad usage."""

    exit_code = 2


class PageNotCaptured(CompanionError):
    """The page is there, but cannot be read or is too large."""


class CaptureStopped(CompanionError):
    """The person pressed Ctrl-C."""

    exit_code = 130
