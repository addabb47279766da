"""Both flows, done by a person in a visible window, with a look at every step."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from companion.demo.reading import Step
from tests.e2e.conftest import Starter
from tests.e2e.overlay import Overlay, overlap
from tests.e2e.person import Person
from tests.e2e.pixels import blue_sides
from tests.e2e.running import QUICK, Companion, wait_until
from tests.e2e.truth import Truth, element, is_at_middle, truths, window

pytestmark = pytest.mark.timeout(150)
ALL_SIDES = {"left", "right", "top", "bottom"}


@dataclass(frozen=True)
class Sight:
    """One step as it was on the screen before the person acted on it."""

    target: str
    sides: frozenset[str]
    true: bool
    enabled: bool
    clear: bool


@dataclass(frozen=True)
class Journey:
    """One whole run."""

    companion: Companion
    sights: list[Sight]


@pytest.fixture(
    scope="module",
    params=[pytest.param("classic", marks=pytest.mark.thorough), "classic-frame"],
)
def journey(request: pytest.FixtureRequest, start_shared: Starter) -> Journey:
    """A person goes through a flow, looking at every step before acting."""
    flow: str = request.param
    true = truths(flow)
    sights: dict[str, Sight] = {}

    def look(page: Page, step: Step) -> None:
        truth = true[step.target]
        sides = frozenset(_settled_sides(page, step, truth))
        drawn = Overlay(page)
        near = [*drawn.boxes("bubble"), *drawn.boxes("panel"), *drawn.boxes("label")]
        sights[step.target] = Sight(
            target=step.target,
            sides=sides,
            true=is_at_middle(page, truth, step.rect),
            enabled=element(page, truth).is_enabled(),
            clear=not any(overlap(box, step.rect) for box in near),
        )

    companion = start_shared("--practice", flow, environ=QUICK)
    with contextlib.closing(Person(companion, look)) as person:
        person.finish()
    return Journey(companion, list(sights.values()))


def _settled_sides(page: Page, step: Step, truth: Truth) -> set[str]:
    """The ring as it is once its first pulse is over."""
    sides: set[str] = set()
    area = window(page, truth)

    def whole() -> bool:
        sides.clear()
        sides.update(blue_sides(page, step.rect, area))
        return sides == ALL_SIDES

    with contextlib.suppress(AssertionError):
        wait_until(whole, "the whole ring", seconds=3)
    return sides


def test_the_account_exists_at_the_end(journey: Journey) -> None:
    """Who follows the events alone gets to the end of the flow."""
    finished = journey.companion.wait_for("finished")

    assert (True, "account_exists") == (finished["success"], finished["reason"])


def test_the_ring_surrounds_the_target(journey: Journey) -> None:
    """On the screen, the ring's blue runs along all four sides of the event's box."""
    broken = {s.target: s.sides for s in journey.sights if s.sides != ALL_SIDES}

    assert {} == broken


def test_the_ring_is_at_the_true_element(journey: Journey) -> None:
    """A click into the middle of the ring meets the element the fixture names."""
    wrong = [sight.target for sight in journey.sights if not sight.true]

    assert [] == wrong


def test_nothing_refused_is_pointed_at(journey: Journey) -> None:
    """What is next can be used: no button that is disabled."""
    refused = [sight.target for sight in journey.sights if not sight.enabled]

    assert [] == refused


def test_nothing_is_drawn_over_the_target(journey: Journey) -> None:
    """Bubble, labels and panel keep clear of what is next."""
    covered = [sight.target for sight in journey.sights if not sight.clear]

    assert [] == covered


def test_every_step_was_looked_at(journey: Journey) -> None:
    """The tests above have seen the whole way, from the home page to the code."""
    seen = {sight.target for sight in journey.sights}

    assert {"home.register_link", "form.phone", "captcha.slider_handle"} <= seen
    assert {"form.submit", "otp.send_button", "otp.confirm_button"} <= seen
