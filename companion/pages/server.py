"""A loopback server for pages of our own, and for the names of their pressed buttons.

Other programs of this machine and other pages in the browser can reach loopback too: an
unguessable word in every path, a checked Host (against names made to point here) and a
checked Origin keep them out. There is nothing behind it but pages and named actions.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import socketserver
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self

from companion.pages.page import Page
from companion.pages.write import policy, write_page
from companion.sentences import Sentences

HOST = "127.0.0.1"
OnAction = Callable[[str], str | None]
#: A short text that the person sends on purpose -> the answer, if there is one.
OnAsk = Callable[[str], str | None]
#: A page, or what makes it whenever it is asked for.
Source = Page | Callable[[], Page]

#: Bytes of the longest text that can be asked about.
LONGEST = 300

_PATH = re.compile(r"/([\w-]+)/(page|action|ask)/([a-z0-9_-]+)", re.ASCII)
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_NOTHING = "default-src 'none'; frame-ancestors 'none'"


def serve(
    pages: Mapping[str, Source],
    on_action: OnAction,
    sentences: Sentences,
    asks: Mapping[str, OnAsk] | None = None,
) -> ServedPages:
    """Serve pages under their names until the end of a `with` block. Raises OSError.

    `on_action` is called with a pressed button's name, in a thread of the server, and
    may return a sentence to say below the button. `asks`: name -> who answers a text
    that is sent to `../ask/NAME`, which a page may do only when the person wants it.
    """
    return ServedPages(pages, on_action, sentences, asks)


class ServedPages:
    """Pages at addresses that nobody can guess."""

    def __init__(
        self,
        pages: Mapping[str, Source],
        on_action: OnAction,
        sentences: Sentences,
        asks: Mapping[str, OnAsk] | None = None,
    ) -> None:
        self._server = _Server((HOST, 0), _Conversation)
        self._server.asks = dict(asks or {})
        self._server.pages = dict(pages)
        self._server.on_action = on_action
        self._server.sentences = sentences
        self._server.token = secrets.token_urlsafe(24)
        self._thread: Thread | None = None

    @property
    def origin(self) -> str:
        """Where all pages are served, without a final slash."""
        return f"http://{HOST}:{self._server.server_port}"

    def address(self, name: str) -> str:
        """The address of a page; raises KeyError for one that is not served."""
        self._server.pages[name]
        return f"{self.origin}/{self._server.token}/page/{name}"

    def owns(self, url: str) -> bool:
        """Whether an address is one of these pages."""
        return url.startswith(f"{self.origin}/")

    def close(self) -> None:
        """Stop serving; open pages stay readable, and their buttons say so."""
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._thread = None
        self._server.server_close()

    def __enter__(self) -> Self:
        """Begin to serve, in a thread of its own."""
        self._thread = Thread(
            target=self._server.serve_forever, name="own-pages", daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close, whatever happened."""
        self.close()


class _Server(ThreadingHTTPServer):
    pages: dict[str, Source]
    on_action: OnAction
    asks: dict[str, OnAsk]
    sentences: Sentences
    token: str
    daemon_threads = True
    # On Windows this option lets two programs listen on one port.
    allow_reuse_address = os.name != "nt"

    def server_bind(self) -> None:
        # HTTPServer asks for the machine's full name here, which can take seconds.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        # A browser that closes a waiting connection is no event worth a traceback.
        pass

    def page(self, name: str) -> Page | None:
        source = self.pages.get(name)
        return source() if callable(source) else source

    def offers(self, action: str) -> bool:
        made = [page for page in map(self.page, self.pages) if page]
        return any(one.action == action for page in made for one in page.buttons)


class _Conversation(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        name = self._asked("page")
        page = self.server.page(name) if name else None
        if page is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            html = write_page(page, self.server.sentences)
            guarded = f"{policy(page)}; frame-ancestors 'none'"
            self._reply(HTTPStatus.OK, "text/html", html, guarded)

    def do_POST(self) -> None:
        action, ask = self._asked("action"), self._asked("ask")
        # A body could hold something; a name in the path can't.
        longest = LONGEST if ask in self.server.asks else 0
        if ask not in self.server.asks and not (action and self.server.offers(action)):
            self._refuse(HTTPStatus.NOT_FOUND)
        elif not self._is_ours() or not 0 <= self._length() <= longest:
            self._refuse(HTTPStatus.FORBIDDEN)
        elif ask in self.server.asks:
            text = self.rfile.read(self._length()).decode(errors="replace")
            self._say(self.server.asks[ask](text))
        elif action:
            self._say(self.server.on_action(action))

    def _is_ours(self) -> bool:
        own = f"http://{HOST}:{self.server.server_port}"
        chunked = "Transfer-Encoding" in self.headers
        return self.headers.get("Origin") == own and not chunked

    def _length(self) -> int:
        """Bytes of the body; -1 where that can't be told."""
        told = self.headers.get("Content-Length", "0")
        return int(told) if re.fullmatch(r"\d{1,6}", told, re.ASCII) else -1

    def _say(self, said: str | None) -> None:
        self._reply(HTTPStatus.OK, "application/json", json.dumps({"said": said}))

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal belongs to the person."""

    def _asked(self, kind: str) -> str | None:
        """What is asked for by somebody who knows the word, at our own name."""
        found = _PATH.fullmatch(self.path)
        is_here = self.headers.get("Host") == f"{HOST}:{self.server.server_port}"
        if found is None or not is_here or found[2] != kind:
            return None
        knows = secrets.compare_digest(found[1], self.server.token)
        return found[3] if knows else None

    def _refuse(self, status: HTTPStatus) -> None:
        # What was sent along is not even read.
        self.close_connection = True
        self._reply(status, "text/plain", "")

    def _reply(
        self, status: HTTPStatus, kind: str, text: str, guarded: str = _NOTHING
    ) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Security-Policy", guarded)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
