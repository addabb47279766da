"""Waiting until a file that a check reads has changed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path

_EVERY_S = 0.4


def state_of(folders: Iterable[Path]) -> dict[Path, int]:
    """Every file below the folders with when it was changed, in ns."""
    times: dict[Path, int] = {}
    for folder in folders:
        for path in [folder, *folder.rglob("*")]:
            try:
                if path.is_file():
                    times[path] = path.stat().st_mtime_ns
            except OSError:  # gone meanwhile
                continue
    return times


async def changed(folders: Iterable[Path], before: dict[Path, int]) -> dict[Path, int]:
    """The next state that differs from `before`; an editor has finished writing."""
    watched = list(folders)
    while (now := state_of(watched)) == before:
        await asyncio.sleep(_EVERY_S)
    # Some editors write a file in two goes.
    while (settled := state_of(watched)) != now:
        now = settled
        await asyncio.sleep(_EVERY_S)
    return now
