"""Where the program may write, and nowhere else.

`COMPANION_HOME` puts everything under one folder, so that a portable copy leaves no
trace on the machine and a test never meets a person's own files.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

APP = "companion-1688"
_DIRS = PlatformDirs(APP, appauthor=False)


def data_dir() -> Path:
    """What must last: browser profiles and choices."""
    return _place("data", _DIRS.user_data_path)


def cache_dir() -> Path:
    """What can be made again: translations."""
    return _place("cache", _DIRS.user_cache_path)


def state_dir() -> Path:
    """What tells how things went: logs and the step reached."""
    return _place("state", _DIRS.user_state_path)


def _place(kind: str, usual: Path) -> Path:
    home = os.environ.get("COMPANION_HOME")
    return Path(home).expanduser().absolute() / kind if home else usual
