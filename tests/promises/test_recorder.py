"""The recorder reads whatever a browser that closes has left of its last message."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.promises.recorder import Recorder

HEAD = b"GET /devtools HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"
FIRST = {"id": 1, "method": "Page.enable"}
SECOND = {"id": 2, "params": {"source": "nguyenvana" * 20}}


def masked(message: object) -> bytes:
    """A client's text frame, as it passes on the wire (RFC 6455, section 5.2)."""
    text, mask = json.dumps(message).encode(), b"\x01\x02\x03\x04"
    size = bytes([0x80 | len(text)])
    if len(text) >= 126:
        size = bytes([0x80 | 126]) + len(text).to_bytes(2)
    mixed = bytes(byte ^ mask[at % 4] for at, byte in enumerate(text))
    return b"\x81" + size + mask + mixed


@pytest.fixture
def recorder(tmp_path: Path) -> Recorder:
    """A recorder that has heard nothing yet."""
    return Recorder(tmp_path / "browser", tmp_path)


@pytest.mark.parametrize("lost", [1, 40, 200, 235, 237, 241])
def test_a_message_cut_short_is_no_message(recorder: Recorder, lost: int) -> None:
    """The whole one before it is read all the same."""
    whole, cut = masked(FIRST), masked(SECOND)[:-lost]

    (recorder.log / "001.sent").write_bytes(HEAD + whole + cut)

    assert [FIRST] == recorder.messages("sent")


def test_what_a_cut_message_held_counts_as_having_passed(recorder: Recorder) -> None:
    """A leak in the last, broken message is a leak."""
    (recorder.log / "001.sent").write_bytes(HEAD + masked(SECOND)[:-30])

    assert any(b"nguyenvana" in data for data in recorder.everything())
