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
def docstring_of(test: str) -> str:
    """The docstring of a test named as pytest names it; empty if there is none."""
    file, _, name = test.partition("::")
    path = ROOT / file
    if not path.is_file():
        return ""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (
            node.name == name
        ):
            return ast.get_docstring(node) or ""
    return ""


def test_the_table_skips_nothing() -> None:
    """One line for each point, in their order."""
    assert list(POINTS) == list(lines())


@pytest.mark.parametrize("point", POINTS)
def test_each_point_has_its_test(point: int) -> None:
    """The test of a line exists and names the point."""
    _, test = lines().get(point, ("", ""))

    assert point in rows_named(docstring_of(test)), test or "no line in the table"
