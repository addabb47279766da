"""Changed pages: the same seed, the same changes, and a fair count of what is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.check.mutate.run import OPERATORS, SAME_WORDS, Seeds
from companion.check.report import OperatorResult
from companion.check.run import Plan
from companion.data import fixtures_dir
from tests.check.conftest import Checker

CASE = fixtures_dir() / "1688" / "join" / "classic-personal"


@pytest.fixture(scope="module")
def results(checker: Checker) -> dict[str, OperatorResult]:
    """Two seeds over one form."""
    return changed(checker, CASE, Seeds(2))


def changed(checker: Checker, case: Path, seeds: Seeds) -> dict[str, OperatorResult]:
    """Operator -> result."""
    report = checker.check(case, plan=Plan(jobs=1, seeds=seeds))
    return {one.operator: one for one in report.mutations}


def test_every_operator_changes_something(results: dict[str, OperatorResult]) -> None:
    """No operator is without cases on an ordinary form."""
    assert set(OPERATORS) == {name for name, one in results.items() if one.cases}


def test_cases_add_up(results: dict[str, OperatorResult]) -> None:
    """Every case is found, refused or wrong."""
    for one in results.values():
        assert one.cases == one.found + one.refused + one.wrong


@pytest.mark.parametrize("operator", SAME_WORDS)
def test_form_survives_what_nobody_sees(
    results: dict[str, OperatorResult], operator: str
) -> None:
    """With every visible word unchanged, hardly a target is lost and none mistaken."""
    one = results[operator]

    assert 0 == one.wrong
    assert one.found >= 0.9 * one.cases


def test_deleted_target_is_not_found(results: dict[str, OperatorResult]) -> None:
    """Of a target that is gone nothing is taken for it."""
    one = results["delete"]

    assert (one.cases, 0) == (one.refused, one.wrong)


def test_same_seed_changes_the_same(checker: Checker) -> None:
    """A seed gives the same report twice."""
    first, again = (changed(checker, CASE, Seeds(1, 7)) for _ in range(2))

    assert first == again


def test_seeds_count_up_from_the_first() -> None:
    """`--mutations 3 --seed 5` is the seeds 5, 6 and 7."""
    assert [5, 6, 7] == list(Seeds(3, 5))
