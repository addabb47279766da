"""From a tab to the markup of its documents, scrubbed in the page itself."""

from __future__ import annotations

import asyncio
import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from companion.browser.cdp import CdpError
from companion.capture.addresses import INNER, kept_address, real_hosts, told_apart
from companion.capture.onlooker import Frame, Onlooker
from companion.capture.problems import PageNotCaptured
from companion.capture.scripts import closed_sheets, quiet, serialise
from companion.capture.words import scrubbing_words
from companion.errors import PageUnreachable
from companion.pack.site import Pack

# Characters of a document: beyond the first it is made leaner, then refused.
_LONG = 1_000_000
_LONGEST = 8_000_000
_MOST_FRAMES = 40
# Seconds: for a page to begin, to become quiet, and to be read.
_OPENING_S = 30.0
_SETTLING_S = 10.0
_READING_S = 60.0
_STILL_MS = 1000
_TURN_S = 0.1


@dataclass(frozen=True)
class Snapshot:
    """The documents of a page; addresses are those that may be kept."""

    url: str
    page: str
    #: Address -> markup, of every document in a frame with an address.
    frames: Mapping[str, str]
    #: How many frames did not open.
    missing: int = 0


async def settle(onlooker: Onlooker, host: str) -> bool:
    """Wait until the page has opened and is quiet; False: it went on loading.

    Raises PageUnreachable, which names `host`, when the browser could not open it.
    """
    loop = asyncio.get_running_loop()
    opening, settled = loop.time() + _OPENING_S, loop.time() + _SETTLING_S
    while True:
        frames = await onlooker.frames()
        if frames and frames[0].failed:
            raise PageUnreachable("page.unreachable", host=host)
        now = loop.time()
        if frames and frames[0].url not in INNER:
            most = max(settled - now, 0.2)
            try:
                return await _quiet(onlooker, frames, most)
            except (CdpError, TimeoutError):
                if now > settled:
                    return False
        elif now > opening:
            raise PageUnreachable("page.unreachable", host=host)
        else:
            settled = now + _SETTLING_S
        await asyncio.sleep(_TURN_S)


async def _quiet(onlooker: Onlooker, frames: Sequence[Frame], most_s: float) -> bool:
    expression = quiet(_STILL_MS, round(most_s * 1000))
    async with asyncio.timeout(most_s + 5):
        loaded: bool = await onlooker.evaluate(frames[0], expression)
        # What a frame shows may come long after the page round it.
        below = [one for one in (await onlooker.frames())[1:] if not one.failed]
        waits = [onlooker.evaluate(one, expression) for one in below]
        await asyncio.gather(*waits, return_exceptions=True)
    return loaded


async def take(onlooker: Onlooker, pack: Pack) -> Snapshot:
    """The page as it is now. Raises PageNotCaptured."""
    try:
        async with asyncio.timeout(_READING_S):
            return await _Taking(onlooker, pack).take()
    except TimeoutError:
        raise PageNotCaptured("capture.busy", seconds=round(_READING_S)) from None
    except CdpError:
        raise PageNotCaptured("capture.moved_on") from None


class _Taking:
    def __init__(self, onlooker: Onlooker, pack: Pack) -> None:
        self._onlooker = onlooker
        self._hosts = pack.hosts
        self._words = scrubbing_words(pack)

    async def take(self) -> Snapshot:
        every = await self._onlooker.frames()
        frames = [one for one in every if not one.failed][: _MOST_FRAMES + 1]
        page, *below = frames
        addresses = self._addresses(below)
        stands = {
            one.id: {"src": addresses[one.id]}
            if one.id in addresses
            else {"srcdoc": _mark(one)}
            for one in below
        }
        by_id = {one.id: one for one in frames}
        for one in below:
            parent = by_id[one.parent or ""]
            await self._onlooker.adopt(parent, one, stands[one.id])
        read = {one.id: await self._read(one) for one in frames}
        # Innermost first: each stands in the document round it.
        for one in reversed(below):
            if one.id not in addresses:
                above, inner = one.parent or "", html.escape(read[one.id])
                read[above] = read[above].replace(_mark(one), inner)
        return Snapshot(
            url=self._kept(page.url).partition("?")[0],
            page=read[page.id],
            frames={kept: read[id_] for id_, kept in addresses.items()},
            missing=sum(one.failed for one in every),
        )

    def _addresses(self, below: Sequence[Frame]) -> dict[str, str]:
        """The address each frame is kept at; none for what is part of its parent."""
        own = [one for one in below if one.url.startswith(("http:", "https:"))]
        kept = [self._kept(one.url) for one in own]
        return dict(zip([one.id for one in own], told_apart(kept), strict=True))

    def _kept(self, url: str) -> str:
        return kept_address(url, self._hosts, self._words["fragments"])

    async def _read(self, frame: Frame) -> str:
        if frame.url.startswith("data:"):
            return ""
        addresses: list[str] = await self._onlooker.evaluate(frame, closed_sheets())
        fetched = {one: await self._onlooker.resource(frame, one) for one in addresses}
        expression = serialise(self._words, fetched, _LONG)
        markup: str = await self._onlooker.evaluate(frame, expression)
        if len(markup) > _LONGEST:
            raise PageNotCaptured(
                "capture.too_large", megabytes=len(markup) // 1_000_000
            )
        return real_hosts(markup, self._hosts)


def _mark(frame: Frame) -> str:
    return f"companion-frame-{frame.id}"
