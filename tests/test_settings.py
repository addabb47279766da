"""The choices kept: read as far as they can be, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.settings import Settings, keep_settings, read_settings, settings_file
from tests.fulldisk import full_disk

CHOSEN = Settings(account="enterprise", skip_welcome=True, shared_computer=True)


def test_choices_are_remembered(tmp_path: Path) -> None:
    """What was kept is read again."""
    file = tmp_path / "new" / "settings.json"

    kept = keep_settings(CHOSEN, file)

    assert kept
    assert CHOSEN == read_settings(file).settings


def test_without_a_file_nothing_is_chosen(tmp_path: Path) -> None:
    """The first run is no failure."""
    remembered = read_settings(tmp_path / "settings.json")

    assert (Settings(), True) == (remembered.settings, remembered.readable)


def test_below_a_file_nothing_is_chosen(tmp_path: Path) -> None:
    """A place that cannot hold settings holds no damaged ones."""
    (tmp_path / "file").touch()

    remembered = read_settings(tmp_path / "file" / "settings.json")

    assert (Settings(), True) == (remembered.settings, remembered.readable)


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", '{"account": "personal', '{"account": "other"}', "\udcff"],
)
def test_damaged_choices_are_made_again(tmp_path: Path, written: str) -> None:
    """A half-written or strange file counts as no choices, and says so."""
    file = tmp_path / "settings.json"
    file.write_bytes(written.encode("utf-8", "surrogateescape"))

    remembered = read_settings(file)

    assert (Settings(), False) == (remembered.settings, remembered.readable)


def test_a_folder_in_place_of_the_file_is_unreadable(tmp_path: Path) -> None:
    """Whatever stands there, nobody is stopped by it."""
    assert not read_settings(tmp_path).readable
    assert not keep_settings(CHOSEN, tmp_path)


def test_choices_of_a_later_version_are_read(tmp_path: Path) -> None:
    """What is not known is left alone."""
    file = tmp_path / "settings.json"
    file.write_text('{"skip_welcome": true, "colour": "blue"}', encoding="utf-8")

    remembered = read_settings(file)

    assert (True, True) == (remembered.settings.skip_welcome, remembered.readable)


def test_a_full_disk_keeps_the_former_choices(tmp_path: Path) -> None:
    """Writing that fails halfway leaves the old file, and nothing beside it."""
    file = tmp_path / "settings.json"
    keep_settings(Settings(account="personal"), file)

    with full_disk(10):
        kept = keep_settings(CHOSEN, file)

    assert not kept
    assert "personal" == read_settings(file).settings.account
    assert [file] == list(tmp_path.iterdir())


def test_nothing_personal_is_kept() -> None:
    """Row 96: only these four choices are ever written."""
    assert {"account", "lang", "skip_welcome", "shared_computer"} == set(
        Settings.model_fields
    )


def test_choices_lie_with_our_own_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A portable copy keeps them with it."""
    monkeypatch.setenv("COMPANION_HOME", str(tmp_path))

    assert tmp_path / "data" / "settings.json" == settings_file()
