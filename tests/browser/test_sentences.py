"""Every failure the program can raise has its sentence in every language."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import companion
from companion.errors import FixtureInvalid, PackInvalid
from companion.sentences import Sentences as Every

LANGUAGES = ("vi", "en")
RAISED = ("BrowserUnavailable", "NoScreen", "PageUnreachable", "CompanionError")
Sentences = dict[str, dict[str, str]]


def _sentences(language: str) -> Sentences:
    told: Sentences = {}
    every = Every(language)
    for key in every:
        group, _, part = key.rpartition(".")
        if part in ("what", "hint"):
            told.setdefault(group, {})[part] = every.written(key)
    # Others only happen to have one part that is called so: a doctor's finding.
    raised = {key for key, _ in _raised()}
    return {
        group: words
        for group, words in told.items()
        if group in raised or len(words) == 2
    }


def _gaps(words: dict[str, str]) -> set[str]:
    parts = string.Formatter().parse(" ".join(words.values()))
    return {name for _, name, _, _ in parts if name}


def _raised() -> Iterator[tuple[str, set[str]]]:
    for file in sorted(Path(companion.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in RAISED and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, {word.arg or "" for word in node.keywords}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_failure_has_a_sentence(language: str) -> None:
    """What the code raises can be said, with the fields it gives."""
    sentences = _sentences(language)

    missing = {
        key: fields
        for key, fields in _raised()
        if key not in sentences or not _gaps(sentences[key]) <= fields
    }

    assert {} == missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentence_says_what_happened_and_what_to_do(language: str) -> None:
    """Each failure has both parts, and nothing else."""
    parts = {key: sorted(words) for key, words in _sentences(language).items()}

    assert {key: ["hint", "what"] for key in parts} == parts


def test_languages_say_the_same() -> None:
    """Both languages have the same keys, with the same gaps to fill."""
    vietnamese, english = (
        {key: _gaps(words) for key, words in _sentences(language).items()}
        for language in LANGUAGES
    )

    assert vietnamese == english


@pytest.mark.parametrize("failure", [PackInvalid([]), FixtureInvalid([])])
def test_invalid_data_has_a_sentence(failure: PackInvalid | FixtureInvalid) -> None:
    """Failures that name their own sentence have it, too."""
    words = _sentences("vi")[failure.sentence]

    assert _gaps(words) <= set(failure.fields)
