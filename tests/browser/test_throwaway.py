"""A profile for a shared computer: gone when it should be, and never anything else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from companion.browser.find import Browser, Family
from companion.browser.lock import guiding
from companion.browser.process import start_browser
from companion.browser.profile import Profile, prepare_folder, prepare_profile
from companion.browser.throwaway import (
    remove_tree,
    throw_away,
    throwaway_path,
    wipe,
    wipe_leftovers,
)
from companion.errors import BrowserUnavailable
from tests.fulldisk import full_disk


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A throw-away profile that is there."""
    path = throwaway_path(tmp_path / "profiles", Family.CHROMIUM)
    return prepare_folder(path, shared=True)


def test_it_is_wiped_whole(profile: Profile) -> None:
    """Nothing of it is left."""
    assert wipe(profile)
    assert [] == list(profile.path.parent.iterdir())


def test_nothing_is_offered_that_would_outlive_the_visit(profile: Profile) -> None:
    """Row 94: on a shared computer the browser does not offer to save the password."""
    file = profile.path / "Default" / "Preferences"

    chosen = json.loads(file.read_text(encoding="utf-8"))

    assert chosen["credentials_enable_service"] is False


def test_links_are_not_followed(profile: Profile, tmp_path: Path) -> None:
    """What a link in it points to is somebody else's."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "photo").touch()
    (profile.path / "link").symlink_to(tmp_path / "own")

    assert wipe(profile)
    assert (tmp_path / "own" / "photo").exists()


def test_a_link_in_its_place_is_removed_alone(tmp_path: Path) -> None:
    """The top is treated as everything below it."""
    (tmp_path / "own").mkdir()
    (tmp_path / "shared-chromium").symlink_to(tmp_path / "own")

    failed = remove_tree(tmp_path / "shared-chromium")

    assert [] == failed
    assert [tmp_path / "own"] == list(tmp_path.iterdir())


def test_what_a_killed_run_left_is_wiped_by_the_next(profile: Profile) -> None:
    """Whatever the next run is for."""
    left = wipe_leftovers(profile.path.parent)

    assert [] == left
    assert not profile.path.exists()


def test_an_ordinary_profile_stays(tmp_path: Path) -> None:
    """Only what is to be thrown away is."""
    ordinary = prepare_profile(tmp_path, Family.CHROMIUM)

    wipe_leftovers(tmp_path)

    assert ordinary.path.exists()


def test_a_profile_can_become_one_to_throw_away(tmp_path: Path) -> None:
    """Who says later that others use the computer is heard, too."""
    ordinary = prepare_profile(tmp_path, Family.CHROMIUM)
    throw_away(ordinary)

    wipe_leftovers(tmp_path)

    assert not ordinary.path.exists()


def test_a_profile_somebody_guides_in_stays(profile: Profile) -> None:
    """Its own run wipes it."""
    with guiding(profile.path, "Chromium"):
        wipe_leftovers(profile.path.parent)

    assert profile.path.exists()


def test_a_profile_whose_window_is_open_stays(
    profile: Profile, installed: Browser, environ: dict[str, str]
) -> None:
    """The person is still at it; a later run wipes it."""
    process = start_browser(installed, profile, "about:blank", environ=environ)

    wipe_leftovers(profile.path.parent)

    assert profile.path.exists()
    process.close()
    assert [] == wipe_leftovers(profile.path.parent)
    assert not profile.path.exists()


def test_a_full_disk_leaves_no_half_profile(tmp_path: Path) -> None:
    """It is told as a place that cannot be written, and nothing half is left."""
    with full_disk(10), pytest.raises(BrowserUnavailable) as refused:
        prepare_profile(tmp_path, Family.CHROMIUM)

    assert "profile.not_writable" == refused.value.sentence
    assert [] == [one for one in tmp_path.rglob("*") if one.is_file()]
