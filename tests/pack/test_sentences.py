"""The sentences exist in every language, with the same gaps."""

from __future__ import annotations

import string
import unicodedata
from pathlib import Path

import pytest

from companion.sentences import LANGUAGES, Sentences


def gaps(text: str) -> set[str]:
    """The names of the fields in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_exists_in_every_language() -> None:
    """No key is missing from a language."""
    vietnamese, english = (set(Sentences(lang)) for lang in LANGUAGES)

    assert vietnamese == english


def test_languages_fill_the_same_gaps() -> None:
    """A sentence has the same fields in each language."""
    vietnamese, english = (Sentences(lang) for lang in LANGUAGES)

    for key in vietnamese:
        assert gaps(vietnamese.written(key)) == gaps(english.written(key)), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_composed(lang: str) -> None:
    """Sentences are in NFC and are not empty."""
    sentences = Sentences(lang)

    for key in sentences:
        text = sentences.written(key)
        assert text
        assert unicodedata.normalize("NFC", text) == text, key


def test_fields_are_filled_in() -> None:
    """A sentence is told with its fields; braces in a value stay as they are."""
    told = Sentences("vi").say("panel.progress", done=2, of=6, name="{Mật khẩu}")

    assert "Bước 2/6 · {Mật khẩu}" == told


def test_unknown_key_is_our_mistake() -> None:
    """A key that does not exist raises KeyError, and so does a field left out."""
    sentences = Sentences("vi")

    with pytest.raises(KeyError):
        sentences.say("panel.no_such_sentence")
    with pytest.raises(KeyError):
        sentences.say("panel.progress", done=2)


def test_key_in_two_files_is_refused(tmp_path: Path) -> None:
    """Two files of one language do not share a key."""
    for name in ("one", "two"):
        text = f'[greeting]\nhello = "Chào {name}"\n'
        (tmp_path / f"{name}.vi.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=r"greeting\.hello"):
        list(Sentences("vi", tmp_path))
