"""The practice site as a loopback web server, for one rehearsal."""

from __future__ import annotations

import os
import socketserver
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from companion.practice.answers import Answers, Response, load_sentences
from companion.practice.flows import load_flows
from companion.practice.outage import Outage
from companion.practice.sms import SmsInbox

_FASTEST = 1000.0


@dataclass(frozen=True)
class ReceivedRequest:
    """Everything a page said to the server, for whoever must prove it is nothing."""

    method: str
    host: str
    target: str
    body: bytes


class PracticeSite:
    """A rehearsal of one flow on `http://*.localhost:PORT`, loopback only.

    `fixtures` is the folder of one site (`fixtures/1688`), `sentences` the file with
    the words the practice site says itself. The port is taken at once, so that its
    addresses are known before it serves; `port=0` takes a free one. Raises
    LookupError for an unknown flow or scenario, OSError when the port is taken.

    `speed` is how many times faster than real the practice clocks run: the way of a
    text message, the countdown to the next one, a lost connection. A demonstration
    sets it for the program that it starts, with COMPANION_PRACTICE_SPEED.
    """

    def __init__(  # noqa: PLR0913 - six plain settings, each with its default
        self,
        fixtures: Path,
        sentences: Path,
        *,
        flow: str = "classic",
        scenario: str | None = None,
        port: int = 0,
        speed: float | None = None,
        on_request: Callable[[ReceivedRequest], None] | None = None,
    ) -> None:
        """Read the data, choose the flow and take the port."""
        speed = _wanted_speed() if speed is None else speed
        table = load_flows(fixtures)
        trouble = table.scenario(scenario, flow)
        chosen = table.flow(flow).in_trouble(trouble)
        words = load_sentences(sentences)
        delay = table.sms.delay if trouble.sms_delay is None else trouble.sms_delay
        again = trouble.sms_again and trouble.sms_again / speed
        self._inbox = SmsInbox(table.sms.text, delay / speed, again)
        self._server = _Server(("127.0.0.1", port), _Conversation)
        self._hosts = table.hosts(chosen, self._server.server_port)
        self._server.answers = Answers(
            fixtures, words, table, chosen, trouble, self._hosts, self._inbox, speed
        )
        self._server.outage = Outage(trouble.loss, speed)
        self._server.on_request = on_request
        self._start = chosen.start
        self._thread: Thread | None = None

    @property
    def port(self) -> int:
        """The port every practice host is served on."""
        return self._hosts.port

    @property
    def start_url(self) -> str:
        """The practice address of the flow's first page."""
        parts = urlsplit(self._start)
        query = f"?{parts.query}" if parts.query else ""
        return self.origin_of(parts.netloc) + parts.path + query

    def origin_of(self, host: str) -> str:
        """Return the practice origin of a host, without a final slash."""
        return self._hosts.origin_of(host)

    def start(self) -> None:
        """Begin to serve, in a thread of its own."""
        self._thread = Thread(
            target=self._server.serve_forever, name="practice-site", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop serving and give the port back."""
        self._inbox.close()
        if self._thread:
            self._server.shutdown()
            self._thread.join()
            self._thread = None
        self._server.server_close()

    def __enter__(self) -> Self:
        """Start, and close at the end of the block."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close, whatever happened."""
        self.close()


def _wanted_speed() -> float:
    """What the surrounding program asks for; 1, the real pace, when it is no number."""
    try:
        wanted = float(os.environ.get("COMPANION_PRACTICE_SPEED", "1"))
    except ValueError:
        return 1.0
    return wanted if 0 < wanted < _FASTEST else 1.0


class _Server(ThreadingHTTPServer):
    answers: Answers
    outage: Outage
    on_request: Callable[[ReceivedRequest], None] | None = None
    daemon_threads = True
    # On Windows this option lets two programs listen on one port.
    allow_reuse_address = os.name != "nt"

    def server_bind(self) -> None:
        # HTTPServer asks for the machine's full name here, which can take seconds.
        socketserver.TCPServer.server_bind(self)
        self.server_name = "localhost"
        self.server_port = self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        # A browser that closes a waiting connection is no event worth a traceback.
        pass


class _Conversation(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = self._note()
        if self.server.outage.swallows(self.path):
            self.close_connection = True
        elif body:
            self._refuse()
        else:
            self._reply(self.server.answers.get(self._host, self.path))

    def do_POST(self) -> None:
        body = self._note()
        if self.server.outage.swallows(self.path):
            self.close_connection = True
        elif body:
            self._refuse()
        else:
            self._reply(self.server.answers.post(self._host, self.path))

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal belongs to the person."""

    @property
    def _host(self) -> str:
        return self.headers.get("Host", "")

    def _note(self) -> bytes:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.server.on_request:
            self.server.on_request(
                ReceivedRequest(self.command, self._host, self.path, body)
            )
        return body

    def _refuse(self) -> None:
        # No practice page has anything to send; one that tries has a mistake.
        self._reply(Response(b"", "text/plain", HTTPStatus.BAD_REQUEST))

    def _reply(self, response: Response) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body)))
        self.send_header("Cache-Control", "no-store")
        if response.location:
            self.send_header("Location", response.location)
        self.end_headers()
        self.wfile.write(response.body)
