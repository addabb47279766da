"""Page files after an edit: what was there stays, comments and all."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from companion.pick.anchors import Anchors
from companion.pick.edit import NewTarget, with_anchors, with_target

FILE = """# Where it begins.
[page]
seen = "never"

# The link.
[[target]]
id = "home.link"
kind = "link"
required = true
text = [
  "一", # the first
  "二",
]
[target.keys]
href = ["/a"] # an address
[target.words.vi]
label = "x"

# Without keys.
[[target]]
id = "home.bare"
kind = "button"
text = ["三"]
[target.words.vi]
label = "y"

# What the page is.
[[state]]
id = "home"
"""
NEW = NewTarget(
    "home.new", "button", ("box",), {"vi": ("a", 'b "c"'), "en": ("d", "e")}
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page file."""
    file = tmp_path / "home.toml"
    file.write_text(FILE, "utf-8")
    return file


def is_kept(changed: str) -> bool:
    """Whether every comment is there, in its order."""
    before, after = (
        [line.partition("#")[2] for line in text.splitlines() if "#" in line]
        for text in (FILE, changed)
    )
    return before == after


def test_list_grows(page: Path) -> None:
    """A word is added behind those that are there."""
    changed = with_anchors(page, "home.link", Anchors({"text": ("四",)}, {}))

    assert ["一", "二", "四"] == tomllib.loads(changed)["target"][0]["text"]
    assert is_kept(changed)


def test_lists_that_were_not_there_are_made(page: Path) -> None:
    """New lists and keys stand in their own target, before the next one's comments."""
    anchors = Anchors({"aria": ("五",)}, {"id": ("go",), "href": ("/b",)})

    changed = with_anchors(page, "home.link", anchors)

    link, bare = tomllib.loads(changed)["target"]
    assert (["五"], ["go"], ["/a", "/b"]) == (
        link["aria"],
        link["keys"]["id"],
        link["keys"]["href"],
    )
    assert "keys" not in bare
    assert is_kept(changed)


def test_keys_get_a_table(page: Path) -> None:
    """A target without keys gets a table for them, before its words."""
    changed = with_anchors(page, "home.bare", Anchors({}, {"id": ("go",)}))

    assert '[target.keys]\nid = ["go"]\n[target.words.vi]\nlabel = "y"' in changed
    assert is_kept(changed)


def test_new_target_stands_behind_the_others(page: Path) -> None:
    """It comes after a blank line, before the comment of the next table."""
    anchors = Anchors({"text": ("六",)}, {"id": ("go",)})

    changed = with_target(page, NEW, anchors)

    assert 'label = "y"\n\n[[target]]\nid = "home.new"' in changed
    assert 'hint = "e"\n\n# What the page is.\n[[state]]' in changed
    assert 'b "c"' == tomllib.loads(changed)["target"][2]["words"]["vi"]["hint"]
    assert is_kept(changed)
