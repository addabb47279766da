"""What the practice site answers to each address; nothing here knows of sockets."""

from __future__ import annotations

import json
import mimetypes
import re
import tomllib
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs, urlsplit

from companion.practice.flows import Flow, FlowTable, Route, Scenario
from companion.practice.hosts import PracticeHosts
from companion.practice.sms import SmsInbox

_RUNTIME = Path(__file__).parent / "runtime"
_RUNTIME_FILES = ("ribbon.js", "phone.js")
_TEXT_TYPES = {".html", ".js", ".json", ".css", ".svg"}
# What the site's own script renders: there for a fixture opened without script,
# left out here, where behaviour brings it in as late as the real site does.
_LATE = re.compile(r"<!--late-->.*?<!--/late-->", re.DOTALL)
_LONGEST_WAIT = 25.0  # seconds; below what browsers and proxies give up at


@dataclass(frozen=True)
class Response:
    """One answer: its status, its content type and its bytes."""

    body: bytes
    content_type: str
    status: HTTPStatus = HTTPStatus.OK
    location: str = ""


@dataclass(frozen=True)
class Answers:
    """The practice site seen from its addresses."""

    fixtures: Path
    sentences: dict[str, str]
    table: FlowTable
    flow: Flow
    scenario: Scenario
    hosts: PracticeHosts
    inbox: SmsInbox
    speed: float = 1.0

    def get(self, practice_host: str, target: str) -> Response:
        """Answer a GET of a path with its query, asked at one practice host."""
        host = self.hosts.original_of(practice_host)
        parts = urlsplit(target)
        if host is None:
            return self._not_found()
        if parts.path.startswith("/practice/"):
            return self._own(parts.path.removeprefix("/practice/"), parts.query)
        route = self.flow.route_for(host, parts.path, parts.query)
        if route is None:
            return self._not_found()
        return self._onwards(route) if route.to else self._page(route)

    def post(self, practice_host: str, target: str) -> Response:
        """Answer the only POST there is: send a text message. It carries nothing."""
        known = self.hosts.original_of(practice_host) is not None
        if not known or target != "/practice/sms":
            return self._not_found()
        self.inbox.send()
        return _json({"sent": True})

    def _own(self, path: str, query: str) -> Response:
        if path == "sms":
            return self._sms(parse_qs(query))
        if path == "flow.json":
            return _json(self._flow_facts())
        if path == "sentences.json":
            return _json(self.sentences)
        folder, _, rest = path.partition("/")
        roots = {
            "runtime": _RUNTIME,
            "behaviour": self.fixtures / "behaviour",
            "fixtures": self.fixtures,
        }
        return self._file(roots[folder], rest) if folder in roots else self._not_found()

    def _sms(self, query: dict[str, list[str]]) -> Response:
        after = query.get("after", [""])[0]
        found = (
            self.inbox.wait(int(after), _LONGEST_WAIT)
            if after.isdecimal()
            else self.inbox.arrived()
        )
        return _json({"messages": [message.as_json() for message in found]})

    def _flow_facts(self) -> dict[str, object]:
        return {
            "resend_after": self.table.sms.resend_after,
            "speed": self.speed,
            "answers": {
                step: answer.model_dump()
                for step, answer in self.scenario.answers.items()
            },
        }

    def _onwards(self, route: Route) -> Response:
        address = self.hosts.rewrite(route.to)
        return Response(b"", "text/plain", HTTPStatus.FOUND, address)

    def _page(self, route: Route) -> Response:
        file = self.fixtures / route.case / route.file
        html = file.read_text(encoding="utf-8")
        if route.behaviour:
            html = _LATE.sub("", html)
        marks = () if route.frame else _RUNTIME_FILES
        tags = [_tag(f"/practice/runtime/{name}") for name in marks]
        tags += [_tag(f"/practice/behaviour/{name}") for name in route.behaviour]
        html = html.replace("</head>", "".join(tags) + "</head>", 1)
        return Response(self.hosts.rewrite(html).encode(), "text/html; charset=utf-8")

    def _file(self, root: Path, relative: str) -> Response:
        file = (root / PurePosixPath(relative)).resolve()
        inside = file.is_relative_to(root.resolve())
        if not inside or not file.is_file() or file.suffix not in _TEXT_TYPES:
            return self._not_found()
        text = self.hosts.rewrite(file.read_text(encoding="utf-8"))
        return Response(text.encode(), _content_type(file.name))

    def _not_found(self) -> Response:
        title = escape(self.sentences["not_found_title"])
        text = escape(self.sentences["not_found_text"])
        html = (
            '<!DOCTYPE html><meta charset="utf-8">'
            f"<title>{title}</title><h1>{title}</h1><p>{text}</p>"
        )
        return Response(html.encode(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)


def load_sentences(file: Path) -> dict[str, str]:
    """Read the words the practice site says itself, from a flat TOML file."""
    return {
        key: str(value)
        for key, value in tomllib.loads(file.read_text(encoding="utf-8")).items()
    }


def _tag(path: str) -> str:
    if path.endswith(".css"):
        return f'<link rel="stylesheet" href="{path}">'
    return f'<script type="module" src="{path}"></script>'


def _content_type(name: str) -> str:
    # Windows keeps the types of .js and .css in its registry, where other
    # programs change them, and a module of the wrong type doesn't run.
    known = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
    suffix = PurePosixPath(name).suffix
    kind = known.get(suffix) or mimetypes.guess_type(name)[0] or "text/plain"
    return f"{kind}; charset=utf-8"


def _json(value: object) -> Response:
    body = json.dumps(value, ensure_ascii=False).encode()
    return Response(body, "application/json; charset=utf-8")
