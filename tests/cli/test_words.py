"""Help in both languages, and UTF-8 whatever the terminal's code page."""

from __future__ import annotations

import pytest

from companion.cli.words import flow_names
from companion.data import fixtures_dir
from companion.practice.flows import load_flows
from companion.sentences import Sentences
from tests.cli.conftest import Run


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_help_speaks_both_languages(run: Run, lang: str) -> None:
    """`--help` tells what a command and its options do."""
    ended = run("start", "--help", "--lang", lang, COLUMNS="200")

    say = Sentences(lang).say
    told = " ".join(ended.out.split())
    assert 0 == ended.code
    assert say("command.start") in told
    for option in ("account", "practice", "browser", "events", "url", "yes"):
        assert say(f"option.{option}", flows=flow_names()) in told


def test_help_names_every_flow(run: Run) -> None:
    """The names come from the table of flows itself."""
    ended = run("demo", "--help", COLUMNS="200")

    flows = load_flows(fixtures_dir() / "1688").flows
    assert ", ".join(flows) in " ".join(ended.out.split())
    assert "mobile" in flows


def test_without_a_command_it_tells_the_commands(run: Run) -> None:
    """The bare program is a question for help."""
    ended = run(COLUMNS="200")

    assert Sentences().say("command.start") in " ".join(
        f"{ended.out} {ended.err}".split()
    )


def test_english_is_for_maintainers(run: Run) -> None:
    """`--lang en` also speaks of failures in English."""
    ended = run("start", "--lang", "en", "--browser", "netscape")

    say = Sentences("en").say
    assert say("browser.unknown.what", choice="netscape") in ended.err


@pytest.mark.parametrize("coding", ["cp1258", "ascii"])
def test_output_is_utf_8_in_any_code_page(run: Run, coding: str) -> None:
    """Redirected Vietnamese arrives whole where the terminal could not write it."""
    ended = run("start", "--browser", "netscape", PYTHONIOENCODING=coding)

    say = Sentences().say
    assert say("browser.unknown.what", choice="netscape") in ended.err


@pytest.mark.parametrize("wrong", [["--nope"], ["--lang", "fr"], ["--account", "shop"]])
def test_bad_usage_is_told_without_a_traceback(run: Run, wrong: list[str]) -> None:
    """A mistyped option ends with code 2."""
    ended = run("start", *wrong)

    assert 2 == ended.code
    assert "Traceback" not in ended.err
    assert wrong[0] in ended.err
