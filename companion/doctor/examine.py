"""All looks at the computer, taken at the same time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from companion.data import selectors_dir
from companion.doctor.browsers import look_at_browsers
from companion.doctor.finding import Finding, Patience
from companion.doctor.machine import (
    look_at_disk,
    look_at_fonts,
    look_at_letters,
    look_at_screen,
)
from companion.doctor.network import look_at_network, read_hosts
from companion.doctor.ours import look_at_pack, look_at_settings

SITE = "1688"
Look = Callable[[], list[Finding]]


@dataclass(frozen=True)
class Examination:
    """Everything that was found, in the order of the report."""

    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing stands in the way of a sign-up."""
        return all(one.level != "fail" for one in self.findings)


def examine(*, offline: bool = False, pack: Path | None = None) -> Examination:
    """Look at everything at once; `offline` leaves the network alone.

    Takes about two seconds, up to eight on a slow network. Never raises: what can't be
    looked at is a finding too.
    """
    folder = pack or selectors_dir() / SITE
    patience = Patience()
    looks: dict[str, Look] = {
        "browser": partial(look_at_browsers, patience),
        "screen": look_at_screen,
        "network": partial(_network, folder, patience, offline=offline),
        "fonts": look_at_fonts,
        "letters": look_at_letters,
        "disk": look_at_disk,
        "pack": partial(look_at_pack, folder),
        "settings": look_at_settings,
    }
    return Examination(tuple(_all(looks, patience)))


def _network(folder: Path, patience: Patience, *, offline: bool) -> list[Finding]:
    if offline:
        return [Finding("network", "ok", "untried")]
    return look_at_network(read_hosts(folder), patience)


def _all(looks: dict[str, Look], patience: Patience) -> Sequence[Finding]:
    found: dict[str, list[Finding]] = {}

    def take(name: str, look: Look) -> None:
        try:
            found[name] = look()
        except Exception:
            # A look that fails says nothing of the others.
            found[name] = [Finding("looking", "warn", "failed", {"probe": name})]

    threads = [
        threading.Thread(target=take, args=item, daemon=True) for item in looks.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        # The browser must be ended and its folder removed, whatever the time.
        while thread.is_alive() and (patience.left or thread is threads[0]):
            thread.join(0.05)
    late = {
        name: [Finding("looking", "warn", "late", {"probe": name})] for name in looks
    }
    return [one for name in looks for one in found.get(name, late[name])]
