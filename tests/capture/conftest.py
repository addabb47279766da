"""Pages of our own at practice hosts, a browser that shows them, and captures of it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import BrowserContext, Playwright

from companion.browser.cdp import Cdp
from companion.browser.find import find_browser
from companion.browser.process import BrowserProcess, start_browser
from companion.browser.profile import prepare_profile
from companion.capture.draft import Drafter, drafting
from companion.capture.page import Keeper
from companion.capture.report import Captured
from companion.capture.window import Window, front_tab
from companion.check.examine import Knowing
from companion.pack.site import Pack
from tests.check.conftest import checker

__all__ = ["checker"]

HTML = "text/html; charset=utf-8"


@dataclass
class Pages:
    """A server of pages by path; `*.localhost` leads to it under any name."""

    port: int
    pages: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    #: Paths whose answer begins and never ends.
    endless: set[str] = field(default_factory=set)
    closing: Event = field(default_factory=Event)

    def put(self, path: str, page: str | bytes, kind: str = HTML) -> None:
        """Answer `path` with the page."""
        body = page if isinstance(page, bytes) else page.encode()
        self.pages[path] = (body, kind)

    def at(self, host: str, path: str) -> str:
        """The address of a path at the practice twin of `host`."""
        return f"http://{host.rpartition('.')[0]}.localhost:{self.port}{path}"


@pytest.fixture
def pages() -> Iterator[Pages]:
    """Serve pages until the test ends."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            body, kind = served.pages.get(path, (b"", HTML))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            if path not in served.endless:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            if path in served.endless:
                self.wfile.flush()
                served.closing.wait()

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Answers)
    served = Pages(server.server_port)
    Thread(target=server.serve_forever, daemon=True).start()
    yield served
    served.closing.set()
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserProcess]:
    """An ordinary browser, as `start` opens it."""
    installed = find_browser()
    root = tmp_path_factory.mktemp("profiles")
    profile = prepare_profile(root, installed.family)
    size = {"COMPANION_BROWSER_ARGS": "--window-size=1366,768"}
    environ = os.environ | size
    started = start_browser(installed, profile, "about:blank", environ=environ)
    yield started
    started.close()


@pytest.fixture(scope="module")
def person(process: BrowserProcess, playwright: Playwright) -> Iterator[BrowserContext]:
    """The hands of a person in that browser."""
    address = f"http://127.0.0.1:{process.port}"
    browser = playwright.chromium.connect_over_cdp(address, no_defaults=True)
    yield browser.contexts[0]
    browser.close()


Capture = Callable[[], Captured]


@pytest.fixture
def capture(process: BrowserProcess, pack: Pack, tmp_path: Path) -> Capture:
    """Captures the tab in front into the test's folder."""
    window = Window(process.ws_url, process.port, ours=False)

    async def keep() -> Captured:
        knowing = Knowing.of(pack)
        async with (
            drafting(None) as stage,
            await Cdp.connect(window.ws_url) as cdp,
        ):
            drafter = Drafter(stage, pack, knowing)
            keeper = Keeper(pack, knowing, drafter, tmp_path / "captures", None)
            return await keeper.keep(cdp, await front_tab(cdp, window))

    def run() -> Captured:
        # pytest-playwright has this thread's loop.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, keep()).result()

    return run


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file of a capture."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}
