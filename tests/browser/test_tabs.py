"""Tabs and frames, from the browser's events in whatever order they come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

from companion.browser.cdp import Cdp
from companion.browser.tabs import Frame, Listener, Tab, Tabs
from tests.loops import apart

TOP = {"id": "top", "url": "https://login.1688.com/member/signin.htm"}
CHILD = {"id": "child", "url": "https://login.taobao.com/mini_login.htm"}
Handler = Callable[[str | None, str, dict[str, Any]], None]


class Browser:
    """Answers as a browser does; what it is asked of the top document waits."""

    def __init__(self) -> None:
        self.handlers: list[Handler] = []
        #: What the page still takes for frames of its own.
        self.stale: list[dict[str, Any]] = []
        self.top_is_ready = asyncio.Event()

    def subscribe(self, handler: Handler) -> None:
        """Remember who wants to hear events."""
        self.handlers.append(handler)

    def say(self, session: str | None, method: str, **params: Any) -> None:  # noqa: ANN401
        """Send an event."""
        for handler in self.handlers:
            handler(session, method, params)

    async def send(
        self,
        method: str,
        params: dict[str, Any] | None = None,
        session: str | None = None,
    ) -> dict[str, Any]:
        """Answer a command."""
        if session == "s-top":
            await self.top_is_ready.wait()
        if method == "Page.getFrameTree":
            frame = TOP if session == "s-top" else CHILD
            below = self.stale if session == "s-top" else []
            return {"frameTree": {"frame": frame, "childFrames": below}}
        if method == "Page.createIsolatedWorld":
            return {"executionContextId": 1}
        if params and params.get("expression", "").endswith("next()"):
            await asyncio.Event().wait()
        return {"result": {"value": False}}


class Silent:
    """Hears everything and does nothing."""

    def tab_opened(self, tab: Tab) -> None:
        """Keep it, to look into it."""
        self.tab = tab

    def navigated(self, tab: Tab, frame: Frame) -> None:
        """Nothing."""

    def said(self, *_: object) -> None:
        """Nothing."""


async def turns() -> None:
    """Let everything go on until it waits for the browser."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_a_frame_heard_of_before_its_page_is_kept() -> None:
    """On a busy machine a frame of another site may answer first (seen: 1 in 12)."""

    async def attach() -> dict[str, Frame]:
        browser, listener = Browser(), Silent()
        browser.stale = [{"frame": {**CHILD, "url": "", "parentId": "top"}}]
        tabs = Tabs(
            cast("Cdp", browser), "", lambda _: True, cast("Listener", listener)
        )
        info = {"targetId": "top", "type": "page", "url": TOP["url"]}
        browser.say(None, "Target.attachedToTarget", sessionId="s-top", targetInfo=info)
        info = {"targetId": "child", "type": "iframe", "url": CHILD["url"]}
        browser.say(
            "s-top", "Target.attachedToTarget", sessionId="s-child", targetInfo=info
        )
        await turns()
        assert ["child"] == list(listener.tab.frames)
        browser.top_is_ready.set()
        await turns()
        assert tabs.open() == [listener.tab]
        return listener.tab.frames

    frames = apart(attach())

    assert {"child": "s-child", "top": "s-top"} == {
        id_: frame.session for id_, frame in frames.items()
    }


def test_a_new_page_leaves_no_frame_of_the_old_one() -> None:
    """What is replaced takes its frames along."""

    async def navigate() -> dict[str, Frame]:
        browser, listener = Browser(), Silent()
        browser.top_is_ready.set()
        tabs = Tabs(
            cast("Cdp", browser), "", lambda _: True, cast("Listener", listener)
        )
        info = {"targetId": "top", "type": "page", "url": TOP["url"]}
        browser.say(None, "Target.attachedToTarget", sessionId="s-top", targetInfo=info)
        await turns()
        child = {**CHILD, "parentId": "top"}
        browser.say("s-top", "Page.frameNavigated", frame=child)
        browser.say("s-top", "Page.frameNavigated", frame=TOP)
        assert tabs.open() == [listener.tab]
        return listener.tab.frames

    assert ["top"] == list(apart(navigate()))
