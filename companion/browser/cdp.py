"""One websocket to the browser, speaking the Chrome DevTools Protocol.

Nothing that passes here is ever logged: a payload may hold what a page shows.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
from collections.abc import Callable
from typing import Any, Self, TypeAlias

from websockets.asyncio.client import ClientConnection
from websockets.asyncio.client import connect as open_websocket
from websockets.exceptions import ConnectionClosed, WebSocketException

Subscriber: TypeAlias = Callable[[str | None, str, dict[str, Any]], None]

# The library logs every frame as soon as somebody asks for debug output.
_SILENCE = logging.Logger("silence")
_SILENCE.disabled = True
_OPTIONS: dict[str, Any] = {
    "proxy": None,  # a proxy set for the machine must not see loopback
    "compression": None,
    "max_size": None,
    "ping_interval": None,
    "logger": _SILENCE,
}


class CdpClosed(Exception):
    """The browser is gone, or has been left."""


class CdpError(Exception):
    """The browser refused a command; `code` is the protocol's."""

    def __init__(self, method: str, code: int, message: str) -> None:
        super().__init__(f"{method}: {message}")
        self.method = method
        self.code = code


class Cdp:
    """A connection to a browser; leaving it leaves the browser running.

    `closed` is done when no more will come: None, or the exception of a subscriber,
    which ends the connection since events would be lost unnoticed otherwise. Await it
    through `asyncio.wait` or `shield`: a timeout would cancel it.
    """

    def __init__(self, websocket: ClientConnection) -> None:
        self._websocket = websocket
        self._ids = itertools.count(1)
        self._pending: dict[int, tuple[str, asyncio.Future[dict[str, Any]]]] = {}
        self._subscribers: list[Subscriber] = []
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._reader = asyncio.create_task(self._read())

    @classmethod
    async def connect(cls, ws_url: str) -> Self:
        """Connect to the address that `/json/version` gives. Raises CdpClosed."""
        try:
            websocket = await open_websocket(ws_url, **_OPTIONS)
        except (OSError, ValueError, WebSocketException) as error:
            raise CdpClosed(type(error).__name__) from None
        return cls(websocket)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Leave the browser; every command under way raises CdpClosed."""
        await self._websocket.close()
        await self._reader

    def subscribe(self, subscriber: Subscriber) -> None:
        """Call `subscriber(session, method, params)` for every event, in order."""
        self._subscribers.append(subscriber)

    async def send(
        self,
        method: str,
        params: dict[str, Any] | None = None,
        session: str | None = None,
    ) -> dict[str, Any]:
        """The result of one command. Raises CdpError, and CdpClosed when cut short."""
        if self.closed.done():
            raise CdpClosed(method)
        number = next(self._ids)
        command = {"id": number, "method": method, "params": params or {}}
        if session is not None:
            command["sessionId"] = session
        answer: asyncio.Future[dict[str, Any]]
        answer = asyncio.get_running_loop().create_future()
        self._pending[number] = (method, answer)
        try:
            # ASCII: half a surrogate pair, which pages may hold, is no valid UTF-8.
            await self._websocket.send(json.dumps(command, ensure_ascii=True))
            return await answer
        except ConnectionClosed:
            raise CdpClosed(method) from None
        finally:
            self._pending.pop(number, None)

    async def _read(self) -> None:
        try:
            while True:
                frame = await self._websocket.recv(decode=False)
                self._take(json.loads(_text(frame)))
        except ConnectionClosed:
            self.closed.set_result(None)
        except Exception as error:
            self.closed.set_exception(error)
            self.closed.exception()  # seen: asyncio must not print it by itself
        for method, answer in self._pending.values():
            if not answer.done():
                answer.set_exception(CdpClosed(method))
        await self._websocket.close()

    def _take(self, message: dict[str, Any]) -> None:
        if "id" not in message:
            for subscriber in tuple(self._subscribers):
                params = message.get("params", {})
                subscriber(message.get("sessionId"), message["method"], params)
            return
        method, answer = self._pending.get(message["id"], ("", None))
        if answer is None or answer.done():
            return
        if error := message.get("error"):
            answer.set_exception(CdpError(method, error["code"], error["message"]))
        else:
            answer.set_result(message.get("result", {}))


def _text(frame: bytes) -> str:
    try:
        return frame.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return frame.decode("utf-8", "replace")
