"""A live page, with scripts of its own, in an ordinary window."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from companion.pack.load import load_pack
from tests.pick.conftest import Pick
from tests.pick.test_pick import FACTS, PAGE, REGISTER, case

EARLY = """<script>
globalThis.heard = [];
for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
  addEventListener(type, ({ type }) => heard.push(type), true);
</script>"""


class Page(BaseHTTPRequestHandler):
    """Answers everything with the page, whose script listens before all else."""

    def do_GET(self) -> None:
        """One answer."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        head, title, rest = PAGE.partition("<title>")
        self.wfile.write((head + EARLY + title + rest).encode())

    def log_message(self, *_: object) -> None:
        """Nothing is told."""


@pytest.fixture
def site() -> Iterator[str]:
    """The practice twin of the home page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://www.1688.localhost:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_live_page_is_picked_from_unheard(
    pick: Pick, pack: Path, site: str, tmp_path: Path
) -> None:
    """The pack learns the link, and the page's first listeners heard no press."""
    saved = case(tmp_path / "saved", facts=FACTS)
    folders = ["--selectors", str(pack), "--fixtures", str(saved.parents[1])]
    run = pick(site, "--target", REGISTER, "--yes", *folders)
    page = run.page(site)
    run.hover(page, "#it")

    page.mouse.down()
    page.mouse.up()
    heard = page.evaluate("() => heard")
    ended = run.end()

    assert [] == heard
    assert 0 == ended.code, ended.err
    assert "启程采购" in load_pack(pack).targets[REGISTER].text
