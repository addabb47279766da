"""The table of flows: which fixture answers, and what may go wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.practice import load_flows

FRAME = ("reg.taobao.com", "/member/reg/fast/fast_reg")


def test_every_route_has_its_files(fixtures: Path) -> None:
    """Every fixture and behaviour a flow names is there."""
    routes = [r for flow in load_flows(fixtures).flows.values() for r in flow.routes]

    pages = {fixtures / r.case / r.file for r in routes}
    scripts = {fixtures / "behaviour" / name for r in routes for name in r.behaviour}

    assert [] == [path for path in pages | scripts if not path.is_file()]


@pytest.mark.parametrize(
    ("query", "case"),
    [
        ("_regfrom=CBU", "join/classic-frame-personal"),
        ("_lang=zh&_regfrom=CBU_ENTERPRISE", "join/classic-frame-agreement"),
    ],
)
def test_query_tells_frames_apart(fixtures: Path, query: str, case: str) -> None:
    """A route with a query answers only when that query is asked."""
    flow = load_flows(fixtures).flow("classic-frame")

    route = flow.route_for(*FRAME, query)

    assert route is not None
    assert case == route.case


def test_address_without_a_fixture_has_no_route(fixtures: Path) -> None:
    """An address the flow doesn't name is answered by nothing."""
    flow = load_flows(fixtures).flow("classic")

    route = flow.route_for("www.1688.com", "/nowhere.htm", "")

    assert route is None


def test_unknown_flow_is_refused_with_the_names_there_are(fixtures: Path) -> None:
    """Asking for a flow that isn't there says which ones are."""
    table = load_flows(fixtures)

    with pytest.raises(LookupError, match="classic, classic-frame"):
        table.flow("modern")


def test_unknown_scenario_is_refused_with_the_names_there_are(fixtures: Path) -> None:
    """Asking for a scenario that isn't there says which ones fit the flow."""
    table = load_flows(fixtures)

    with pytest.raises(LookupError, match="code-late"):
        table.scenario("code-early", "classic")
