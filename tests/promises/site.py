"""A small site on a practice host, with what a browser does for a page on it."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self

from tests.e2e.running import ROOT

_HOME = ROOT / "fixtures" / "1688" / "home" / "alibar-2019" / "page.html"
# Runs before anything else in the page, and sees whatever is done to its document.
_WATCH = """
<script>
  window.changes = [];
  const watcher = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      const nodes = [...addedNodes, ...removedNodes].map((one) => one.nodeName);
      changes.push(`${type} ${target.nodeName} ${nodes}`);
    }
  });
  document.addEventListener("DOMContentLoaded", () => watcher.observe(document, {
    childList: true, attributes: true, characterData: true, subtree: true,
  }));
</script>
"""
_PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8">
<title>page</title>
<link rel="icon" href="data:,"></head><body>
<p><a id="away" href="/other">away</a> <a id="file" href="/file">file</a></p>
<p><button id="ask">ask</button> <input id="field"></p>
<script>
  const question = () => { window.answer = confirm("?"); };
  ask.addEventListener("click", () => setTimeout(question, 200));
  const guard = (event) => event.preventDefault();
  field.addEventListener("input", () => addEventListener("beforeunload", guard));
</script></body></html>"""


class Site:
    """Serves a home page to be recognised, `/page` to do things on, and a download."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, daemon=True)

    def url(self, path: str) -> str:
        """The address of a page."""
        return f"http://www.1688.localhost:{self._server.server_port}{path}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pages = {"/": _home(), "/page": _PAGE, "/other": _PAGE}
        known = self.path in pages
        body = pages.get(self.path, "content")
        self.send_response(200 if known or self.path == "/file" else 404)
        kind = "text/html; charset=utf-8" if known else "application/octet-stream"
        self.send_header("Content-Type", kind)
        if self.path == "/file":
            self.send_header("Content-Disposition", 'attachment; filename="price.dat"')
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _home() -> str:
    return _HOME.read_text("utf-8").replace("<head>", f"<head>{_WATCH}", 1)
