"""The profile of one run: one guide at a time in it, and what is left of it afterwards.

On a computer that others use the profile is wiped once its window is closed, and looked
at again; a run that was killed leaves that to the next one.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Iterator

from companion.browser.find import Browser
from companion.browser.lock import guiding
from companion.browser.profile import (
    Profile,
    is_held,
    prepare_folder,
    profile_path,
    profiles_root,
)
from companion.browser.throwaway import (
    is_throwaway,
    throwaway_path,
    wipe,
    wipe_leftovers,
)
from companion.cli.printer import tell
from companion.errors import CompanionError, Interrupted

_TURN_S = 0.1
# Between the last window's end and the browser's own.
_ENDING_S = 5.0


class SharedInterrupted(CompanionError):
    """Ended from the terminal; no window is left open, as it is otherwise."""

    exit_code = 130


@contextlib.contextmanager
def own_profile(browser: Browser, *, shared: bool) -> Iterator[Profile]:
    """The profile to guide in, held for the block; `shared`: thrown away after it.

    Whoever learns later that the computer is shared calls `throw_away(profile)`. Raises
    AlreadyGuiding and BrowserUnavailable.
    """
    root = profiles_root(browser)
    if wipe_leftovers(root):
        tell("sessions.leftovers", root=root)
    path = (throwaway_path if shared else profile_path)(root, browser.family)
    with guiding(path, browser.name):
        profile = prepare_folder(path, shared=shared)
        if shared:
            tell("sessions.shared")
        elif profile.crashed:
            tell("sessions.crashed", name=browser.name)
        interrupted = False
        try:
            yield profile
        except Interrupted:
            interrupted = True
            if not is_throwaway(path):
                raise
        finally:
            if is_throwaway(path):
                _throw_away(profile, browser.name)
        if interrupted:
            raise SharedInterrupted("sessions.interrupted")


def _throw_away(profile: Profile, name: str) -> None:
    """Wait for the window, which is the person's to close, and wipe."""
    try:
        if not _closes(profile, _ENDING_S):
            tell("sessions.close_to_wipe", name=name)
            _closes(profile, math.inf)
    except KeyboardInterrupt:
        tell("sessions.wipe_later")
        return
    if wipe(profile):
        tell("sessions.wiped")
    else:
        tell("sessions.not_wiped", path=profile.path)


def _closes(profile: Profile, seconds: float) -> bool:
    """Whether the browser lets go of the profile within so many seconds."""
    deadline = time.monotonic() + seconds
    while is_held(profile):
        if time.monotonic() > deadline:
            return False
        time.sleep(_TURN_S)
    return True
