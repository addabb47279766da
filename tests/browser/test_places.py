"""Where the program writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.places import cache_dir, data_dir, state_dir


def test_one_variable_moves_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With COMPANION_HOME set, nothing is written anywhere else."""
    monkeypatch.setenv("COMPANION_HOME", str(tmp_path))

    places = [data_dir(), cache_dir(), state_dir()]

    assert [tmp_path] * 3 == [place.parent for place in places]
    assert 3 == len(set(places))


def test_usual_places_are_named_after_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without it, everything lies under a folder with the program's name."""
    monkeypatch.delenv("COMPANION_HOME", raising=False)

    assert "companion-1688" in data_dir().parts
