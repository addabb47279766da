"""A screen in memory whose pixels can be read while it is being drawn on.

Xvfb keeps its picture in a mapped file (`-fbdir`), so what a person would see is read
without asking the browser: no screenshot slows it down and no frame is left out.
"""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Generic, Self, TypeVar

from companion.browser.tree import end_tree, own_group
from companion.errors import NoScreen

WIDTH, HEIGHT = 1366, 768
_COLOUR = 0xFFFFFF  # the fourth byte of a pixel means nothing
T = TypeVar("T")


class Screen:
    """The mapped picture of an Xvfb; places in pixels of the screen."""

    def __init__(self, display: str, picture: mmap.mmap) -> None:
        self.display = display
        # XWD: big-endian words; the colour map of 12 bytes each follows the header.
        header = struct.unpack(">20I", picture[:80])
        self.width, self.height = header[4], header[5]
        self._stride = header[12] // 4
        start = header[0] + header[19] * 12
        size = self._stride * self.height * 4
        self._pixels = memoryview(picture)[start : start + size].cast("I")

    def release(self) -> None:
        """Let go of the picture; nothing can be read any more."""
        self._pixels.release()

    def environ(self) -> dict[str, str]:
        """The environment of a program that opens its window here."""
        here = dict(os.environ)
        here.pop("WAYLAND_DISPLAY", None)
        return here | {"DISPLAY": self.display}

    def at(self, x: int, y: int) -> int:
        """The colour of a pixel, as 0xRRGGBB."""
        return int(self._pixels[y * self._stride + x]) & _COLOUR

    def row(self, y: int, left: int, right: int) -> list[int]:
        """The colours from `left` up to `right`."""
        start = y * self._stride
        return colours(self._pixels[start + left : start + right].tobytes())

    def column(self, x: int, top: int, bottom: int) -> list[int]:
        """The colours from `top` down to `bottom`."""
        return colours(self.raw_column(x, top, bottom))

    def raw_column(self, x: int, top: int, bottom: int) -> bytes:
        """What `colours` reads: cheap enough to take a thousand times a second."""
        reach = slice(top * self._stride + x, bottom * self._stride, self._stride)
        return self._pixels[reach].tobytes()


def colours(raw: bytes) -> list[int]:
    """Pixels of the screen as 0xRRGGBB."""
    return [pixel & _COLOUR for pixel in memoryview(raw).cast("I")]


@contextmanager
def open_screen() -> Iterator[Screen]:
    """Start a screen and end it with the block. Raises NoScreen without Xvfb."""
    program = shutil.which("Xvfb")
    if program is None:
        raise NoScreen("screen.no_xvfb")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        reading, writing = os.pipe()
        command = [program, "-displayfd", str(writing), "-nolisten", "tcp"]
        command += ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder)]
        server = subprocess.Popen(
            command, pass_fds=[writing], stderr=subprocess.DEVNULL, **own_group()
        )
        stack.callback(end_tree, server)
        os.close(writing)
        with os.fdopen(reading) as answer:
            display = f":{answer.readline().strip()}"
        file = stack.enter_context((folder / "Xvfb_screen0").open("rb"))
        picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        stack.callback(picture.close)
        screen = Screen(display, picture)
        stack.callback(screen.release)
        yield screen


class Recorder(threading.Thread, Generic[T]):
    """Looks at the screen again and again in the background.

    `samples` holds (seconds since 1970, what was seen), a new one for each change.
    """

    _TURN_S = 0.001

    def __init__(self, look: Callable[[], T]) -> None:
        super().__init__(daemon=True)
        self._look = look
        self._ended = threading.Event()
        self.samples: list[tuple[float, T]] = []

    def run(self) -> None:
        """Look until the block ends."""
        while not self._ended.is_set():
            seen = self._look()
            if not self.samples or self.samples[-1][1] != seen:
                self.samples.append((time.time(), seen))
            time.sleep(self._TURN_S)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self.join()
