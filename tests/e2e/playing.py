"""`companion demo` as a program, and what its stream has told in the end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.running import ROOT, Event, processes_of


@dataclass(frozen=True)
class Played:
    """A demonstration that has ended; `left` are its processes that have not."""

    code: int
    events: list[Event]
    left: dict[int, str]

    def of(self, event: str, **fields: object) -> list[Event]:
        """The events of one kind, with these fields."""
        named = [e for e in self.events if e["event"] == event]
        return [e for e in named if all(e.get(k) == v for k, v in fields.items())]

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
    return Played(ended.returncode, events, processes_of(home))
