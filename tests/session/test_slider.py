"""The slider's stages are told apart, and refusals counted."""

from __future__ import annotations

import pytest

from companion.session.slider import SliderStages
from tests.session.test_clock import Time


@pytest.fixture
def time() -> Time:
    """Now."""
    return Time()


@pytest.fixture
def stages(time: Time) -> SliderStages:
    """No slider seen yet."""
    return SliderStages(time)


def see(
    stages: SliderStages, *, handle: str | None = None, retry: bool = False
) -> None:
    """A report with a slider on screen."""
    stages.see(here=True, handle=handle, retry=retry, notices=set())


def refuse(stages: SliderStages) -> None:
    """One drag that the site does not accept."""
    see(stages, handle="todo")
    see(stages, retry=True)


def test_a_handle_to_drag_is_ready(stages: SliderStages) -> None:
    """There is something to drag."""
    see(stages, handle="todo")

    assert {"slider:ready"} == stages.signs


def test_a_handle_at_its_end_has_passed(stages: SliderStages) -> None:
    """What was refused before no longer counts."""
    refuse(stages)

    see(stages, handle="done")

    assert {"slider:passed"} == stages.signs
    assert 0 == stages.refusals


def test_nothing_to_drag_yet_is_checking(stages: SliderStages) -> None:
    """It loads, or the drag is looked at."""
    see(stages)

    assert {"slider:checking"} == stages.signs
    assert stages.is_waiting


def test_what_never_comes_has_failed(stages: SliderStages, time: Time) -> None:
    """Its scripts were stopped on the way."""
    see(stages)
    time.seconds += 9

    see(stages)

    assert {"slider:failed"} == stages.signs


def test_a_slow_check_is_no_failure(stages: SliderStages, time: Time) -> None:
    """What was there to be dragged has loaded."""
    see(stages, handle="todo")
    see(stages)
    time.seconds += 60

    see(stages)

    assert {"slider:checking"} == stages.signs


@pytest.mark.parametrize("notice", ["notice:slider.network"])
def test_the_site_says_that_it_failed(stages: SliderStages, notice: str) -> None:
    """Its link for a new one then is no refusal."""
    stages.see(here=True, handle=None, retry=True, notices={notice})

    assert {"slider:failed"} == stages.signs
    assert 0 == stages.refusals


def test_one_refusal_counts_once(stages: SliderStages) -> None:
    """However often it is reported."""
    refuse(stages)

    see(stages, retry=True)

    assert {"slider:refused"} == stages.signs
    assert 1 == stages.refusals


def test_the_third_refusal_is_another_thing(stages: SliderStages) -> None:
    """More drags would only lock the person out for longer."""
    for _ in range(3):
        refuse(stages)

    assert {"slider:refused", "slider:thrice"} == stages.signs
