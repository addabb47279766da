"""What can go wrong does, and the visitor ends with the account or the right advice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from companion.data import fixtures_dir
from companion.practice import load_flows
from tests.e2e.playing import play

TABLE = load_flows(fixtures_dir() / "1688")
# The shortest flow that a scenario fits; the others are named in the table.
SHORT = "phone-first"
# Tests of their own go through the others, as a person does: test_scenarios_*.py.
ALWAYS = {"code-late", "rate-limited"}

pytestmark = pytest.mark.timeout(180)


def flow_of(scenario: str) -> str:
    """The flow a scenario is played on."""
    flows = TABLE.scenarios[scenario].flows
    return SHORT if not flows or SHORT in flows else flows[0]


def named(*, ends: bool) -> list[Any]:
    """The scenarios an account can't come of, or the others."""
    return [
        pytest.param(name, marks=() if name in ALWAYS else pytest.mark.thorough)
        for name, it in TABLE.scenarios.items()
        if bool(it.ends) == ends
    ]


@pytest.mark.parametrize("scenario", named(ends=False))
def test_account_comes_all_the_same(scenario: str, tmp_path: Path) -> None:
    """Whoever follows the guidance through the trouble has an account in the end."""
    played = play(tmp_path, flow_of(scenario), scenario)

    assert 0 == played.code
    assert played.succeeded
    assert ({}, []) == (played.left, played.leaked)


@pytest.mark.parametrize("scenario", named(ends=True))
def test_right_advice_is_the_end(scenario: str, tmp_path: Path) -> None:
    """Where no account can come of it, the advice is the end; a fake gets no ring."""
    played = play(tmp_path, flow_of(scenario), scenario)

    ends = TABLE.scenarios[scenario].ends
    assert 0 == played.code
    assert not played.succeeded
    assert any(end.is_met(played.events) for end in ends)
    assert played.of("page", official=True) or not played.of("shown")
    assert ({}, []) == (played.left, played.leaked)
