"""The house rules that no linter knows; each failure lists where."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sorted(
    [
        ROOT / "bootstrap.py",
        *ROOT.glob("companion/**/*.py"),
        *ROOT.glob("tests/**/*.py"),
    ]
)
SOURCES = [path for path in PYTHON if "node_modules" not in path.parts]
SHIPPED = [path for path in SOURCES if "tests" not in path.relative_to(ROOT).parts]
AGENT = sorted(ROOT.glob("companion/agent/src/**/*.ts"))

FILE_LINES = 400
BODY_LINES = 40
# Latin letters with marks, and Han with its punctuation and full-width forms.
PROSE = re.compile(
    "[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
    "\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
)
# Each breaks a strict page, an input method, or the quiet of a tab.
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|setInterval\(|\.focus\(|\balert\("
)


def lines_with(pattern: re.Pattern[str], paths: list[Path]) -> Iterator[str]:
    """Name the file and line of each match."""
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {line.strip()}"


def long_functions(path: Path) -> Iterator[str]:
    """Name the functions whose body, without its docstring, is too long."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            code = node.body[1:] if ast.get_docstring(node) else node.body
            lines = code[-1].end_lineno - code[0].lineno + 1 if code else 0  # type: ignore[operator]
            if lines > BODY_LINES:
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {lines}"


def test_files_are_short() -> None:
    """No Python or TypeScript file has more lines than a reader can hold."""
    sources = [*SOURCES, *AGENT]

    lengths = {p: len(p.read_text("utf-8").splitlines()) for p in sources}

    long = [f"{p}: {n}" for p, n in lengths.items() if n > FILE_LINES]
    assert "" == "\n".join(long)


def test_functions_fit_in_a_hand() -> None:
    """No function body is longer than a screen."""
    found = [place for path in SOURCES for place in long_functions(path)]

    assert "" == "\n".join(found)


def test_every_module_says_what_it_is() -> None:
    """Every module starts with a docstring."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in SOURCES}

    silent = [str(path) for path, tree in trees.items() if not ast.get_docstring(tree)]

    assert "" == "\n".join(silent)


def test_prose_lives_in_data() -> None:
    """No Vietnamese or Chinese stands in code; sentences live in selectors/."""
    found = lines_with(PROSE, [*SHIPPED, *AGENT])

    assert "" == "\n".join(found)


def test_agent_does_no_harm() -> None:
    """The agent never writes markup, takes the focus, runs a timer or opens a box."""
    found = lines_with(FORBIDDEN, AGENT)

    assert "" == "\n".join(found)


@pytest.mark.parametrize(
    "command",
    [("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)],
    ids=" ".join,
)
def test_linters_find_nothing(command: tuple[str, ...]) -> None:
    """Ruff and mypy in strict mode have nothing to say."""
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True
    )

    assert 0 == result.returncode, result.stdout + result.stderr
