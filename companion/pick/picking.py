"""One pick in an open browser, over our own connection: in every tab and frame of it.

The same for saved pages and live ones. Nothing of the protocol is used that `start`
does not use: what a page sends never comes here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from companion.browser.cdp import Cdp, CdpClosed
from companion.browser.tabs import Frame, Report, Tab, Tabs
from companion.errors import CompanionError, PageUnreachable
from companion.pick.picked import Picked, Trial

_BLANK = "about:blank"


class PickEnded(CompanionError):
    """Nothing was picked: the window was closed, or the person pressed Escape."""


class Picking:
    """Listens to the pickers of a browser; `refused(reason)` hears of useless presses.

    Raises PickEnded from whatever is awaited once the person has ended it.
    """

    def __init__(
        self,
        cdp: Cdp,
        source: str,
        official: Callable[[str], bool],
        refused: Callable[[str], None],
    ) -> None:
        self._cdp = cdp
        self._tabs = Tabs(cdp, source, official, self)
        self._refused = refused
        self._frame: Frame | None = None
        loop = asyncio.get_running_loop()
        self._ready: asyncio.Future[Tab] = loop.create_future()
        self._picked: asyncio.Future[Picked] = loop.create_future()
        self._tried: asyncio.Future[Trial] = loop.create_future()

    async def start(self) -> None:
        """Put a picker into every page there is, and there will be."""
        await self._tabs.start()

    async def open(self, url: str) -> None:
        """Open `url` in a tab that has its picker already, before any script of it.

        Raises PageUnreachable.
        """
        tab = await self._unless_closed(self._ready)
        answer = await self._cdp.send("Page.navigate", {"url": url}, tab.session)
        if answer.get("errorText"):
            raise PageUnreachable("page.unreachable", host=urlsplit(url).netloc)

    async def picked(self) -> Picked:
        """Wait for the person's press."""
        picked: Picked = await self._unless_closed(self._picked)
        return picked

    async def tried(self, brief: Mapping[str, Any], target: str) -> Trial:
        """How the pack of `brief` answers to the picked element."""
        if self._frame is None or self._cdp.closed.done():
            raise PickEnded("pick.window_closed")
        self._tried = asyncio.get_running_loop().create_future()
        order = {"order": "try", "brief": brief, "target": target}
        self._tabs.tell(self._frame, order)
        trial: Trial = await self._unless_closed(self._tried)
        return trial

    async def retire(self) -> None:
        """Take the pickers off the pages."""
        await self._tabs.retire()

    async def _unless_closed(self, wanted: asyncio.Future[Any]) -> Any:  # noqa: ANN401
        await asyncio.wait(
            (wanted, self._cdp.closed), return_when=asyncio.FIRST_COMPLETED
        )
        if not wanted.done():
            raise PickEnded("pick.window_closed")
        try:
            return wanted.result()
        except CdpClosed:
            raise PickEnded("pick.window_closed") from None

    # What the tabs tell.

    def said(self, tab: Tab, frame: Frame, reports: list[Report]) -> None:
        """Take what a picker reports."""
        for report in reports:
            match report["kind"]:
                case "ready" if tab.url in ("", _BLANK) and not self._ready.done():
                    self._ready.set_result(tab)
                case "refused":
                    self._refused(str(report["reason"]))
                case "ended":
                    self._end("pick.ended")
                case "picked" if not self._picked.done():
                    self._take(tab, frame, report)
                case "tried" if not self._tried.done():
                    self._tried.set_result(Trial.of(report))

    def _take(self, picked: Tab, frame: Frame, report: Report) -> None:
        self._frame = frame
        within = None if frame is picked.top else frame.url
        self._picked.set_result(Picked.of(report, within))
        for tab in self._tabs.open():
            for other in tab.frames.values():
                if other is not frame:
                    self._tabs.tell(other, {"order": "hold"})

    def _end(self, sentence: str) -> None:
        for waiting in (self._ready, self._picked, self._tried):
            if not waiting.done():
                waiting.set_exception(PickEnded(sentence))
                waiting.exception()  # seen: nobody may be waiting for this one

    def tab_opened(self, tab: Tab) -> None:
        """Nothing to do: its picker will report."""

    def tab_closed(self, tab: Tab) -> None:  # noqa: ARG002 - the listener's shape
        """The last tab takes the pick with it."""
        if not self._tabs.open():
            self._end("pick.window_closed")

    def tab_crashed(self, tab: Tab) -> None:
        """The browser offers to load it again."""

    def navigated(self, tab: Tab, frame: Frame) -> None:  # noqa: ARG002 - the same
        """The element that was picked is gone with its document."""
        if self._frame is not None and frame.id == self._frame.id:
            self._frame = None

    def frame_gone(self, tab: Tab, frame: Frame) -> None:
        """The element that was picked is gone with its frame."""
        self.navigated(tab, frame)

    def failed(self, error: BaseException) -> None:
        """A mistake of ours ends the pick."""
        for waiting in (self._ready, self._picked, self._tried):
            if not waiting.done():
                waiting.set_exception(error)
                waiting.exception()
