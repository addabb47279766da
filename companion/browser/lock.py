"""One guide at a time for a profile, held by the system and not by a file's existence.

However a guide ends, SIGKILL and power cuts included, its lock is free again at once:
there is no stale one to be judged. The file lies beside the profile, not inside, so
that a profile can be wiped while its lock is held.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from companion.browser.profile import Profile
from companion.errors import BrowserUnavailable, CompanionError

# Windows keeps others from reading what is locked: a byte that nobody needs.
_FAR = 1 << 20
_PATIENCE_S = 1.0
_TURN_S = 0.05
_TAKEN = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})


class AlreadyGuiding(CompanionError):
    """Another guide has this profile: nothing is wrong, and nothing is disturbed."""

    exit_code = 0


def lock_file(path: Path) -> Path:
    """The lock that belongs to a profile's folder."""
    return path.with_name(f"{path.name}.lock")


@contextlib.contextmanager
def guiding(path: Path, name: str) -> Iterator[None]:
    """Hold the lock of the profile in `path` for the block; `name`: its browser.

    Raises AlreadyGuiding, and BrowserUnavailable("profile.not_writable").
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = lock_file(path).open("a+b")
    except OSError:
        raise BrowserUnavailable("profile.not_writable", path=path) from None
    with file:
        if not _take_soon(file):
            raise AlreadyGuiding("sessions.already_guiding", name=name)
        _sign(file)
        yield


def guide_of(profile: Profile) -> int | None:
    """The process id of the guide that holds a profile now; 0 when it is not known."""
    try:
        file = lock_file(profile.path).open("r+b")
    except OSError:
        return None
    with file:
        if _take(file):
            return None
        signed = file.read(20)
        return int(signed) if signed.strip().isdigit() else 0


def _take_soon(file: IO[bytes]) -> bool:
    """A guide that was told to end a moment ago may still be tidying up."""
    deadline = time.monotonic() + _PATIENCE_S
    while not _take(file):
        if time.monotonic() > deadline:
            return False
        time.sleep(_TURN_S)
    return True


def _sign(file: IO[bytes]) -> None:
    """For whoever looks why; a full disk does not make the lock less of one."""
    with contextlib.suppress(OSError):
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno not in _TAKEN
        finally:
            file.seek(0)
        return True

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # Some network disks have no locks: better two guides than none.
            return error.errno not in _TAKEN
        finally:
            file.seek(0)
        return True
