"""How failures and problems read for maintainers."""

from __future__ import annotations

from pathlib import Path

from companion.errors import BrowserUnavailable, PackInvalid, Problem


def test_problem_reads_like_a_compiler_message() -> None:
    """A problem starts with the file and line an editor can jump to."""
    problem = Problem(Path("login.toml"), 14, "target.submit", "no such key")

    assert "login.toml:14: target.submit: no such key" == str(problem)


def test_problem_of_a_whole_file_has_no_line() -> None:
    """A problem without a line or a key leaves them out."""
    assert "login.toml: empty" == str(Problem(Path("login.toml"), 0, "", "empty"))


def test_invalid_data_carries_every_problem() -> None:
    """All problems are told at once."""
    problems = [Problem(Path("a.toml"), line, "", "x") for line in (1, 2)]

    failure = PackInvalid(problems)

    assert (2, tuple(problems)) == (failure.exit_code, failure.problems)


def test_failure_reads_in_a_log() -> None:
    """A log shows the sentence's key and its fields."""
    failure = BrowserUnavailable("browser.died", name="Chromium", code=7)

    assert "browser.died (name=Chromium, code=7)" == str(failure)
