"""Companions in a browser that records, and a small site of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.e2e.conftest import Starter, bare, start, start_shared
from tests.e2e.running import Companion
from tests.promises.recorder import Recorder
from tests.promises.site import Site

__all__ = ["bare", "record", "site", "start", "start_shared"]

Record = Callable[..., tuple[Companion, Recorder]]


@pytest.fixture(scope="module")
def record(
    tmp_path_factory: pytest.TempPathFactory, playwright: Playwright
) -> Iterator[Record]:
    """Starts companions whose talk with the browser is written down."""
    folder = tmp_path_factory.mktemp("recorded")
    starter = Starter(folder, playwright)

    def begin(*arguments: str, **options: object) -> tuple[Companion, Recorder]:
        number = len(list(folder.glob("recorder*")))
        recorder = Recorder.write(folder / f"recorder{number}")
        wanted = ("--browser", str(recorder.program), *arguments)
        companion = starter(*wanted, port=lambda: recorder.port, **options)  # type: ignore[arg-type]
        return companion, recorder

    yield begin
    starter.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A site of our own on a practice host."""
    with Site() as site:
        yield site
