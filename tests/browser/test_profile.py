"""The browser's own folder: made, mended, guarded, and remembered."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from companion.browser.endpoint import free_port
from companion.browser.find import Browser, Family
from companion.browser.profile import (
    Profile,
    prepare_profile,
    profiles_root,
    running_session,
)
from companion.errors import BrowserUnavailable
from companion.places import data_dir

from .conftest import Start

PREFERENCES = "chromium/Default/Preferences"


def _preferences(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def test_new_profile_does_not_offer_to_translate(tmp_path: Path) -> None:
    """The browser's own translation, which breaks the pages, is not offered."""
    prepare_profile(tmp_path, Family.CHROMIUM)

    assert {"enabled": False} == _preferences(tmp_path / PREFERENCES)["translate"]


def test_new_profile_leaves_the_offer_to_save_passwords(tmp_path: Path) -> None:
    """Nothing is said about passwords, so the browser offers as it always does."""
    prepare_profile(tmp_path, Family.CHROMIUM)

    written = (tmp_path / PREFERENCES).read_text(encoding="utf-8")
    assert "credentials" not in written


def test_crash_is_forgotten_and_everything_else_kept(tmp_path: Path) -> None:
    """After a crash no bubble asks about old pages; the person's settings stay."""
    prepare_profile(tmp_path, Family.CHROMIUM)
    file = tmp_path / PREFERENCES
    chosen = {"profile": {"exit_type": "Crashed", "name": "Lan"}, "zoom": 1.25}
    file.write_text(json.dumps(chosen), encoding="utf-8")

    prepare_profile(tmp_path, Family.CHROMIUM)

    kept = _preferences(file)
    assert ("Normal", "Lan") == (kept["profile"]["exit_type"], kept["profile"]["name"])
    assert 1.25 == kept["zoom"]


@pytest.mark.parametrize("broken", ["{", "[]", '{"profile": 3}'])
def test_broken_preferences_are_left_to_the_browser(
    tmp_path: Path, broken: str
) -> None:
    """A file that cannot be read is not made worse."""
    prepare_profile(tmp_path, Family.CHROMIUM)
    file = tmp_path / PREFERENCES
    file.write_text(broken, encoding="utf-8")

    prepare_profile(tmp_path, Family.CHROMIUM)

    assert broken == file.read_text(encoding="utf-8")


def test_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A place where no folder can be made has its own sentence."""
    file = tmp_path / "file"
    file.touch()

    with pytest.raises(BrowserUnavailable) as refused:
        prepare_profile(file / "profiles", Family.CHROME)

    assert "profile.not_writable" == refused.value.sentence


@pytest.mark.skipif(os.name != "posix", reason="only there a lock names its computer")
def test_lock_under_a_former_computer_name_is_removed(tmp_path: Path) -> None:
    """A crash before the computer was renamed does not shut the person out."""
    lock = tmp_path / "chromium" / "SingletonLock"
    lock.parent.mkdir()
    lock.symlink_to("former-name-1234")

    profile = prepare_profile(tmp_path, Family.CHROMIUM)

    assert not profile.held
    assert not lock.is_symlink()


def test_running_browser_holds_its_profile(start: Start, profile: Profile) -> None:
    """A second start sees that the profile is taken, and leaves it alone."""
    start()

    again = prepare_profile(profile.path.parent, Family(profile.path.name))

    assert again.held


def test_running_browser_is_found_again(start: Start, profile: Profile) -> None:
    """A second start learns where the browser of the first one listens."""
    process = start()

    running = running_session(profile)

    assert running is not None
    assert (process.pid, process.ws_url) == (running.pid, running.ws_url)


def test_ended_browser_is_forgotten(start: Start, profile: Profile) -> None:
    """The note of a browser that is gone is removed."""
    process = start()
    process.close()

    assert running_session(profile) is None
    assert not (profile.path / "session.json").exists()


def test_another_browser_on_the_same_port_is_not_ours(
    start: Start, profile: Profile
) -> None:
    """A browser that took over the port is not attached to."""
    start()
    note = profile.path / "session.json"
    remembered = json.loads(note.read_text(encoding="utf-8"))
    remembered["ws_url"] = remembered["ws_url"][:-4] + "0000"
    note.write_text(json.dumps(remembered), encoding="utf-8")

    assert running_session(profile) is None


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"pid": 1}', "\udcff"])
def test_unreadable_note_is_removed(tmp_path: Path, note: str) -> None:
    """A damaged note counts as no browser."""
    file = tmp_path / "session.json"
    file.write_bytes(note.encode("utf-8", "surrogateescape"))

    assert running_session(Profile(tmp_path, held=False)) is None
    assert not file.exists()


def test_silent_port_is_no_running_browser(tmp_path: Path) -> None:
    """A note whose port nobody answers is stale."""
    note = {"pid": 1, "port": free_port(), "browser": "x", "started": 0, "ws_url": ""}
    (tmp_path / "session.json").write_text(json.dumps(note), encoding="utf-8")

    assert running_session(Profile(tmp_path, held=False)) is None


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("/snap/bin/chromium", "/home/lan/snap/chromium/common/companion-1688"),
        (
            "/var/lib/flatpak/exports/bin/com.google.Chrome",
            "/home/lan/.var/app/com.google.Chrome/data/companion-1688",
        ),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="Snap and Flatpak are Linux's")
def test_confined_browser_gets_a_place_it_can_write(path: str, root: str) -> None:
    """Snap and Flatpak browsers keep their profile where their sandbox lets them."""
    browser = Browser("Chromium", Path(path), Family.CHROMIUM)

    assert root == str(profiles_root(browser, {"HOME": "/home/lan"}))


def test_ordinary_browser_keeps_its_profile_with_our_data() -> None:
    """Every other browser's profile lies with the program's data."""
    browser = Browser("Chromium", Path("/usr/bin/chromium"), Family.CHROMIUM)

    assert data_dir() / "profiles" == profiles_root(browser)
