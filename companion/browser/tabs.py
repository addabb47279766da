"""The tabs and frames of a browser, each official one with our agent in it.

Of the whole protocol only `Target`, `Page`, `DOM` and `Runtime.evaluate` are used. With
`Network` enabled the body of every form post would come to us, with `Runtime` or `Log`
whatever the page prints: what is typed must stay in the page.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

from companion.browser.cdp import Cdp, CdpClosed, CdpError

Report = Mapping[str, Any]
_WATCHED = [{"type": "page"}, {"type": "iframe"}, {"exclude": True}]
_NEXT = "globalThis.companion?.next()"
_IS_MISSING = "globalThis.companion === undefined"
_ADOPT = "function (frame) { globalThis.companion?.adopt(frame, this) }"
_BLANK = ("", "about:blank", "about:srcdoc")
# While a frame changes its process, its element is not known as its owner.
_ADOPTIONS_S = (0.0, 0.2, 0.5, 1.5)


@dataclass(eq=False)
class Frame:
    """One frame of a tab; `context` is our isolated world in its present document."""

    id: str
    session: str
    parent: str | None
    url: str = ""
    context: int | None = None


@dataclass(eq=False)
class Tab:
    """One tab; `id` is short and ours, `target` is the browser's name for it."""

    id: str
    target: str
    session: str
    url: str = ""
    frames: dict[str, Frame] = field(default_factory=dict)

    @property
    def top(self) -> Frame | None:
        """The frame of the tab's own document."""
        return self.frames.get(self.target)


class Listener(Protocol):
    """Who is told what happens; every method is called in the order of events."""

    def tab_opened(self, tab: Tab) -> None:
        """A tab is there; its document may not be yet."""

    def tab_closed(self, tab: Tab) -> None:
        """A tab is gone."""

    def tab_crashed(self, tab: Tab) -> None:
        """The process of a tab died; the browser offers to load it again."""

    def navigated(self, tab: Tab, frame: Frame) -> None:
        """A frame has a new document, or the present one a new address."""

    def frame_gone(self, tab: Tab, frame: Frame) -> None:
        """A frame is no longer part of its tab."""

    def said(self, tab: Tab, frame: Frame, reports: list[Report]) -> None:
        """The agent of a frame reports."""

    def failed(self, error: BaseException) -> None:
        """A mistake of ours: going on would leave the person with half a guide."""


class DialogListener(Protocol):
    """Who is told of the boxes that a page puts up, which the person answers."""

    def dialog_opened(self, tab: Tab, message: str) -> None:
        """A page of the site put up `alert()` or the like, with its own words."""

    def dialog_closed(self, tab: Tab) -> None:
        """The person has answered it."""


class Tabs:
    """Keeps an agent in every frame that `wanted(url)` says is the site's."""

    def __init__(
        self,
        cdp: Cdp,
        source: str,
        wanted: Callable[[str], bool],
        listener: Listener,
        named: int = 0,
    ) -> None:
        """`named`: how many tabs have had their ids from an earlier attachment."""
        self._cdp = cdp
        self._source = source
        self._wanted = wanted
        self._listener = listener
        self._world = secrets.token_hex(6)
        self._by_session: dict[str, Tab] = {}
        self._parents: dict[str, str] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        #: How many tabs have been given an id.
        self.named = named
        #: Who hears what the boxes of `alert()` say, if anybody.
        self.dialogs: DialogListener | None = None
        cdp.subscribe(self._event)
        cdp.subscribe(self._asked)

    async def start(self) -> None:
        """Attach to what is open now and to whatever opens later."""
        await self._attach_below(None)

    def tell(self, frame: Frame, order: Mapping[str, object]) -> None:
        """Send one order to the agent of a frame; lost if its document is gone."""
        # JSON is JavaScript, as a string it is also safe from </script> and U+2028.
        text = json.dumps(json.dumps(order))
        call = f"globalThis.companion?.tell(JSON.parse({text}))"
        self._spawn(self._evaluate(frame, call))

    def adopt(self, parent: Frame, child: Frame) -> None:
        """Let the parent's agent follow where the child frame stands in it."""
        self._spawn(self._adopt(parent, child))

    def open_behind(self, url: str) -> None:
        """Open a page of ours in a tab behind the one that the person is on."""
        tab = {"url": url, "background": True}
        self._spawn(self._cdp.send("Target.createTarget", tab))

    def show(self, url: str) -> None:
        """Open a page of ours in a tab of its own, or bring it to the front."""
        there = next((tab for tab in self.open() if tab.url == url), None)
        if there is None:
            self._spawn(self._cdp.send("Target.createTarget", {"url": url}))
        else:
            target = {"targetId": there.target}
            self._spawn(self._cdp.send("Target.activateTarget", target))

    async def retire(self) -> None:
        """Take every agent and its drawings off the pages."""
        frames = [frame for tab in self.open() for frame in tab.frames.values()]
        calls = [
            self._evaluate(frame, "globalThis.companion?.retire()") for frame in frames
        ]
        await asyncio.gather(*calls, return_exceptions=True)

    def open(self) -> list[Tab]:
        """The tabs that are open now."""
        return list(dict.fromkeys(self._by_session.values()))

    # Events, in the order the browser sends them.

    def _event(self, session: str | None, method: str, params: dict[str, Any]) -> None:
        tab = self._by_session.get(session or "")
        match method:
            case "Target.attachedToTarget":
                self._attached(tab, params["sessionId"], params["targetInfo"])
            case "Target.detachedFromTarget":
                self._detached(params["sessionId"])
            case "Page.frameAttached":
                self._parents[params["frameId"]] = params["parentFrameId"]
            case "Page.frameNavigated" if tab and session:
                self._navigated(tab, session, params["frame"])
            case "Page.navigatedWithinDocument" if tab:
                self._moved(tab, params["frameId"], params["url"])
            case "Page.frameDetached" if tab and params.get("reason") != "swap":
                self._lost(tab, params["frameId"])
            case "Inspector.targetCrashed" if tab:
                self._listener.tab_crashed(tab)

    def _attached(self, tab: Tab | None, session: str, info: dict[str, Any]) -> None:
        if tab is None:
            self.named += 1
            tab = Tab(f"p{self.named}", info["targetId"], session, info["url"])
            self._by_session[session] = tab
            self._listener.tab_opened(tab)
        self._by_session[session] = tab
        self._spawn(self._prepare(tab, session))

    def _detached(self, session: str) -> None:
        tab = self._by_session.pop(session, None)
        if tab is None:
            return
        for frame in [f for f in tab.frames.values() if f.session == session]:
            self._lost(tab, frame.id)
        if session == tab.session:
            self._listener.tab_closed(tab)

    def _navigated(self, tab: Tab, session: str, info: dict[str, Any]) -> None:
        parent = info.get("parentId") or self._parents.get(info["id"])
        frame = Frame(info["id"], session, parent, info["url"])
        # A frame of another site may be heard of before the document it stands in.
        is_first = tab.top is None
        tab.frames[frame.id] = frame
        if frame.id == tab.target:
            tab.url = frame.url
            tab.frames = tab.frames if is_first else {frame.id: frame}
        self._listener.navigated(tab, frame)
        if frame is tab.top or self._wanted(frame.url) or frame.url in _BLANK:
            self._spawn(self._listen(tab, frame))

    def _moved(self, tab: Tab, frame_id: str, url: str) -> None:
        frame = tab.frames.get(frame_id)
        if frame is None:
            return
        frame.url = url
        if frame is tab.top:
            tab.url = url
        self._listener.navigated(tab, frame)

    def _asked(self, session: str | None, method: str, params: dict[str, Any]) -> None:
        """The person answers the page's own boxes; we only hear what the site says."""
        tab = self._by_session.get(session or "")
        if tab is None or self.dialogs is None:
            return
        if method == "Page.javascriptDialogClosed":
            self.dialogs.dialog_closed(tab)
        elif method == "Page.javascriptDialogOpening" and self._speaks(params):
            self.dialogs.dialog_opened(tab, params["message"])

    def _speaks(self, dialog: dict[str, Any]) -> bool:
        return dialog["type"] != "beforeunload" and self._wanted(dialog["url"])

    def _lost(self, tab: Tab, frame_id: str) -> None:
        frame = tab.frames.pop(frame_id, None)
        if frame is not None:
            self._listener.frame_gone(tab, frame)

    # Work that the events start.

    async def _prepare(self, tab: Tab, session: str) -> None:
        script = {
            "source": self._source,
            "worldName": self._world,
            "runImmediately": True,
        }
        send = self._cdp.send
        await asyncio.gather(
            send("Page.enable", session=session),
            send("Page.addScriptToEvaluateOnNewDocument", script, session),
            send("Inspector.enable", session=session),
            self._attach_below(session),
        )
        tree = await send("Page.getFrameTree", session=session)
        if self._by_session.get(session) is not tab:
            return
        root = tree["frameTree"]["frame"]["id"]
        for info in _frames(tree["frameTree"]):
            known = tab.frames.get(info["id"])
            # A page that is busy still counts a frame as its own that has gone to a
            # process, and a session, of its own.
            moved = info["id"] == root and known and known.session != session
            if known is None or moved:
                self._navigated(tab, session, info)

    async def _attach_below(self, session: str | None) -> None:
        # Not waiting for a debugger: a stopped companion must never hold up a page.
        params = {
            "autoAttach": True,
            "waitForDebuggerOnStart": False,
            "flatten": True,
            "filter": _WATCHED,
        }
        await self._cdp.send("Target.setAutoAttach", params, session)

    async def _listen(self, tab: Tab, frame: Frame) -> None:
        world = {"frameId": frame.id, "worldName": self._world}
        made = await self._cdp.send("Page.createIsolatedWorld", world, frame.session)
        frame.context = made["executionContextId"]
        if await self._evaluate(frame, _IS_MISSING, awaited=True):
            # Seen once, while the machine was busy: a document without its script.
            await self._evaluate(frame, self._source)
        while tab.frames.get(frame.id) is frame:
            answer = await self._evaluate(frame, _NEXT, awaited=True)
            reports = cast("list[Report] | None", answer)
            # The tab may have been closed since the answer was sent.
            if reports is None or tab.frames.get(frame.id) is not frame:
                return
            self._listener.said(tab, frame, reports)

    async def _evaluate(
        self, frame: Frame, code: str, *, awaited: bool = False
    ) -> object:
        if frame.context is None:
            return None
        params = {
            "expression": code,
            "contextId": frame.context,
            "awaitPromise": awaited,
            "returnByValue": awaited,
        }
        answer = await self._cdp.send("Runtime.evaluate", params, frame.session)
        value: object = answer["result"].get("value")
        return value

    async def _adopt(self, parent: Frame, child: Frame) -> None:
        for seconds in _ADOPTIONS_S:
            await asyncio.sleep(seconds)
            with contextlib.suppress(CdpError):
                return await self._show_owner(parent, child)
        return None

    async def _show_owner(self, parent: Frame, child: Frame) -> None:
        """Raises CdpError where the element is not, or not yet, the frame's own."""
        send = self._cdp.send
        owner = await send("DOM.getFrameOwner", {"frameId": child.id}, parent.session)
        node = {
            "backendNodeId": owner["backendNodeId"],
            "executionContextId": parent.context,
        }
        element = await send("DOM.resolveNode", node, parent.session)
        call = {
            "functionDeclaration": _ADOPT,
            "objectId": element["object"]["objectId"],
            "arguments": [{"value": child.id}],
        }
        await send("Runtime.callFunctionOn", call, parent.session)

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(_quietly(work))
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            self._listener.failed(error)


async def _quietly(work: Coroutine[Any, Any, Any]) -> None:
    """A document may go while we talk to it: that is news, not an error."""
    with contextlib.suppress(CdpError, CdpClosed):
        await work


def _frames(tree: dict[str, Any]) -> list[dict[str, Any]]:
    children = [
        frame for child in tree.get("childFrames", []) for frame in _frames(child)
    ]
    return [tree["frame"], *children]
