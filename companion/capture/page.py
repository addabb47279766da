"""One tab, kept: waited for, recognised, scrubbed, written and read again."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from companion.browser.cdp import Cdp, CdpError
from companion.capture.addresses import host_of, slug_of
from companion.capture.draft import Drafter
from companion.capture.folder import discard, new_folder, write_pages
from companion.capture.onlooker import Onlooker
from companion.capture.problems import PageNotCaptured
from companion.capture.recognise import Recognised, recognise
from companion.capture.report import Captured
from companion.capture.snapshot import Snapshot, settle, take
from companion.check.examine import Knowing
from companion.pack.site import Pack

# Seconds in which every frame must have been looked at.
_LOOKING_S = 60.0


@dataclass(frozen=True)
class Keeper:
    """Keeps pages below `root`, under `name` or one made from their address."""

    pack: Pack
    knowing: Knowing
    drafter: Drafter
    root: Path
    name: str | None

    async def keep(self, cdp: Cdp, tab: str, asked: str | None = None) -> Captured:
        """Capture what the tab shows; the tab stays as it is.

        `asked` is the address it was opened at. Raises PageUnreachable,
        PageNotCaptured, OSError.
        """
        onlooker = await Onlooker.attach(cdp, tab)
        try:
            loaded = await settle(onlooker, host_of(asked or ""))
            seen = await self._recognised(onlooker)
            snapshot = await take(onlooker, self.pack)
        finally:
            with contextlib.suppress(CdpError):
                await onlooker.detach()
        folder, kept = await self._write(snapshot)
        return Captured(
            asked=asked or snapshot.url,
            ended=snapshot.url,
            seen=seen,
            kept=kept,
            frames=tuple(snapshot.frames),
            folder=folder,
            loaded=loaded,
            missing=snapshot.missing,
        )

    async def _recognised(self, onlooker: Onlooker) -> Recognised:
        try:
            async with asyncio.timeout(_LOOKING_S):
                return await recognise(onlooker, self.knowing)
        except TimeoutError:
            raise PageNotCaptured("capture.busy", seconds=_LOOKING_S) from None
        except CdpError:
            raise PageNotCaptured("capture.moved_on") from None

    async def _write(self, snapshot: Snapshot) -> tuple[Path, Recognised]:
        today = date.today()
        name = self.name or slug_of(snapshot.url)
        folder = new_folder(self.root, name, today)
        try:
            files = write_pages(folder, snapshot)
            result = await self.drafter.write(folder, snapshot.url, files, today)
        except BaseException:
            discard(folder)
            raise
        return folder, Recognised.of(result)
