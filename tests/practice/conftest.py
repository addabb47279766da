"""Practice sites that send their messages at once, and what the pages said to them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from companion.practice import PracticeSite, ReceivedRequest

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = ROOT / "selectors" / "sentences" / "practice.vi.toml"


@pytest.fixture(scope="session")
def fixtures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixtures of 1688, with a text message that doesn't keep a test waiting."""
    folder = tmp_path_factory.mktemp("fixtures") / "1688"
    shutil.copytree(ROOT / "fixtures" / "1688", folder)
    table = folder / "flows.toml"
    text = table.read_text("utf-8").replace("delay = 3.0 ", "delay = 0.2 ")
    table.write_text(text, "utf-8")
    return folder


@pytest.fixture
def received() -> list[ReceivedRequest]:
    """Every request the practice site has received so far."""
    return []


@pytest.fixture
def serve(
    fixtures: Path, received: list[ReceivedRequest]
) -> Iterator[Callable[..., PracticeSite]]:
    """Serve a flow, in a scenario if one is named, until the test ends."""
    with ExitStack() as running:

        def start(
            flow: str = "classic", scenario: str | None = None, speed: float = 1.0
        ) -> PracticeSite:
            site = PracticeSite(
                fixtures,
                SENTENCES,
                flow=flow,
                scenario=scenario,
                speed=speed,
                on_request=received.append,
            )
            return running.enter_context(site)

        yield start
