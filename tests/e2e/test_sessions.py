"""One guide after another, two at once, killed ones, and a computer that others use."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companion.browser.find import find_browser
from companion.sentences import Sentences
from companion.session.events import EventStream
from companion.settings import Settings, keep_settings
from tests.e2e.conftest import Starter
from tests.e2e.running import ROOT, Companion, processes_of, wait_until

NAME = find_browser().name
say = Sentences().say


def profiles(companion: Companion) -> Path:
    """Where a run keeps its profiles."""
    return companion.home / "data" / "profiles"


def told(companion: Companion, key: str, **fields: object) -> bool:
    """Whether a run has said this on its terminal."""
    said = companion.said("err").read_text("utf-8")
    return say(key, **fields) in said


def kill_everything(companion: Companion) -> None:
    """A power cut: the program and its browser are gone at once."""
    for pid in processes_of(companion.home):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    companion.child.wait()
    wait_until(companion.is_gone, "the end of every process")


def test_a_second_start_does_not_disturb_the_first(start: Starter) -> None:
    """It says calmly that somebody guides already, and ends well."""
    first = start("--practice", "classic")
    first.wait_for("shown", target="home.register_link")
    before = len(first.events())

    second = subprocess.run(
        [sys.executable, "-m", "companion", "start", "--yes", "--practice", "classic"],
        env=os.environ | {"COMPANION_HOME": str(first.home)},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert 0 == second.returncode
    assert say("sessions.already_guiding.what", name=NAME) in second.stderr.decode()
    assert first.child.poll() is None
    assert [] == first.events()[before:]


def test_a_killed_browser_is_spoken_of_honestly(start: Starter) -> None:
    """The page is gone with it; what must be typed again is said at once."""
    first = start("--practice", "classic")
    first.wait_for("shown", target="home.register_link")
    kill_everything(first)

    second = start("--practice", "classic", home=first.home)

    second.wait_for("shown", target="home.register_link", next=True)
    assert told(second, "sessions.crashed", name=NAME)


def test_a_shared_computer_keeps_nothing(start: Starter) -> None:
    """Row 94: once the window is closed, the whole profile is gone."""
    companion = start("--practice", "classic", "--shared")
    companion.wait_for("shown", target="home.register_link")
    was_there = list(profiles(companion).glob("shared-*/Default"))

    code = companion.close_window()

    assert 0 == code
    assert 1 == len(was_there)
    assert [] == [one for one in profiles(companion).iterdir() if one.is_dir()]
    assert told(companion, "sessions.wiped")


@pytest.mark.thorough
def test_the_choice_of_a_shared_computer_is_remembered(start: Starter) -> None:
    """Row 94: who has said so once need not say it each time."""
    first = start("--practice", "classic")
    first.close_window()
    keep_settings(Settings(shared_computer=True), first.home / "data" / "settings.json")

    second = start("--practice", "classic", home=first.home)
    second.wait_for("browser")

    second.close_window()
    assert told(second, "sessions.wiped")
    assert (profiles(second) / find_browser().family.value).exists()


def test_what_a_killed_shared_session_left_is_wiped_next_time(start: Starter) -> None:
    """Row 94: a power cut is no way to leave a password behind."""
    first = start("--practice", "classic", "--shared")
    first.wait_for("shown", target="home.register_link")
    kill_everything(first)
    left = list(profiles(first).glob("shared-*/Default"))

    second = start("--practice", "classic", home=first.home)
    second.wait_for("browser")

    assert 1 == len(left)
    assert [] == list(profiles(first).glob("shared-*/"))


@pytest.mark.thorough
def test_ctrl_c_on_a_shared_computer_waits_for_the_window(start: Starter) -> None:
    """The guidance goes, the window stays the person's; with it goes the rest."""
    companion = start("--practice", "classic", "--shared")
    companion.wait_for("shown", target="home.register_link")

    companion.child.send_signal(signal.SIGINT)
    wait_until(
        lambda: told(companion, "sessions.close_to_wipe", name=NAME), "the request"
    )
    left = list(profiles(companion).glob("shared-*/Default"))
    code = companion.close_window()

    assert (130, 1) == (code, len(left))
    assert told(companion, "sessions.interrupted.hint")
    assert not told(companion, "interrupted.hint")
    assert [] == [one for one in profiles(companion).iterdir() if one.is_dir()]


def test_unreadable_choices_lose_no_session(start: Starter, tmp_path: Path) -> None:
    """It says so and goes on with the first choices."""
    home = tmp_path / "home"
    (home / "data").mkdir(parents=True)
    (home / "data" / "settings.json").write_text('{"account": "per', "utf-8")

    companion = start("--practice", "classic", home=home)

    companion.wait_for("shown", target="home.register_link", next=True)
    assert told(companion, "settings.unreadable")


def test_a_full_disk_ends_the_stream_and_not_the_guide(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Events that can't be written are told of once; nothing else stops."""
    with EventStream(Path("/dev/full")) as stream:
        stream.emit("started")
        stream.emit("page")

    said = capsys.readouterr().err
    assert 1 == said.count(say("sessions.events_stopped", path="/dev/full"))
