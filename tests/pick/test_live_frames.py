"""Frames of a live page: one of its own site, one of another in its own process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from companion.pack.load import load_pack
from tests.pick.conftest import Pick

pytestmark = pytest.mark.thorough

TARGET = "captcha.fast_link"
RECORD = """() => {
  globalThis.heard = [];
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    document.addEventListener(type, ({ type }) => heard.push(type), true);
}"""


class Site(BaseHTTPRequestHandler):
    """A page with two frames, and the page in them."""

    def do_GET(self) -> None:
        """One answer."""
        port = self.headers["Host"].rpartition(":")[2]
        outer = f"""<h1>1688</h1><iframe src="/inner"></iframe>
        <iframe src="http://login.taobao.localhost:{port}/inner"></iframe>"""
        inner = "<p>说明文字</p><p><a id=it href='/open/now.htm'>启程采购</a></p>"
        body = inner if self.path == "/inner" else outer
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html><meta charset=utf-8>{body}".encode())

    def log_message(self, *_: object) -> None:
        """Nothing is told."""


@pytest.fixture
def site() -> Iterator[str]:
    """The practice twin of the home page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://www.1688.localhost:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("host", ["www.1688", "login.taobao"])
def test_press_in_a_frame_is_unheard(
    pick: Pick, pack: Path, site: str, tmp_path: Path, host: str
) -> None:
    """The frame's page hears presses with Alt held down, but not the pick."""
    folders = ["--selectors", str(pack), "--fixtures", str(tmp_path / "none")]
    run = pick(site, "--target", TARGET, "--yes", *folders)
    page = run.page(site)
    frame = run.frame(page, "#it", f"{host}.localhost:{urlsplit(site).port}/inner")
    run.hover(page, "#it", frame)
    frame.evaluate(RECORD)
    run.hover(page, "p >> nth=0", frame)
    page.keyboard.down("Alt")
    page.mouse.down()
    page.keyboard.up("Alt")
    page.mouse.up()
    with_alt = frame.evaluate("() => heard.splice(0)")

    run.press(page, "#it", frame)
    heard = frame.evaluate("() => heard")
    ended = run.end()

    assert ["pointerdown", "mousedown"] == with_alt
    assert [] == heard
    assert 0 == ended.code, ended.err
    assert "启程采购" in load_pack(pack).targets[TARGET].text
