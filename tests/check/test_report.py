"""The JSON that other programs read, and the sentences for every reason."""

from __future__ import annotations

import re
from importlib.resources import files

from companion.check.report import FixtureResult, Miss, OperatorResult, Report
from companion.check.report import TargetResult as Target
from companion.sentences import Sentences

FIXTURE = FixtureResult(
    path="home/one",
    expected=("home",),
    seen=("home",),
    targets=(
        Target("a", "found", "found", False, False, ("text",), "#a"),
        Target("b", "found", "ambiguous", False, False),
        Target("c", "found", "found", True, True, (), "#x"),
        Target("d", "absent", "absent", False, False),
        Target("e", "absent", "found", False, True, (), "#y"),
    ),
)


def test_totals_add_up() -> None:
    """Correct, refused and wrong targets are all targets."""
    totals = Report("1688", (FIXTURE,)).as_json()["totals"]

    assert {"targets": 5, "correct": 2, "refused": 1, "wrong": 2} == totals


def test_target_has_the_agreed_keys() -> None:
    """A target's object is the one of the contract."""
    told = FIXTURE.targets[0].as_json()

    assert {
        "target": "a",
        "expected": "found",
        "verdict": "found",
        "covered": False,
        "correct": True,
        "wrong_element": False,
        "evidence": ["text"],
        "css": "#a",
    } == told


def test_wrong_answers_of_mutations_are_told_each() -> None:
    """Of a changed page that misled there is all it takes to make it again."""
    misses = (
        Miss("home/one", "a", 3, "wrong", "#x", ("text",)),
        Miss("home/one", "b", 3, "refused", "", ()),
    )
    told = OperatorResult("wrap", 5, 3, misses).as_json()

    assert (5, 3, 1, 1) == tuple(
        told[k] for k in ("cases", "found", "refused", "wrong")
    )
    assert [{"seed": 3, "target": "a"}] == [
        {key: one[key] for key in ("seed", "target")} for one in told["wrong_cases"]
    ]


def test_states_must_be_the_same_ones() -> None:
    """A state too many or too few makes a fixture fail, their order does not."""
    for expected, seen, correct in (
        (("a", "b"), ("b", "a"), True),
        (("a",), ("a", "b"), False),
        (("a",), (), False),
    ):
        assert correct == FixtureResult("", expected, seen, ()).correct


def test_every_reason_has_a_sentence() -> None:
    """Whatever a candidate lacks can be said."""
    script = files("companion.check.scripts").joinpath("candidates.js")
    reasons = set(re.findall(r"reason: '(\w+)'", script.read_text("utf-8")))
    reasons |= {"tie", "chosen"}

    assert reasons
    assert not {one for one in reasons if f"check.reason.{one}" not in Sentences("en")}
