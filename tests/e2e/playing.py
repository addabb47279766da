"""`companion demo` as a program, and what its stream has told in the end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from companion.demo.hands import TYPED
from tests.e2e.running import ROOT, Event, processes_of
from tests.promises.canary import leaks


@dataclass(frozen=True)
class Played:
    """A demonstration that has ended; `left` are its processes that have not."""

    code: int
    events: list[Event]
    left: dict[int, str]
    #: What it said, and every file it wrote but the pictures.
    written: dict[str, bytes]

    def of(self, event: str, **fields: object) -> list[Event]:
        """The events of one kind, with these fields."""
        named = [e for e in self.events if e["event"] == event]
        return [e for e in named if all(e.get(k) == v for k, v in fields.items())]

    @property
    def leaked(self) -> list[str]:
        """What of the visitor's typing is outside the page; numbers are in examples."""
        words = {k: one[0] for k, one in TYPED.items() if not one[0].isdigit()}
        return leaks(words, self.written)

    @property
    def succeeded(self) -> bool:
        """Whether the account was seen to exist."""
        return any(event["success"] for event in self.of("finished"))


def play(home: Path, flow: str, scenario: str | None = None) -> Played:
    """Have the visitor play a flow, in a scenario if one is named."""
    stream = home / "events.jsonl"
    command = [sys.executable, "-m", "companion", "demo", flow]
    command += ["--out", str(home / "gallery"), "--events", str(stream)]
    if scenario:
        command += ["--scenario", scenario]

    ended = subprocess.run(
        command,
        env=os.environ | {"COMPANION_HOME": str(home)},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )

    lines = stream.read_text("utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    said = {"stdout": ended.stdout, "stderr": ended.stderr}
    files = {str(file): file.read_bytes() for file in home.rglob("*.*ml")}
    files["events"] = stream.read_bytes()
    return Played(ended.returncode, events, processes_of(home), said | files)
