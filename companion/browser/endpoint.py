"""A browser's debugging port on this machine: choosing one, and asking who answers."""

from __future__ import annotations

import http.client
import json
import os
import socket
from dataclasses import dataclass

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Endpoint:
    """A browser that answers: its port, what it calls itself, and its websocket."""

    port: int
    version: str
    ws_url: str


def free_port() -> int:
    """A loopback port nobody listens on just now.

    Never 0: with it, as with a pipe, Chromium sets `navigator.webdriver` (measured).
    """
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Whether a browser could listen on this loopback port."""
    with socket.socket() as probe:
        if os.name == "posix":
            # Chromium sets it too; without it a port closed a moment ago looks taken.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
        return True


def ask(port: int, *, timeout: float = 1.0) -> Endpoint | None:
    """Who answers on `port`, or None after at most about `timeout` seconds.

    Spoken directly, so that a proxy set for the machine is never asked for loopback.
    """
    connection = http.client.HTTPConnection(HOST, port, timeout=timeout)
    try:
        connection.request("GET", "/json/version")
        answer = json.loads(connection.getresponse().read())
        return Endpoint(port, answer["Browser"], answer["webSocketDebuggerUrl"])
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError):
        return None
    finally:
        connection.close()


def open_addresses(port: int, *, timeout: float = 1.0) -> tuple[str, ...]:
    """The addresses of the tabs open in the browser on `port`, newest first."""
    connection = http.client.HTTPConnection(HOST, port, timeout=timeout)
    try:
        connection.request("GET", "/json/list")
        targets = json.loads(connection.getresponse().read())
        return tuple(tab["url"] for tab in targets if tab["type"] == "page")
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError):
        return ()
    finally:
        connection.close()
