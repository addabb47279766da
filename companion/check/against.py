"""The pack as it was at another revision, and what has changed since."""

from __future__ import annotations

import io
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from companion.check.report import FixtureResult, Report
from companion.errors import CompanionError


class RevisionUnknown(CompanionError):
    """Git does not know the revision, or the pack is not in a repository."""

    exit_code = 2


@dataclass(frozen=True)
class Change:
    """One target, or the states of a fixture, that came out another way before."""

    path: str
    target: str
    #: Outcomes (report.Outcome), or `new` before for what was not there.
    before: str
    after: str


def pack_at(revision: str, pack: Path, into: Path) -> Path:
    """Put the folder `pack` as it was at `revision` below `into`; returns where.

    Raises RevisionUnknown.
    """
    command = ["git", "archive", "--format=tar", revision, "."]
    try:
        done = subprocess.run(command, cwd=pack, capture_output=True, check=False)
    except OSError:
        raise RevisionUnknown("check.no_revision", revision=revision) from None
    if done.returncode:
        raise RevisionUnknown("check.no_revision", revision=revision)
    folder = into / pack.resolve().name
    folder.mkdir(parents=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def changes(before: Report, after: Report) -> list[Change]:
    """Everything that came out another way, what got worse first."""
    old = {fixture.path: _outcomes(fixture) for fixture in before.fixtures}
    found = [
        Change(fixture.path, target, was, outcome)
        for fixture in after.fixtures
        for target, outcome in _outcomes(fixture).items()
        if (was := old.get(fixture.path, {}).get(target, "new")) != outcome
    ]
    order = ("wrong", "refused", "correct")
    return sorted(found, key=lambda change: order.index(change.after))


def _outcomes(fixture: FixtureResult) -> dict[str, str]:
    states = "correct" if fixture.states_correct else "wrong"
    return {"states": states} | {one.target: one.outcome for one in fixture.targets}
