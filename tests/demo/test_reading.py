"""What a reader of the event stream knows at each moment."""

from __future__ import annotations

from companion.demo.reading import Reading
from tests.demo.conftest import Say

WHERE = {"rect": [1, 2, 3, 4], "visible": True, "scroll": None, "frame": None}


def test_label_is_known_beside_the_next_step(reading: Reading, say: Say) -> None:
    """A target that is shown and not next can be found by its name."""
    say("page", page="p1", url="http://a", front=True, official=True, practice=True)
    say("shown", page="p1", target="otp.send_button", next=False, hint="x", **WHERE)

    label = reading.labelled("otp.send_button")

    assert label is not None
    assert reading.step is None


def test_hidden_label_is_forgotten(reading: Reading, say: Say) -> None:
    """A target that was taken back is not there to be pressed."""
    say("page", page="p1", url="http://a", front=True, official=True, practice=True)
    say("shown", page="p1", target="otp.send_button", next=False, hint="x", **WHERE)
    say("hidden", page="p1", target="otp.send_button")

    label = reading.labelled("otp.send_button")

    assert label is None


def test_advice_is_the_newest_sentence(reading: Reading, say: Say) -> None:
    """What was said last about the site counts."""
    say("notice", page="p1", notice="code.sent", sentence="first")
    say("notice", page="p1", notice="code.expired", sentence="second")

    advice = reading.advice

    assert "second" == advice


def test_closed_window_is_no_success(reading: Reading, say: Say) -> None:
    """Only an account that was seen to exist counts."""
    say("finished", success=False, reason="window_closed")

    succeeded = reading.succeeded

    assert not succeeded
