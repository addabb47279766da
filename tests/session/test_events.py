"""The event stream as a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from companion.session.events import EventStream


def test_each_event_is_a_line_at_once(tmp_path: Path) -> None:
    """A reader sees an event as soon as it is told, in plain UTF-8."""
    file = tmp_path / "events.jsonl"
    with EventStream(file) as stream:
        stream.emit("shown", hint="Bấm vào đây")

        line = file.read_text(encoding="utf-8")

    event = json.loads(line)
    assert line.endswith("\n")
    assert "Bấm vào đây" in line
    assert ("shown", "Bấm vào đây") == (event["event"], event["hint"])


def test_without_a_file_events_go_nowhere() -> None:
    """No stream is asked for: nothing is written and nothing fails."""
    with EventStream(None) as stream:
        stream.emit("started")


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    """The caller turns it into a sentence."""
    with pytest.raises(OSError, match="No such file"):
        EventStream(tmp_path / "nowhere" / "events.jsonl")
