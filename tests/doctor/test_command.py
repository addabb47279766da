"""`companion doctor` as a person runs it."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

from companion.sentences import Sentences
from tests.cli.conftest import Run, begin, home, run, says

__all__ = ["begin", "home", "run"]

# Nobody listens there: the network is gone, whatever there is.
NO_NETWORK = dict.fromkeys(
    ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"), "http://127.0.0.1:9"
)


def test_it_tells_within_three_seconds_without_a_network(run: Run) -> None:
    """Row 70: the report comes at once, and its end says what is to be done."""
    began = time.monotonic()
    ended = run("doctor", **NO_NETWORK)
    took = time.monotonic() - began

    sentences = Sentences()
    assert 1 == ended.code
    assert sentences.say("doctor.network.offline.hint") in ended.out
    assert sentences.say("doctor.unsound") in ended.out
    assert took < 3 * _others()


def _others() -> float:
    """How many programs wait for each processor: what others do is not our time."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def test_offline_it_is_content(run: Run) -> None:
    """Without the network nothing here stands in the way."""
    ended = run("doctor", "--offline", "--lang", "en")

    assert 0 == ended.code, ended.out
    assert Sentences("en").say("doctor.sound") in ended.out


def test_json_is_alone_on_stdout(run: Run) -> None:
    """A program can read it."""
    ended = run("doctor", "--offline", "--json", "-")

    told = json.loads(ended.out)
    probes = [one["probe"] for one in told["findings"]]
    assert told["sound"]
    assert [
        "browser",
        "attach",
        "screen",
        "network",
        "fonts",
        "letters",
        "disk",
        "pack",
        "settings",
    ] == probes


def test_a_file_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    """The report is on the terminal all the same."""
    file = tmp_path / "nowhere" / "report.json"

    ended = run("doctor", "--offline", "--json", str(file))

    assert 2 == ended.code
    assert Sentences().say("doctor.sound") in ended.out
    assert says(ended, "doctor.not_writable", path=file)


def test_a_damaged_home_is_no_reason_to_fail(run: Run, tmp_path: Path) -> None:
    """Where nothing can be written, that is what is told."""
    (tmp_path / "blocked").touch()

    ended = run("doctor", "--offline", COMPANION_HOME=str(tmp_path / "blocked"))

    assert 1 == ended.code
    assert Sentences().say("doctor.disk.not_writable.hint") in ended.out
