"""A browser that writes down every byte it exchanges with whoever debugs it.

The companion is given `program` as its `--browser`. That one starts the real browser on
a port of its own, and passes on what comes to the port the companion asked for.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from companion.browser.find import find_browser

_PROGRAM = """#!{python}
import os, signal, socket, subprocess, sys, threading

def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

OPTION, LOG = "--remote-debugging-port=", {log!r}
asked = next(int(a.removeprefix(OPTION)) for a in sys.argv if a.startswith(OPTION))
real = free_port()
arguments = [OPTION + str(real) if a.startswith(OPTION) else a for a in sys.argv[1:]]
with open(os.path.join(LOG, "port"), "w") as note:
    note.write(str(real))
# Ready before the signal is handled: whoever ends this program ends the browser.
child = subprocess.Popen([{browser!r}, *arguments])
signal.signal(signal.SIGTERM, lambda *_: child.terminate())
server = socket.create_server(("127.0.0.1", asked))

def pump(source, sink, name):
    with open(os.path.join(LOG, name), "wb", buffering=0) as log:
        try:
            while data := source.recv(65536):
                log.write(data)
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

def serve():
    number = 0
    while True:
        near, _ = server.accept()
        number += 1
        try:
            far = socket.create_connection(("127.0.0.1", real))
        except OSError:
            near.close()
            continue
        ways = ((near, far, "sent"), (far, near, "received"))
        for source, sink, way in ways:
            name = "%03d.%s" % (number, way)
            threading.Thread(
                target=pump, args=(source, sink, name), daemon=True
            ).start()

threading.Thread(target=serve, daemon=True).start()
sys.exit(child.wait())
"""
_TEXT, _CONTINUATION = 1, 0


@dataclass(frozen=True)
class Recorder:
    """The program to start, and what it has written down so far."""

    program: Path
    log: Path

    @classmethod
    def write(cls, folder: Path) -> Recorder:
        """Make the program in a folder."""
        log = folder / "log"
        log.mkdir(parents=True)
        program = folder / "chromium-recorded"
        real = str(find_browser().path)
        text = _PROGRAM.format(python=sys.executable, log=str(log), browser=real)
        program.write_text(text, "utf-8")
        program.chmod(0o755)
        return cls(program, log)

    @property
    def port(self) -> int:
        """Where the browser itself listens, for those who are not to be recorded."""
        return int((self.log / "port").read_text())

    def messages(self, way: str) -> list[dict[str, Any]]:
        """What was `sent` to the browser, or `received` from it, in order."""
        return [json.loads(text) for text, whole in self._texts(way) if whole]

    def everything(self) -> list[bytes]:
        """The bytes of all connections, once as they passed and once unpacked."""
        raw = [file.read_bytes() for file in self.log.glob("*.*")]
        texts = [one for way in ("sent", "received") for one in self._texts(way)]
        return raw + [_unescaped(text) if whole else text for text, whole in texts]

    def _texts(self, way: str) -> Iterator[tuple[bytes, bool]]:
        for file in sorted(self.log.glob(f"*.{way}")):
            yield from _texts(file.read_bytes())


def _unescaped(text: bytes) -> bytes:
    plain = json.dumps(json.loads(text), ensure_ascii=False)
    return plain.encode("utf-8", "surrogatepass")


def _texts(recording: bytes) -> Iterator[tuple[bytes, bool]]:
    """A websocket's text messages, and whether each is whole; none of other traffic.

    A browser that closes in the middle of a message leaves the last one cut short.
    """
    head, _, data = recording.partition(b"\r\n\r\n")
    if b"websocket" not in head.lower():
        return
    message = b""
    while len(data) >= 2:
        (final, kind), payload, rest = _frame(data)
        if kind in (_TEXT, _CONTINUATION):
            message += payload
            if final or rest is None:
                yield message, rest is not None
                message = b""
        data = rest or b""


def _frame(data: bytes) -> tuple[tuple[bool, int], bytes, bytes | None]:
    """The first frame's kind and payload, and the rest; None if it is not all there.

    RFC 6455, section 5.2.
    """
    final, kind = bool(data[0] & 0x80), data[0] & 0x0F
    masked, length, at = bool(data[1] & 0x80), data[1] & 0x7F, 2
    if length >= 126:
        size = 2 if length == 126 else 8
        length, at = int.from_bytes(data[at : at + size]), at + size
    mask, at = (data[at : at + 4], at + 4) if masked else (b"", at)
    payload, rest = data[at : at + length], data[at + length :]
    whole = at <= len(data) and len(payload) == length
    if mask and payload:
        key = (mask * (length // 4 + 1))[: len(payload)]
        mixed = int.from_bytes(payload) ^ int.from_bytes(key)
        payload = mixed.to_bytes(len(payload))
    return (final, kind), payload, rest if whole else None
