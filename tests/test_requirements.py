"""Each point of the article is on a screen, and a test would fail if it were not."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "requirements.md"
#: The points of the article, by number.
POINTS = range(1, 124)

_LINE = re.compile(
    r"^\| (?P<point>\d+) \| (?P<where>[^|]+) \| `?(?P<test>[^|`]+)`? \|$", re.MULTILINE
)
_MARK = re.compile(r"\bRows? ((?:\d+(?:[–-]\d+)?(?:,?\s+(?:and\s+)?)?)+)")


@cache
def lines() -> dict[int, tuple[str, str]]:
    """Point -> where it is on screen, and the test that shows it."""
    text = TABLE.read_text(encoding="utf-8")
    return {
        int(line["point"]): (line["where"].strip(), line["test"].strip())
        for line in _LINE.finditer(text)
    }


def rows_named(docstring: str) -> set[int]:
    """The points a test's docstring names: `Row 7`, `Rows 8, 9`, `Rows 23–25`."""
    named: set[int] = set()
    for mark in _MARK.finditer(docstring):
        for part in re.findall(r"\d+(?:[–-]\d+)?", mark[1]):
            first, _, last = part.replace("–", "-").partition("-")
            named.update(range(int(first), int(last or first) + 1))
    return named


@cache
def find_test(test: str) -> ast.FunctionDef | None:
    """The test of that name, as pytest writes names; None if there is none."""
    file, _, name = test.partition("::")
    path = ROOT / file
    if not path.is_file():
        return None
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    functions = (node for node in tree if isinstance(node, ast.FunctionDef))
    return next((node for node in functions if node.name == name), None)


def claims(test: ast.FunctionDef) -> bool:
    """Whether a test asserts or expects anything."""
    calls = (node.func for node in ast.walk(test) if isinstance(node, ast.Call))
    expects = any(isinstance(one, ast.Name) and one.id == "expect" for one in calls)
    return expects or any(isinstance(node, ast.Assert) for node in ast.walk(test))


def test_the_table_skips_nothing() -> None:
    """One line for each point, in their order."""
    assert list(POINTS) == list(lines())


@pytest.mark.parametrize("point", POINTS)
def test_each_point_has_its_test(point: int) -> None:
    """The test of a line exists, names the point, and claims something."""
    _, name = lines().get(point, ("", ""))

    test = find_test(name)

    assert test, name or "no line in the table"
    assert point in rows_named(ast.get_docstring(test) or ""), name
    assert claims(test), name
