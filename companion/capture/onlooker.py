"""One tab seen from outside: its frames, and what an expression says in each of them.

Like the guide it uses only `Target`, `Page`, `DOM` and `Runtime`'s evaluation, so that
nothing a page sends passes through here; unlike it, nothing is drawn or listened to.
"""

from __future__ import annotations

import base64
import contextlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from companion.browser.cdp import Cdp, CdpError
from companion.capture.problems import PageNotCaptured
from companion.capture.scripts import ADOPT

_BELOW = {
    "autoAttach": True,
    "waitForDebuggerOnStart": False,
    "flatten": True,
    "filter": [{"type": "iframe"}, {"exclude": True}],
}
_FAILED = "chrome-error:"


@dataclass(frozen=True)
class Frame:
    """One document of the tab; `session` is the process that it lives in."""

    id: str
    session: str
    parent: str | None
    url: str

    @property
    def failed(self) -> bool:
        """The browser shows its own page in place of one that did not open."""
        return self.url.startswith(_FAILED)


class Onlooker:
    """Looks at one tab of a browser."""

    def __init__(self, cdp: Cdp, target: str) -> None:
        self._cdp = cdp
        self.target = target
        self._session = ""
        # Target of a frame in a process of its own -> its session and its parent.
        self._apart: dict[str, tuple[str, str | None]] = {}
        self._world = f"capture-{secrets.token_hex(6)}"
        cdp.subscribe(self._event)

    @classmethod
    async def attach(cls, cdp: Cdp, target: str) -> Self:
        """Begin to look at the tab `target`. Raises CdpError when it is gone."""
        onlooker = cls(cdp, target)
        params = {"targetId": target, "flatten": True}
        answer = await cdp.send("Target.attachToTarget", params)
        onlooker._session = answer["sessionId"]
        return onlooker

    async def detach(self) -> None:
        """Leave the tab as it is."""
        with contextlib.suppress(CdpError):
            params = {"sessionId": self._session}
            await self._cdp.send("Target.detachFromTarget", params)

    async def frames(self) -> list[Frame]:
        """All documents of the tab, parents before their children."""
        sessions: list[tuple[str, str | None]] = [(self._session, None)]
        asked: set[str] = set()
        found: dict[str, Frame] = {}
        while sessions:
            session, parent = sessions.pop(0)
            asked.add(session)
            # A frame's process may end at any time; then there is another.
            with contextlib.suppress(CdpError):
                await self._cdp.send("Target.setAutoAttach", _BELOW, session)
                # Without it contents of style sheets are refused.
                await self._cdp.send("Page.enable", session=session)
                tree = await self._cdp.send("Page.getFrameTree", session=session)
                for one in _flat(tree["frameTree"], session, parent):
                    found[one.id] = one
            known = self._apart.values()
            waiting = {one for one, _ in sessions}
            sessions += [one for one in known if one[0] not in asked | waiting]
        return _ordered(found)

    async def evaluate(self, frame: Frame, expression: str) -> Any:  # noqa: ANN401
        """What the expression comes to in a world of our own beside the page's.

        Raises PageNotCaptured when it throws, CdpError when the document is gone.
        """
        params = {
            "expression": expression,
            "contextId": await self._context(frame),
            "awaitPromise": True,
            "returnByValue": True,
        }
        answer = await self._cdp.send("Runtime.evaluate", params, frame.session)
        if "exceptionDetails" in answer:
            # Its text may quote the page: only that it happened is told.
            raise PageNotCaptured("capture.unreadable")
        return answer["result"].get("value")

    async def adopt(
        self, parent: Frame, child: Frame, stands: Mapping[str, str]
    ) -> None:
        """Note on the child's element in the parent what is to stand for it."""
        send = self._cdp.send
        owner = await send("DOM.getFrameOwner", {"frameId": child.id}, parent.session)
        node = {
            "backendNodeId": owner["backendNodeId"],
            "executionContextId": await self._context(parent),
        }
        element = await send("DOM.resolveNode", node, parent.session)
        call = {
            "functionDeclaration": ADOPT,
            "objectId": element["object"]["objectId"],
            "arguments": [{"value": json.dumps(stands)}],
        }
        await send("Runtime.callFunctionOn", call, parent.session)

    async def resource(self, frame: Frame, url: str) -> str:
        """The text of a style sheet that the frame has loaded; empty if it is gone."""
        params = {"frameId": frame.id, "url": url}
        try:
            answer = await self._cdp.send(
                "Page.getResourceContent", params, frame.session
            )
        except CdpError:
            return ""
        content: str = answer["content"]
        if answer["base64Encoded"]:
            return base64.b64decode(content).decode("utf-8", "replace")
        return content

    async def _context(self, frame: Frame) -> int:
        world = {"frameId": frame.id, "worldName": self._world}
        made = await self._cdp.send("Page.createIsolatedWorld", world, frame.session)
        context: int = made["executionContextId"]
        return context

    def _event(self, session: str | None, method: str, params: dict[str, Any]) -> None:
        ours = {self._session, *(one for one, _ in self._apart.values())}
        if session not in ours:
            return
        if method == "Target.attachedToTarget":
            info = params["targetInfo"]
            held = (params["sessionId"], info.get("parentFrameId"))
            self._apart[info["targetId"]] = held
        elif method == "Target.detachedFromTarget":
            gone = params["sessionId"]
            self._apart = {
                target: held for target, held in self._apart.items() if held[0] != gone
            }


def _flat(tree: dict[str, Any], session: str, parent: str | None) -> list[Frame]:
    info = tree["frame"]
    above = info.get("parentId") or parent
    own = Frame(info["id"], session, above, info["url"])
    children = tree.get("childFrames", [])
    below = [one for child in children for one in _flat(child, session, own.id)]
    return [own, *below]


def _ordered(found: Mapping[str, Frame]) -> list[Frame]:
    """Parents first; a frame whose parent is not known is left out."""
    order = [frame for frame in found.values() if frame.parent is None][:1]
    for above in order:
        order += [frame for frame in found.values() if frame.parent == above.id]
    return order
