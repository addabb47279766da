"""When the page comes first, and what an earlier run leaves for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.cli.words import say
from companion.session.start import Options, is_welcomed
from companion.settings import Settings, read_settings, settings_file
from companion.welcome import Choice, keep, recall

PLAIN = {
    "account": None,
    "practice": None,
    "scenario": None,
    "browser": None,
    "lang": "vi",
    "yes": False,
    "url": None,
    "events": None,
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for the choices."""
    monkeypatch.setenv("COMPANION_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "before", "welcomed"),
    [
        ({}, Settings(), True),
        ({"account": "enterprise"}, Settings(), True),
        ({"yes": True}, Settings(), False),
        ({"url": "https://www.1688.com/"}, Settings(), False),
        ({}, Settings(skip_welcome=True), False),
        ({"welcome": True}, Settings(skip_welcome=True), True),
    ],
)
def test_the_page_comes_first_unless_it_is_skipped(
    asked: dict[str, object], before: Settings, welcomed: bool
) -> None:
    """Row 7: `--yes`, an address, or an earlier choice skip it."""
    options = Options(**PLAIN | asked)  # type: ignore[arg-type]

    assert welcomed == is_welcomed(options, before)


def test_a_choice_is_kept_when_that_is_wanted() -> None:
    """Only who ticks the box is not asked again."""
    keep(Choice(account="enterprise"))
    unasked = read_settings().settings
    keep(Choice(account="enterprise", shared=True, remember=True))

    kept = read_settings().settings

    assert Settings() == unasked
    assert ("enterprise", True, True) == (
        kept.account,
        kept.shared_computer,
        kept.skip_welcome,
    )


@pytest.mark.parametrize("written", ["{", '{"account": "gold"}', "\0\0"])
def test_choices_that_cannot_be_read_are_asked_again(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A half-written file is told calmly, and counts as none."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(written)

    recalled = recall()

    assert Settings() == recalled
    assert say("settings.unreadable") in capsys.readouterr().err


def test_a_choice_that_cannot_be_kept_stops_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing can be written it is said, and the session goes on."""
    (home / "data").write_text("in the way")

    keep(Choice(account="personal", remember=True))

    assert say("settings.not_kept") in capsys.readouterr().err
