"""Captures are written beside one another, each in a folder of its own."""

from __future__ import annotations

import stat
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from companion.capture.folder import Draft, new_folder, write_facts
from companion.check.fixture import Expected

TODAY = date(2026, 5, 1)


def test_folders_are_never_used_twice(tmp_path: Path) -> None:
    """The same name on the same day gets a number."""
    names = [new_folder(tmp_path, "join", TODAY).name for _ in range(3)]

    assert ["2026-05-01-join", "2026-05-01-join-2", "2026-05-01-join-3"] == names


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_folder_is_the_persons_alone(tmp_path: Path) -> None:
    """Nobody else on the machine reads a capture that is not reviewed."""
    folder = new_folder(tmp_path / "captures", "join", TODAY)

    assert 0o700 == stat.S_IMODE(folder.stat().st_mode)


def test_facts_are_toml_whatever_is_in_them(tmp_path: Path) -> None:
    """Quotes, backslashes and control characters come back as they were."""
    css = 'a[title="\\"\x7f\x01\\\\越"]'
    draft = Draft(
        ("home",), {"home.login_link": Expected(css=css, frame="https://x/*")}
    )

    write_facts(
        tmp_path, "https://x/", {"https://x/f?*": "frames/01.html"}, draft, TODAY
    )

    text = (tmp_path / "fixture.toml").read_text("utf-8")
    told = tomllib.loads(text)
    assert {"css": css, "frame": "https://x/*"} == told["expect"]["home.login_link"]
    assert "captured" == told["origin"]
    assert "captured 2026-05-01" == told["evidence"]
    assert text.startswith("# draft: review every line")
