"""The browser's own folder for us, apart from the person's everyday profile.

Chrome ignores the debugging port on its default profile since version 136, and nothing
of the person's history or passwords is touched this way. The folder also remembers the
browser that runs in it, so that a second start can attach instead of opening another.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from companion.browser.endpoint import Endpoint, ask
from companion.browser.find import Browser, Family
from companion.errors import BrowserUnavailable
from companion.places import APP, data_dir

# Left as the browser has it: the offer to save passwords, and all that is not named.
_FIRST_PREFERENCES: dict[str, Any] = {
    "browser": {"check_default_browser": False, "has_seen_welcome_page": True},
    # No "Sign in to Chrome?" beside a site that asks the person to sign in, and no
    # everyday passwords synchronised into a browser with a debugging port.
    "signin": {"allowed_on_next_startup": False},
    "translate": {"enabled": False},
    "translate_blocked_languages": ["zh-CN", "zh-TW", "zh"],
}
# Where others use the browser too, nothing is offered that would outlive the visit.
_SHARED_PREFERENCES: dict[str, Any] = {
    **_FIRST_PREFERENCES,
    "credentials_enable_service": False,
    "autofill": {"profile_enabled": False, "credit_card_enabled": False},
}
_SESSION = "session.json"


@dataclass(frozen=True)
class Profile:
    """A folder for `--user-data-dir`; `held` when a running browser has it open.

    `crashed`: the browser did not end by itself the last time, so its pages are gone.
    """

    path: Path
    held: bool
    crashed: bool = False


@dataclass(frozen=True)
class Running:
    """The browser we left running in a profile; `started` in seconds since 1970."""

    pid: int
    port: int
    browser: str
    started: float
    ws_url: str


def profiles_root(browser: Browser, environ: Mapping[str, str] | None = None) -> Path:
    """Where profiles belong: our folder, or the only one a confined browser can write.

    Snap hides the home directory's dot folders from its programs, Flatpak all of it.
    """
    environ = os.environ if environ is None else environ
    home = Path(environ.get("HOME") or Path.home())
    if not environ.get("COMPANION_HOME") and sys.platform == "linux":
        if browser.path.is_relative_to("/snap"):
            return home / "snap" / browser.path.name / "common" / APP
        if "flatpak" in browser.path.parts:
            return home / ".var/app" / browser.path.name / "data" / APP
    return data_dir() / "profiles"


def profile_path(root: Path, family: Family) -> Path:
    """Where the family's profile lies under `root`.

    Families are kept apart: a newer browser's profile makes an older one refuse it.
    """
    return root / family.value


def prepare_profile(root: Path, family: Family) -> Profile:
    """The family's profile under `root`, made at first use and mended after a crash.

    A held profile is left as it is. Raises BrowserUnavailable("profile.not_writable").
    """
    return prepare_folder(profile_path(root, family))


def prepare_folder(path: Path, *, shared: bool = False) -> Profile:
    """The profile in the folder `path`, likewise; `shared`: others use the computer.

    Raises BrowserUnavailable("profile.not_writable").
    """
    if _held(path):
        return Profile(path, held=True)
    # Only a browser that ends by itself takes its lock away.
    crashed = (path / "SingletonLock").is_symlink()
    first = _SHARED_PREFERENCES if shared else _FIRST_PREFERENCES
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        _drop_dead_lock(path)
        _write_preferences(path / "Default" / "Preferences", first)
        (path / "First Run").touch()
    except OSError:
        raise BrowserUnavailable("profile.not_writable", path=path) from None
    return Profile(path, held=False, crashed=crashed)


def remember(profile: Profile, pid: int, browser: str, endpoint: Endpoint) -> None:
    """Note which browser now runs in the profile.

    Raises BrowserUnavailable("profile.not_writable").
    """
    running = Running(pid, endpoint.port, browser, time.time(), endpoint.ws_url)
    try:
        _write_json(profile.path / _SESSION, asdict(running))
    except OSError:
        raise BrowserUnavailable("profile.not_writable", path=profile.path) from None


def running_session(profile: Profile) -> Running | None:
    """The browser we started in this profile, if it still answers within a second.

    Its websocket's address carries an id made anew at each start, so another program on
    the same port is never taken for it. A note that no longer holds is removed.
    """
    file = profile.path / _SESSION
    try:
        running: Running | None = Running(
            **json.loads(file.read_text(encoding="utf-8"))
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        running = None
    if running is not None:
        endpoint = ask(running.port)
        if endpoint is not None and endpoint.ws_url == running.ws_url:
            return running
    _forget(file)
    return None


def _forget(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)


def is_held(profile: Profile) -> bool:
    """Whether a running browser has the profile open now."""
    return _held(profile.path)


def _held(path: Path) -> bool:
    if sys.platform == "win32":
        try:
            # A running browser has this file open and shares it with nobody.
            with (path / "lockfile").open("r+b"):
                return False
        except FileNotFoundError:
            return False
        except OSError:
            return True
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1)
        try:
            probe.connect(os.path.realpath(path / "SingletonSocket"))
        except OSError:
            return False
        return True


def _drop_dead_lock(path: Path) -> None:
    """Remove the lock of a crashed browser when the computer's name has changed since.

    That is common on laptops, and the browser would stop at a question in the language
    of the system; a lock under the present name it clears away by itself.
    """
    lock = path / "SingletonLock"
    if not lock.is_symlink():
        return
    host = str(lock.readlink()).rpartition("-")[0]
    if host != socket.gethostname():
        for name in ("SingletonLock", "SingletonSocket", "SingletonCookie"):
            (path / name).unlink(missing_ok=True)


def _write_preferences(file: Path, preferences: Mapping[str, Any]) -> None:
    file.parent.mkdir(mode=0o700, exist_ok=True)
    ended_well = {"exit_type": "Normal", "exited_cleanly": True}
    try:
        if file.exists():
            preferences = json.loads(file.read_bytes())
        profile = preferences.get("profile", {}) | ended_well
    except (ValueError, AttributeError, TypeError):
        return  # the browser has its own way of mending a broken file
    _write_json(file, {**preferences, "profile": profile})


def _write_json(file: Path, content: Mapping[str, Any]) -> None:
    draft = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        draft.write_text(json.dumps(content), encoding="utf-8")
        draft.replace(file)
    except OSError:
        # On a full disk half of it may be there, and would stay.
        _forget(draft)
        raise
