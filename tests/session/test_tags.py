"""The words of tags: what is missing before a button, and what is said of a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from companion.pack.codes import tone_of
from companion.session.guidance import shown
from companion.session.knowledge import Knowledge
from companion.session.view import TabView
from tests.session.conftest import report, seen

Build = Callable[..., TabView]
TAGS = {"missing": "Missing: {names}", "more": "…"}


@pytest.mark.parametrize(
    ("missing", "hint"),
    [
        ([], "code label"),
        (["tab"], "Missing: tab label"),
        (["tab", "name"], "Missing: tab label, name label"),
        (
            ["tab", "name", "login", "code"],
            "Missing: tab label, name label, login label, …",
        ),
        (["of nobody"], "code label"),
    ],
)
def test_a_button_names_what_is_missing(
    tab: Build, known: Knowledge, missing: list[str], hint: str
) -> None:
    """Three names at most; an id that the pack does not have is no name."""
    view = tab(report(seen("tab"), seen("code", missing=missing)))

    marks = shown(view, view.top, replace(known, tags=TAGS))

    assert hint == marks["code"].hint


def test_a_tag_says_what_is_to_be_said_of_a_value(known: Knowledge) -> None:
    """A code with words for the tag replaces the label."""
    words = replace(known.words["name"], tags={"password.weak": "weak"})

    assert ("weak", "name label") == (words.tag("password.weak"), words.tag("ok"))


@pytest.mark.parametrize(
    ("code", "tone"),
    [
        ("ok", "good"),
        ("password.fair", "good"),
        ("password.weak", "todo"),
        ("", "todo"),
        ("phone.leading_zero", "bad"),
    ],
)
def test_advice_is_no_alarm(code: str, tone: str) -> None:
    """What lets a person go on never looks like a mistake."""
    assert tone == tone_of(code)
