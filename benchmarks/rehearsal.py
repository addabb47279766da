"""One `companion start --practice` as a child of its own, read through its events."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.browser import WINDOW
from benchmarks.screen import Screen
from companion.browser.cdp import Cdp, CdpClosed
from companion.browser.endpoint import ask
from companion.browser.tree import end_tree, own_group

_PATIENCE_S = 60.0


@dataclass(frozen=True)
class Rehearsal:
    """A running child; `began` is when it was spawned, in seconds since 1970."""

    began: float
    child: subprocess.Popen[bytes]
    stream: Path

    def events(self) -> list[dict[str, Any]]:
        """What it has told so far."""
        lines = self.stream.read_text("utf-8").rpartition("\n")[0].splitlines()
        return [json.loads(line) for line in lines]

    def wait_for_ring(self) -> tuple[float, list[float]]:
        """When the first next target was told, and its box in the viewport."""
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline:
            for event in self.events():
                if event["event"] == "shown" and event["next"]:
                    return time.time(), event["rect"]
            if self.child.poll() is not None:
                raise RuntimeError(f"companion start ended: {self.child.returncode}")
            time.sleep(0.002)
        raise TimeoutError("nothing was ever next")


@contextmanager
def rehearse(screen: Screen) -> Iterator[Rehearsal]:
    """Begin with a fresh profile; closing the window at the end is what ends it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        stream = home / "events.jsonl"
        stream.touch()
        places = {"COMPANION_HOME": str(home), "COMPANION_BROWSER_ARGS": WINDOW}
        command = [sys.executable, "-m", "companion", "start", "--yes"]
        command += ["--practice", "classic", "--events", str(stream)]
        began = time.time()
        child = subprocess.Popen(
            command,
            env=screen.environ() | places,
            stderr=subprocess.DEVNULL,
            **own_group(),
        )
        running = Rehearsal(began, child, stream)
        try:
            yield running
        finally:
            _end(running)


def _end(running: Rehearsal) -> None:
    told = (event["port"] for event in running.events() if event["event"] == "browser")
    port = next(told, None)
    if port is not None:
        asyncio.run(_close_browser(port))
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.child.wait(15)
    end_tree(running.child)


async def _close_browser(port: int) -> None:
    endpoint = ask(port)
    if endpoint is None:
        return
    with contextlib.suppress(CdpClosed):
        async with await Cdp.connect(endpoint.ws_url) as cdp:
            await cdp.send("Browser.close")
