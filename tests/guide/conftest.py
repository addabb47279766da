"""The guide as its command writes it, once for each account type."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from companion.guide.command import Options, run
from companion.guide.plan import PlanFile, load_plan
from companion.pack.site import Pack


def write(options: Options) -> int:
    """Run the command in a thread: pytest-playwright has this thread's loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(run, options).result()


@pytest.fixture(scope="session")
def plan(pack: Pack) -> PlanFile:
    """What the guide is made of."""
    return load_plan(pack, "vi")


@pytest.fixture(scope="session")
def personal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide to a personal account; its PDF lies beside it."""
    out = tmp_path_factory.mktemp("guide") / "guide.html"
    write(Options(out=out, pdf=out.with_suffix(".pdf")))
    return out


@pytest.fixture(scope="session")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cards for the app on a phone."""
    out = tmp_path_factory.mktemp("guide") / "phone.html"
    write(Options(out=out, phone=True))
    return out
