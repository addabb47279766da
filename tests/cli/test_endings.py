"""How a session ends, and where it goes when the site or the screen is not there."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from companion.sentences import Sentences
from tests.cli.conftest import Begin
from tests.e2e.conftest import Starter
from tests.e2e.running import ROOT, Companion, wait_until

# Nobody listens there: the site cannot be reached, whatever network there is.
NO_NETWORK = {"https_proxy": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"}
SITE = "www.1688.com"
say = Sentences().say


def test_closing_the_window_ends_it(start: Starter) -> None:
    """Row 16: what a closed window costs is told, and how to go on."""
    companion = start("--practice", "classic")
    companion.wait_for("page")

    code = companion.close_window()

    assert 0 == code
    said = companion.said("err").read_text("utf-8")
    assert say("start.window_closed") in said
    assert "phần đã nhập không được giữ; khi muốn làm tiếp, chạy lại" in said
    assert "window_closed" == companion.wait_for("finished")["reason"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_leaves_the_window_open(start: Starter, number: signal.Signals) -> None:
    """The guidance goes, the window and what is in it stay."""
    companion = start("--practice", "classic")
    companion.wait_for("shown", target="home.register_link")
    page = companion.page("p1")

    companion.child.send_signal(number)

    assert 130 == companion.child.wait(10)
    assert "interrupted" == companion.wait_for("finished")["reason"]
    assert say("interrupted.hint") in companion.said("err").read_text("utf-8")
    assert 2 == page.evaluate("document.documentElement.children.length")
    companion.close_window()


def test_without_the_site_it_goes_on_to_practise(start: Starter) -> None:
    """With `--yes` nobody is asked."""
    companion = start(environ=NO_NETWORK)

    page = companion.wait_for("page", practice=True)

    assert "www.1688.localhost" == urlsplit(page["url"]).hostname
    told = companion.said("err").read_text("utf-8")
    assert say("start.unreachable_practice", host=SITE) in told


def test_on_a_terminal_it_asks_and_takes_a_no(home: Path) -> None:
    """Who does not want to practise is told what to try instead."""
    master, terminal = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "companion", "start"],
        env=os.environ | NO_NETWORK | {"COMPANION_HOME": str(home)},
        cwd=ROOT,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(terminal)
    os.write(master, b"k\n")

    out, err = child.communicate(timeout=60)

    os.close(master)
    assert say("start.practice_question") in out.decode() + err.decode()
    assert say("page.unreachable.what", host=SITE) in err.decode()
    assert 4 == child.returncode


def test_without_a_screen_it_shows_how_it_would_go(
    begin: Begin, tmp_path: Path
) -> None:
    """Nowhere to open a window: the demonstration runs instead, and can be stopped."""
    child = begin("start", "--practice", "classic", DISPLAY="", WAYLAND_DISPLAY="")
    assert child.stderr is not None
    told = [child.stderr.readline().decode().strip() for _ in range(3)]

    child.send_signal(signal.SIGINT)

    rest = child.communicate(timeout=60)[1].decode()
    assert say("start.no_screen") == told[0]
    assert say("demo.playing", flow="classic") == told[1]
    assert "Traceback" not in rest
    assert 130 == child.returncode


def test_every_line_of_the_stream_is_complete(start: Starter) -> None:
    """A reader may come at any moment: each line is one object, from the first on."""
    companion: Companion = start("--practice", "classic")
    companion.wait_for("shown", target="home.register_link")

    lines = companion.stream.read_text("utf-8").splitlines()

    assert all("event" in json.loads(line) for line in lines)
    assert "started" == json.loads(lines[0])["event"]
    wait_until(lambda: companion.events()[-1]["t"] > 0, "a time")
