"""Ending a browser with everything it has started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_PATIENCE = 5.0  # seconds a browser gets to write its profile before it is killed
_TURN = 0.02


def own_group() -> dict[str, Any]:
    """Arguments of `Popen` that keep the terminal's Ctrl-C away from the child."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def end_tree(child: subprocess.Popen[bytes]) -> None:
    """Ask the child to end, kill what is left of its tree, and wait for that."""
    if sys.platform == "win32":
        command = ["taskkill", "/PID", str(child.pid), "/T", "/F"]
        subprocess.run(command, capture_output=True, check=False)
        child.wait()
        return
    if child.poll() is None:
        child.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(_PATIENCE)
    _kill_group(child.pid)
    child.wait()


def _kill_group(group: int) -> None:
    if sys.platform == "win32":
        return
    deadline = time.monotonic() + _PATIENCE
    while _lives(group) and time.monotonic() < deadline:
        try:
            os.killpg(group, signal.SIGKILL)
        except ProcessLookupError:
            return
        time.sleep(_TURN)


def _lives(group: int) -> bool:
    """Whether the group has a member that is more than a name nobody has collected."""
    if sys.platform == "win32":
        return False
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    if sys.platform != "linux":
        return True
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, member_of = stat.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(member_of) == group and state not in "ZX":
            return True
    return False
