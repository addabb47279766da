"""What a demonstration is about."""

from __future__ import annotations

from companion.data import fixtures_dir
from companion.demo.plan import Plan

FIXTURES = fixtures_dir() / "1688"


def test_enterprise_flow_is_played_for_an_enterprise() -> None:
    """The kind of account comes from the flow."""
    plan = Plan.of(FIXTURES, "enterprise", None)

    assert "enterprise" == plan.account


def test_account_must_come_of_a_good_day() -> None:
    """Without trouble there is no other right end than the account."""
    plan = Plan.of(FIXTURES, "classic", None)

    assert () == plan.ends


def test_fake_site_ends_with_advice() -> None:
    """Where no account can come of it, the plan says what the right end is."""
    plan = Plan.of(FIXTURES, "classic", "fake-site")

    assert ["page"] == [end.event for end in plan.ends]


def test_unknown_names_are_left_to_the_program_that_is_started() -> None:
    """A misspelt flow is no reason to fail here: `start` says what there is."""
    plan = Plan.of(FIXTURES, "modern", None)

    assert Plan() == plan
