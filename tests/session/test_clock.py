"""The clock beside the code counts from the first request and advises by time."""

from __future__ import annotations

import pytest

from companion.session.clock import CodeClock


class Time:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        """Say what time it is, in seconds."""
        return self.seconds


@pytest.fixture
def time() -> Time:
    """Now."""
    return Time()


@pytest.fixture
def clock(time: Time) -> CodeClock:
    """A clock after the first request."""
    clock = CodeClock(time)
    clock.see(counting=False)
    clock.see(counting=True)
    return clock


def test_nothing_is_counted_before_a_request(time: Time) -> None:
    """A button that has not been pressed starts no clock."""
    clock = CodeClock(time)

    clock.see(counting=False)

    assert clock.waited is None
    assert clock.stage is None


def test_a_countdown_that_is_already_going_is_a_request(time: Time) -> None:
    """Some sites send the code by themselves as the dialog opens."""
    clock = CodeClock(time)

    clock.see(counting=True)

    assert "0:00" == clock.waited


@pytest.mark.parametrize(
    ("seconds", "waited", "stage"),
    [
        (0, "0:00", "code:fresh"),
        (59, "0:59", "code:fresh"),
        (60, "1:00", "code:check"),
        (102, "1:42", "code:check"),
        (180, "3:00", "code:resend"),
        (599, "9:59", "code:resend"),
        (600, "10:00", "code:exits"),
        (4000, "66:40", "code:exits"),
    ],
)
def test_advice_goes_by_time(
    clock: CodeClock, time: Time, seconds: float, waited: str, stage: str
) -> None:
    """Wait, then check, then one more request, then other ways."""
    time.seconds += seconds

    assert (waited, stage) == (clock.waited, clock.stage)


def test_a_second_request_means_stop(clock: CodeClock, time: Time) -> None:
    """After it ten minutes of rest; the clock goes on from the first."""
    time.seconds += 200
    clock.see(counting=False)

    clock.see(counting=True)

    assert 2 == clock.sends
    assert "code:stop" == clock.stage
    assert "3:20" == clock.waited
    time.seconds += 600
    assert "code:exits" == clock.stage


def test_a_dialog_opened_again_is_no_request(clock: CodeClock) -> None:
    """The button that was out of sight still counts down."""
    clock.see(counting=None)

    clock.see(counting=True)

    assert 1 == clock.sends


def test_long_after_it_begins_anew(clock: CodeClock, time: Time) -> None:
    """A request more than an hour later is a first one."""
    clock.see(counting=False)
    time.seconds += 3700

    clock.see(counting=True)

    assert (1, "0:00") == (clock.sends, clock.waited)
