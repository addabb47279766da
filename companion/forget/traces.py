"""What the program leaves on a computer: every file and folder it writes by itself.

Only these names are ever removed, never a folder as a whole: `COMPANION_HOME` may be a
place where other things lie too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from companion.browser.find import Family
from companion.browser.lock import guide_of
from companion.browser.profile import Profile, is_held
from companion.browser.throwaway import PREFIX as SHARED
from companion.browser.throwaway import remove_tree
from companion.doctor.browsers import PREFIX as TRIED
from companion.places import APP, cache_dir, data_dir, state_dir

Kind = Literal["profile", "settings", "translations", "log", "captures", "lock"]

#: What lies directly in our folders. A new name must be added here: a test looks.
DATA = ("captures", "profiles", "settings.json")
CACHE = ("profiles", "translations.*.json")
STATE = ("error.log",)


@dataclass(frozen=True)
class Trace:
    """One thing that was written, and how much it is in bytes."""

    kind: Kind
    path: Path
    size: int


def find_traces(environ: Mapping[str, str] | None = None) -> list[Trace]:
    """Everything that is there, captures last."""
    found = [*_profiles(environ)]
    found += _named("settings", data_dir(), "settings.json", "settings.json.*.new")
    found += _named("translations", cache_dir(), "translations.*.json")
    found += _named("log", state_dir(), "error.log")
    found += _named("captures", data_dir(), "captures")
    return found


def is_in_use(trace: Trace) -> bool:
    """Whether a browser or a guide has this profile now."""
    profile = Profile(trace.path, held=False)
    return trace.kind == "profile" and (
        is_held(profile) or guide_of(profile) is not None
    )


def erase(trace: Trace) -> list[Path]:
    """Remove it; returns what could not be. Links are removed and never followed."""
    return remove_tree(trace.path)


def drop_empty_folders(environ: Mapping[str, str] | None = None) -> None:
    """Remove our own folders, each only if nothing is left in it."""
    homes = [*_profile_roots(environ), cache_dir() / "profiles"]
    for folder in [*homes, cache_dir(), state_dir(), data_dir()]:
        if not folder.is_symlink():
            _drop(folder)


def _drop(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        # Something else lies there, which is not ours to judge.
        return


def _profiles(environ: Mapping[str, str] | None) -> Iterator[Trace]:
    names = [family.value for family in Family]
    for root in [*_profile_roots(environ), cache_dir() / "profiles"]:
        for name in names:
            yield from _named("profile", root, name, f"{SHARED}{name}")
        yield from _named("profile", root, f"{TRIED}*")
        locks = [f"{start}{name}.lock" for name in names for start in ("", SHARED)]
        yield from _named("lock", root, *locks)


def _profile_roots(environ: Mapping[str, str] | None) -> list[Path]:
    """As `profiles_root` has them, also for browsers that are no longer installed."""
    environ = os.environ if environ is None else environ
    roots = [data_dir() / "profiles"]
    if sys.platform == "linux" and not environ.get("COMPANION_HOME"):
        home = Path(environ.get("HOME") or Path.home())
        roots += sorted(home.glob(f"snap/*/common/{APP}"))
        roots += sorted(home.glob(f".var/app/*/data/{APP}"))
    return roots


def _named(kind: Kind, folder: Path, *patterns: str) -> Iterator[Trace]:
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            yield Trace(kind, path, _size(path))


def _size(path: Path) -> int:
    """Bytes in a file or below a folder; of a link, its own."""
    try:
        if path.is_symlink() or not path.is_dir():
            return path.lstat().st_size
        return sum(_size(Path(entry)) for entry in os.scandir(path))
    except OSError:
        return 0
