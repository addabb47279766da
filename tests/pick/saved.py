"""Saved pages of the project, with some words that the pack does not know."""

from __future__ import annotations

import shutil
from pathlib import Path

from companion.data import fixtures_dir


def renamed(place: Path, name: str, words: dict[str, str]) -> Path:
    """A copy below `place` of the fixture `name`, other words in all its documents."""
    folder = place / name
    shutil.copytree(fixtures_dir() / "1688" / name, folder)
    for file in folder.rglob("*.html"):
        text = file.read_text("utf-8")
        for old, new in words.items():
            text = text.replace(old, new)
        file.write_text(text, "utf-8")
    return folder


def written(place: Path, body: str, target: str, css: str) -> Path:
    """A sign-up page of one's own that expects one target."""
    folder = place / "join" / "written"
    folder.mkdir(parents=True)
    (folder / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{body}")
    (folder / "fixture.toml").write_text(
        'url = "https://member.1688.com/member/join/common_join.htm"\nstates = []\n'
        f'[expect]\n"{target}" = {{ css = "{css}" }}\n'
    )
    return folder
