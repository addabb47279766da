"""Whether a window can be shown, and a screen in memory for where none can."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import TracebackType
from typing import Self

from companion.browser.tree import end_tree, own_group
from companion.errors import NoScreen

_PATIENCE = 1.0  # seconds a display on another computer gets to answer


def has_screen(
    environ: Mapping[str, str] | None = None, platform: str = sys.platform
) -> bool:
    """Whether a display answers; on Windows and macOS there always is one."""
    environ = os.environ if environ is None else environ
    if platform != "linux":
        return True
    wayland = environ.get("WAYLAND_DISPLAY")
    if wayland:
        runtime = environ.get("XDG_RUNTIME_DIR", "/")
        if _answers(str(PurePosixPath(runtime, wayland))):
            return True
    return _x11_answers(environ.get("DISPLAY", ""))


def _x11_answers(display: str) -> bool:
    """X(7): `[host]:number[.screen]`; without a host a local socket, else TCP 6000+."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdecimal():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _answers(path) or _answers(f"\0{path}")
    try:
        with socket.create_connection((host, 6000 + int(number)), _PATIENCE):
            return True
    except (OSError, OverflowError):
        return False


def _answers(path: str) -> bool:
    if sys.platform == "win32":
        return False
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_PATIENCE)
        try:
            probe.connect(path)
        except OSError:
            return False
        return True


class VirtualScreen:
    """A screen in memory (Xvfb) for demonstrations and tests; sizes in pixels.

    Raises NoScreen on entering when Xvfb is missing or does not start.
    """

    def __init__(self, width: int = 1366, height: int = 768) -> None:
        self._size = f"{width}x{height}x24"
        self._server: subprocess.Popen[bytes] | None = None
        self.display = ""

    def __enter__(self) -> Self:
        program = shutil.which("Xvfb")
        if program is None:
            raise NoScreen("screen.no_xvfb")
        reading, writing = os.pipe()
        with os.fdopen(reading) as answer:
            command = [program, "-displayfd", str(writing), "-nolisten", "tcp"]
            try:
                self._server = subprocess.Popen(
                    [*command, "-screen", "0", self._size],
                    pass_fds=[writing],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    **own_group(),
                )
            finally:
                os.close(writing)
            number = answer.readline().strip()
        if not number:
            self.close()
            raise NoScreen("screen.xvfb_died")
        self.display = f":{number}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the screen and whatever still shows on it."""
        if self._server is not None:
            end_tree(self._server)
            self._server = None

    def environ(self, base: Mapping[str, str] | None = None) -> dict[str, str]:
        """The environment in which a program opens its window on this screen."""
        here = dict(os.environ if base is None else base)
        here.pop("WAYLAND_DISPLAY", None)  # a browser would prefer it
        return here | {"DISPLAY": self.display}
