"""The page's outline for a report: its structure, with nothing typed, kept on disk."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from companion.browser.cdp import Cdp, CdpClosed, CdpError
from companion.browser.tabs import Tab
from companion.capture.addresses import slug_of
from companion.capture.folder import (
    Draft,
    captures_dir,
    discard,
    new_folder,
    write_facts,
    write_pages,
)
from companion.capture.onlooker import Onlooker
from companion.capture.snapshot import Snapshot, settle, take
from companion.errors import CompanionError
from companion.pack.site import Pack
from companion.session.advice import Adviser

RUNNING, KEPT, FAILED = "outline:running", "outline:kept", "outline:failed"


class Outliner:
    """Keeps what a tab shows when the person asks for it; sends nothing anywhere.

    It looks through a connection of its own: on the session's, the new attachment
    would look like a new tab.
    """

    def __init__(
        self,
        pack: Pack,
        adviser: Adviser,
        ws_url: str,
        refresh: Callable[[Tab], None],
        captured: Callable[[Tab, Path], None],
    ) -> None:
        """`captured` is told the folder; `refresh` has the panel say the rest."""
        self._ws_url = ws_url
        self._pack = pack
        self._adviser = adviser
        self._refresh = refresh
        self._captured = captured
        self._tasks: dict[Tab, asyncio.Task[None]] = {}

    def keep(self, tab: Tab) -> None:
        """Begin; the panel says so, and then where it lies. One at a time for a tab."""
        if tab in self._tasks:
            return
        self._adviser.outlined(tab, RUNNING)
        task = asyncio.get_running_loop().create_task(self._keep(tab))
        self._tasks[tab] = task
        task.add_done_callback(lambda _: self._tasks.pop(tab, None))

    async def _keep(self, tab: Tab) -> None:
        try:
            snapshot = await self._look(tab)
            folder = await asyncio.to_thread(self._write, snapshot)
        except (CompanionError, CdpError, CdpClosed, OSError):
            self._adviser.outlined(tab, FAILED)
        else:
            self._adviser.outlined(tab, KEPT, str(folder))
            self._captured(tab, folder)
        self._refresh(tab)

    async def _look(self, tab: Tab) -> Snapshot:
        async with await Cdp.connect(self._ws_url) as cdp:
            onlooker = await Onlooker.attach(cdp, tab.target)
            try:
                await settle(onlooker, "")
                return await take(onlooker, self._pack)
            finally:
                with contextlib.suppress(CdpError, CdpClosed):
                    await onlooker.detach()

    def _write(self, snapshot: Snapshot) -> Path:
        today = date.today()
        folder = new_folder(captures_dir(), slug_of(snapshot.url), today)
        try:
            files = write_pages(folder, snapshot)
            # Nobody has looked at it: what it should hold is left to the review.
            write_facts(folder, snapshot.url, files, Draft(("unknown",), {}), today)
        except BaseException:
            discard(folder)
            raise
        return folder
