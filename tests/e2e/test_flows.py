"""Every practice flow is finished from the events alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.playing import play

# The two classic flows are played in test_demo.py.
FLOWS = {
    "phone-first": {"phone_first_form", "otp", "success"},
    "enterprise": {"agreement", "enterprise_form", "slider", "otp", "success"},
    "login": {"login", "agreement", "personal_form", "otp", "success"},
}

pytestmark = pytest.mark.timeout(150)


@pytest.mark.parametrize(
    "flow",
    # promises/test_canary_flows.py goes by phone-first; login joins the classic way.
    [
        "enterprise",
        pytest.param("login", marks=pytest.mark.thorough),
        pytest.param("phone-first", marks=pytest.mark.thorough),
    ],
)
def test_flow_is_finished_by_its_own_pages(flow: str, tmp_path: Path) -> None:
    """The visitor sees the flow's pages and reaches the account."""
    played = play(tmp_path, flow)

    seen = {state for event in played.of("state") for state in event["states"]}
    assert 0 == played.code
    assert played.succeeded
    assert seen >= FLOWS[flow]
    assert {} == played.left
