"""The whole program as a child, with a place of its own, and what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from companion.sentences import Sentences
from tests.e2e.conftest import start
from tests.e2e.running import ROOT, end_all, processes_of, wait_until

__all__ = ["start"]


@dataclass(frozen=True)
class Ended:
    """How a run ended, and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]
Begin = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The place of the runs of a test; nothing of them is left at its end."""
    home = tmp_path / "home"
    try:
        yield home
        wait_until(lambda: not processes_of(home), "the end of every process", 10)
    finally:
        end_all(home)


@pytest.fixture
def begin(home: Path, tmp_path: Path) -> Begin:
    """Starts `companion` with arguments, in an empty folder."""

    def run(*arguments: str, **environ: str) -> subprocess.Popen[bytes]:
        places = {"COMPANION_HOME": str(home), "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            [sys.executable, "-m", "companion", *arguments],
            env=os.environ | places | environ,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    return run


@pytest.fixture
def run(begin: Begin) -> Run:
    """Runs `companion` to its end."""

    def wait(*arguments: str, **environ: str) -> Ended:
        child = begin(*arguments, **environ)
        out, err = child.communicate(timeout=60)
        return Ended(child.returncode, out.decode("utf-8"), err.decode("utf-8"))

    return wait


def says(ended: Ended, key: str, **fields: object) -> bool:
    """Whether it told just this, as what happened and what to do, and nothing worse."""
    sentences = Sentences()
    told = [sentences.say(f"{key}.{part}", **fields) for part in ("what", "hint")]
    return "\n\n".join(told) in ended.err and "Traceback" not in ended.err
