"""Everything a person reads: there, used, composed, short, and in one language."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from companion.data import selectors_dir
from companion.sentences import LANGUAGES, Sentences

ROOT = Path(__file__).parent.parent
#: Longer than this is no sentence but a paragraph: characters of one line.
LONGEST_LINE = 220

# Spellings and words that the conventions rule out: one verb for each action, one
# style of tone marks, no blame.
RULED_OUT = re.compile(
    r"\b(click|nhấn|nhấp|kí|huỷ|xoá|hoá|thoả|xin hãy|làm ơn|bạn sai|quý khách"
    r"|please|the|and|your|you|not found|error)\b",
    re.IGNORECASE,
)
#: Letters that only Vietnamese has, among the languages of the program.
VIETNAMESE = re.compile(r"[ăâđêôơưạ-ỹ]", re.IGNORECASE)
#: Names and words shown as they stand on screen, in whichever language they are.
QUOTED = re.compile(r"“[^”]*”|`[^`]*`|\([^)]*\)|https?://\S+|\{\w+\}|Cốc Cốc")


@cache
def texts(lang: str) -> dict[str, str]:
    """Where it stands -> a text that people of this language read, from all data."""
    found: dict[str, str] = {}
    for file in sorted(selectors_dir().rglob("*.toml")):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        inside = file.stem.endswith(f".{lang}")
        for where, text in _leaves(data, lang, inside=inside):
            found[f"{file.name}: {where}"] = text
    return found


def _leaves(
    value: object, lang: str, where: str = "", *, inside: bool
) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if inside:
            yield where, value
    elif isinstance(value, dict):
        for key, held in value.items():
            here = inside or key == lang
            yield from _leaves(held, lang, f"{where}.{key}", inside=here)
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from _leaves(held, lang, f"{where}[{number}]", inside=inside)


@cache
def _literals() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every string of the program: as it stands, or as a pattern where it is filled."""
    plain: set[str] = set()
    filled: set[str] = set()
    for file in [ROOT / "bootstrap.py", *(ROOT / "companion").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                filled.add("".join(_part(part) for part in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                plain.add(node.value)
    for pattern in ("*.jinja", "*.js", "*.ts", "*.html"):
        for file in (ROOT / "companion").rglob(pattern):
            if "node_modules" not in file.parts and "dist" not in file.parts:
                text = file.read_text(encoding="utf-8")
                plain.update(re.findall(r"[\w.]+", text), re.findall(r"\w+", text))
    # A pattern that begins with a gap would fit everything.
    known = [one for one in filled if re.match(r"\w+\\\.", one)]
    return frozenset(plain), tuple(re.compile(one) for one in known)


def _part(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.]+"


def _is_used(key: str) -> bool:
    plain, patterns = _literals()
    # A failure names its table, and both of its sentences are told.
    names = {key, key.removesuffix(".what"), key.removesuffix(".hint")}
    return bool(names & plain) or any(
        pattern.fullmatch(name) for pattern in patterns for name in names
    )


def test_no_sentence_is_left_over() -> None:
    """Every sentence is told somewhere."""
    left = [key for key in Sentences() if not _is_used(key)]

    assert [] == left


def test_no_sentence_is_missing() -> None:
    """Whatever the program tells by a key of its own exists."""
    known = set(Sentences())
    bases = {key.rpartition(".")[0] for key in known}
    asked = {
        node.args[0].value
        for file in (ROOT / "companion").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and _name(node.func) in {"say", "tell", "_say", "written"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }

    # Reports have a `say` of their own that puts their table in front.
    ends = {key.partition(".")[2] for key in known}

    assert set() == asked - known - bases - ends


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_are_composed(lang: str) -> None:
    """Decomposed text is drawn with mixed fonts: everything is in NFC."""
    wrong = [
        where
        for where, text in texts(lang).items()
        if unicodedata.normalize("NFC", text) != text
    ]

    assert [] == wrong


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_are_short(lang: str) -> None:
    """No line is a paragraph."""
    wrong = {
        where: len(line)
        for where, text in texts(lang).items()
        for line in text.splitlines()
        if len(line) > LONGEST_LINE
    }

    assert {} == wrong


def test_vietnamese_keeps_to_the_conventions() -> None:
    """One verb for each action, one spelling, no blame, no English left in between."""
    wrong = [
        f"{where}: {found[0]}"
        for where, text in texts("vi").items()
        if (found := RULED_OUT.search(QUOTED.sub("", text)))
    ]

    assert [] == wrong


def test_english_has_no_vietnamese_left() -> None:
    """Only names and quoted words are Vietnamese in an English text."""
    wrong = [
        f"{where}: {text}"
        for where, text in texts("en").items()
        if VIETNAMESE.search(QUOTED.sub("", text))
    ]

    assert [] == wrong
