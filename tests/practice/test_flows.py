"""The table of flows: which fixture answers, and what may go wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from companion.practice import load_flows
from companion.practice.flows import Ending, Route

FRAME = ("reg.taobao.com", "/member/reg/fast/fast_reg")


def test_every_route_has_its_files(fixtures: Path) -> None:
    """Every fixture and behaviour a flow names is there."""
    table = load_flows(fixtures)
    routes = [route for flow in table.flows.values() for route in flow.routes]
    routes += [route for it in table.scenarios.values() for route in it.routes]

    pages = {fixtures / r.case / r.file for r in routes if r.case}
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

    with pytest.raises(LookupError, match="classic, classic-frame, phone-first"):
        table.flow("modern")


def test_unknown_scenario_is_refused_with_the_names_there_are(fixtures: Path) -> None:
    """Asking for a scenario that isn't there says which ones fit the flow."""
    table = load_flows(fixtures)

    with pytest.raises(LookupError, match="code-late"):
        table.scenario("code-early", "classic")


def test_every_answer_has_its_words(fixtures: Path) -> None:
    """Whatever a scenario has the site say is one of its messages."""
    words = json.loads((fixtures / "behaviour/messages.json").read_text("utf-8"))
    scenarios = load_flows(fixtures).scenarios.values()

    said = {answer.says for it in scenarios for answer in it.answers.values()}

    assert set(words) >= said


def test_scenarios_name_flows_that_are_there(fixtures: Path) -> None:
    """A scenario that fits only some flows names them rightly."""
    table = load_flows(fixtures)

    named = {flow for it in table.scenarios.values() for flow in it.flows}

    assert set(table.flows) >= named


def test_scenario_routes_come_before_those_of_the_flow(fixtures: Path) -> None:
    """A scenario can put another page at an address of the flow."""
    table = load_flows(fixtures)
    flow = table.flow("classic").in_trouble(table.scenarios["unknown-page"])

    route = flow.route_for("member.1688.com", "/member/join/enterprise_join.htm", "")

    assert route is not None
    assert "other/join-by-app-scan" == route.case


def test_route_to_nowhere_is_refused() -> None:
    """A route has either a fixture or an address that it leads on to."""
    with pytest.raises(ValidationError, match="either a case or the address"):
        Route(url="https://www.1688.com/")


@pytest.mark.parametrize(("times", "met"), [(2, True), (3, False)])
def test_ending_counts_its_events(times: int, met: bool) -> None:
    """An ending is met by so many events with all of its fields."""
    refused = {"event": "notice", "notice": "slider.refused", "page": "p1"}
    other = {"event": "notice", "notice": "slider.passed", "page": "p1"}
    where = {"notice": "slider.refused"}

    ending = Ending(event="notice", where=where, times=times)

    assert met == ending.is_met([refused, other, refused])
