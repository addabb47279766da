"""A profile for a computer that others use too: wiped, and seen to be gone.

It is wiped when its window closes. Should the program be killed before that, the next
run of any kind finds the folder and wipes it first.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import time
from collections.abc import Callable
from pathlib import Path

from companion.browser.find import Family
from companion.browser.lock import guide_of
from companion.browser.profile import Profile, is_held
from companion.places import cache_dir, data_dir

#: Folders of such profiles begin with this, and no other folder does.
PREFIX = "shared-"
#: Stands in a profile that is to be thrown away though it began as an ordinary one.
_MARK = "throw-away"

# Helpers of a browser go on writing for a moment after its window has closed.
_PATIENCE_S = 5.0
_TURN_S = 0.05


def throwaway_path(root: Path, family: Family) -> Path:
    """Where a family's throw-away profile lies under `root`."""
    return root / f"{PREFIX}{family.value}"


def is_throwaway(path: Path) -> bool:
    """Whether the profile in this folder is to be wiped once its window is closed."""
    return path.name.startswith(PREFIX) or (path / _MARK).exists()


def throw_away(profile: Profile) -> None:
    """Have an ordinary profile wiped too, at this run's end or by the next run."""
    with contextlib.suppress(OSError):
        (profile.path / _MARK).touch()


def wipe(profile: Profile) -> bool:
    """Remove the profile with all that was kept for it; whether nothing is left.

    Links are removed and never followed. Tries for five seconds: something may still
    be writing.
    """
    places = [profile.path, *_caches(profile.path)]
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        for place in places:
            remove_tree(place)
        left = [place for place in places if os.path.lexists(place)]
        if not left or time.monotonic() > deadline:
            return not left
        time.sleep(_TURN_S)


def wipe_leftovers(root: Path) -> list[Path]:
    """Wipe what killed runs left under `root`; returns what could not be removed.

    A profile whose window is open, or that a guide has, is somebody's: it stays.
    """
    left: list[Path] = []
    with contextlib.suppress(OSError):
        for path in sorted(path for path in root.iterdir() if path.is_dir()):
            profile = Profile(path, held=False)
            if path.is_symlink() or not is_throwaway(path):
                continue
            if is_held(profile) or guide_of(profile) is not None:
                continue
            if not wipe(profile):
                left.append(path)
    return left


def remove_tree(path: Path) -> list[Path]:
    """Remove a file, a link or a folder; returns what is still there, never raises.

    Of a link only the link goes, at the top and inside.
    """
    failed: list[Path] = []

    def note(act: Callable[..., object], where: str, _error: object) -> None:
        # Windows does not delete what is marked read-only.
        with contextlib.suppress(OSError):
            if not Path(where).is_symlink():
                os.chmod(where, stat.S_IRWXU)  # noqa: PTH101 - a name, as `act` takes it
                act(where)
                return
        failed.append(Path(where))

    if path.is_symlink() or not path.is_dir():
        try:
            path.unlink(missing_ok=True)
        except OSError:
            failed.append(path)
    else:
        shutil.rmtree(path, onerror=note)
    return [one for one in failed if os.path.lexists(one)]


def _caches(path: Path) -> list[Path]:
    """On macOS Chromium keeps the cache of such a folder in ~/Library/Caches."""
    if not path.is_relative_to(data_dir()):
        return []
    return [cache_dir() / path.relative_to(data_dir())]
