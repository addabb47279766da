"""Bad input gets a calm sentence, what to do next, and the right exit code."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from companion.browser.find import find_browser, installed_browsers
from companion.browser.process import start_browser
from companion.browser.profile import prepare_profile, profiles_root
from companion.sentences import Sentences
from tests.cli.conftest import Run, says
from tests.e2e.running import ROOT

INSTALLED = ", ".join(
    f"{one.name} ({one.family.value})" for one in installed_browsers()
)


def test_a_browser_nobody_knows(run: Run) -> None:
    """`--browser` with another word tells which ones there are."""
    ended = run("start", "--practice", "--browser", "netscape")

    assert says(ended, "browser.unknown", choice="netscape", installed=INSTALLED)
    assert 3 == ended.code


def test_a_browser_that_is_not_there(run: Run) -> None:
    """A path must lead to a program."""
    ended = run("start", "--practice", "--browser", "/nowhere/chrome")

    path = "/nowhere/chrome"
    assert says(ended, "browser.not_executable", choice=path, installed=INSTALLED)
    assert 3 == ended.code


def test_a_browser_that_dies(run: Run, tmp_path: Path) -> None:
    """A browser that ends at once is told of by its own exit code."""
    program = tmp_path / "broken"
    program.write_text("#!/bin/sh\nexit 7\n")
    program.chmod(0o755)

    ended = run("start", "--practice", "--browser", str(program))

    assert says(ended, "browser.died", name="broken", code=7)
    assert 3 == ended.code


def test_a_profile_in_use(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window that is not known to be ours is not touched."""
    monkeypatch.setenv("COMPANION_HOME", str(home))
    browser = find_browser()
    profile = prepare_profile(profiles_root(browser), browser.family)
    other = start_browser(browser, profile, "about:blank")
    (profile.path / "session.json").unlink()

    ended = run("start", "--practice")

    alive = other.alive()
    other.close()
    assert says(ended, "profile.in_use", name=browser.name)
    assert (3, True) == (ended.code, alive)


def test_a_practice_port_that_is_taken(run: Run) -> None:
    """A port that somebody else listens on is named."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        ended = run("start", "--practice", COMPANION_PRACTICE_PORT=str(port))

    assert says(ended, "practice.port_taken", port=port)
    assert 4 == ended.code


def test_a_place_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    """COMPANION_HOME below a file is no folder."""
    (tmp_path / "file").touch()
    home = tmp_path / "file" / "home"

    ended = run("start", "--practice", COMPANION_HOME=str(home))

    profile = home / "data" / "profiles" / find_browser().family.value
    assert says(ended, "profile.not_writable", path=profile)
    # Where nothing can be, nothing is damaged: one trouble is told and not two.
    assert Sentences().say("settings.unreadable") not in ended.err
    assert 3 == ended.code


@pytest.mark.parametrize("wrong", [["nowhere"], ["classic", "--scenario", "nowhere"]])
def test_a_rehearsal_nobody_knows(run: Run, wrong: list[str]) -> None:
    """Flows and scenarios are named when one is mistyped."""
    ended = run("start", "--practice", *wrong)

    assert "“nowhere”" in ended.err
    assert "classic, classic-frame" in ended.err
    assert "code-late" in ended.err
    assert "Traceback" not in ended.err
    assert 2 == ended.code


@pytest.mark.parametrize("command", ["start", "demo"])
def test_events_that_cannot_be_written(run: Run, tmp_path: Path, command: str) -> None:
    """The file for the events must be one that can be written."""
    (tmp_path / "file").touch()
    stream = tmp_path / "file" / "events.jsonl"

    ended = run(command, "--events", str(stream))

    assert says(ended, "start.events_not_writable", path=stream)
    assert 2 == ended.code


def test_a_gallery_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    """So must the folder for the pictures."""
    (tmp_path / "file").touch()

    ended = run("demo", "--out", str(tmp_path / "file" / "out"))

    assert says(ended, "demo.out_not_writable", path=tmp_path / "file" / "out")
    assert 2 == ended.code


@pytest.mark.parametrize(
    "host", ["evil.example", "www.1688.com.evil.example", "1688.com@evil.example"]
)
def test_a_foreign_address(run: Run, host: str) -> None:
    """Only the site's own pages are opened."""
    ended = run("start", "--url", f"https://{host}/")

    assert says(ended, "start.foreign_url", host=host.rpartition("@")[2])
    assert 2 == ended.code


def test_a_pack_with_many_mistakes(run: Run, tmp_path: Path) -> None:
    """All mistakes are listed at once, each with its file and line."""
    for folder in ("companion", "selectors", "fixtures"):
        copied = tmp_path / "copy" / folder
        shutil.copytree(
            ROOT / folder, copied, ignore=shutil.ignore_patterns("node_modules")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "copy")
    pack = tmp_path / "copy" / "selectors" / "1688" / "journey.toml"
    text = pack.read_text("utf-8")
    wrong = "".join(f'  "nowhere.target_{number}",\n' for number in range(10))
    pack.write_text(text.replace("order = [\n", f"order = [\n{wrong}", 1), "utf-8")

    ended = run("start", "--practice", PYTHONPATH=str(tmp_path / "copy"))

    problems = [line for line in ended.err.splitlines() if f"{pack}:" in line]
    assert 10 <= len(problems)
    assert all(line.removeprefix(f"{pack}:")[0].isdigit() for line in problems)
    assert says(ended, "pack.invalid", count=len(problems))
    assert 2 == ended.code
