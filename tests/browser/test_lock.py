"""One guide at a time for a profile, however the last one ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companion.browser.lock import AlreadyGuiding, guide_of, guiding
from companion.browser.profile import Profile
from companion.errors import BrowserUnavailable
from tests.e2e.running import ROOT

HOLD = """
import sys, pathlib
from companion.browser.lock import guiding
with guiding(pathlib.Path(sys.argv[1]), "Chromium"):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(path: Path) -> subprocess.Popen[str]:
    """Another process that guides in the profile until its input ends."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert "held\n" == child.stdout.readline()
    return child


def test_a_second_guide_is_told_of_the_first(tmp_path: Path) -> None:
    """It ends well, with a sentence, since nothing is wrong."""
    path = tmp_path / "chromium"

    with hold(path) as first:
        with pytest.raises(AlreadyGuiding) as refused, guiding(path, "Chromium"):
            pass
        holder = guide_of(Profile(path, held=False))
        first.communicate()

    told = refused.value
    assert (0, "sessions.already_guiding") == (told.exit_code, told.sentence)
    assert first.pid == holder


def test_a_killed_guide_leaves_no_lock(tmp_path: Path) -> None:
    """The system takes it back at once; no file has to be judged."""
    path = tmp_path / "chromium"
    first = hold(path)
    first.send_signal(signal.SIGKILL)
    first.communicate()

    with guiding(path, "Chromium"):
        assert os.getpid() == int((tmp_path / "chromium.lock").read_text())

    assert guide_of(Profile(path, held=False)) is None


def test_guides_of_different_browsers_do_not_meet(tmp_path: Path) -> None:
    """Each profile has a lock of its own."""
    with guiding(tmp_path / "chrome", "Chrome"), guiding(tmp_path / "edge", "Edge"):
        assert guide_of(Profile(tmp_path / "coccoc", held=False)) is None


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Without a place for a lock there is none for a profile."""
    (tmp_path / "file").touch()

    with (
        pytest.raises(BrowserUnavailable) as refused,
        guiding(tmp_path / "file" / "chromium", "Chromium"),
    ):
        pass

    assert "profile.not_writable" == refused.value.sentence
