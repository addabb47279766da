"""An event stream to write to by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from companion.demo.reading import Reading

Say = Callable[..., None]


@pytest.fixture
def stream(tmp_path: Path) -> Path:
    """The file that the events are written to."""
    file = tmp_path / "events.jsonl"
    file.touch()
    return file


@pytest.fixture
def reading(stream: Path) -> Iterator[Reading]:
    """A reader of the stream."""
    reader = Reading(stream)
    yield reader
    reader.close()


@pytest.fixture
def say(stream: Path, reading: Reading) -> Say:
    """Write one event, and have the reader take it in."""

    def write(event: str, **fields: object) -> None:
        with stream.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"t": 0, "event": event, **fields}) + "\n")
        reading.more()

    return write
