"""The glossary: what the site's words mean, each once and in the person's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.errors import PackInvalid, Problem
from companion.pack.glossary import GlossaryFile, key_of, words_of
from companion.pack.load import load_pack
from companion.pack.site import Pack

GLOSSARY = """\
[[group]]
id = "header"
entries = [
  { zh = ["注册", "立即注册"], vi = "Đăng ký", en = "Sign up", evidence = "S" },
  { zh = ["60秒后"], vi = "Sau 60 giây", en = "In 60 seconds", evidence = "S" },
]
"""

RULES = [
    ('"立即注册"', '"注 册！"', 4, "“注 册！” has a meaning already"),
    ('"立即注册"', '"……"', 4, "“……” has nothing to look up"),
    ('"Sign up"', '"注册"', 4, "“注册” needs its meaning"),
    ('"Sau 60 giây"', '"Sau đó"', 5, "needs the numbers"),
    ('evidence = "S" },\n]', "hints = 1 },\n]", 3, "There is no key `hints`"),
]

Load = Callable[[str], tuple[Problem, ...]]


@pytest.fixture
def load(folder: Path) -> Load:
    """Load the small pack with this glossary, and get its problems, in English."""

    def loaded(glossary: str) -> tuple[Problem, ...]:
        (folder / "glossary.toml").write_text(glossary, encoding="utf-8")
        try:
            load_pack(folder, lang="en")
        except PackInvalid as invalid:
            return invalid.problems
        return ()

    return loaded


def test_a_sound_glossary_has_no_problem(load: Load) -> None:
    """The small one here."""
    assert () == load(GLOSSARY)


@pytest.mark.parametrize(("old", "new", "line", "told"), RULES)
def test_rule_finds_it(load: Load, old: str, new: str, line: int, told: str) -> None:
    """A glossary that breaks a rule is told at the line that breaks it."""
    assert old in GLOSSARY

    problems = load(GLOSSARY.replace(old, new, 1))

    assert any(told in one.text and line == one.line for one in problems), problems


def test_a_pack_may_have_no_glossary(folder: Path) -> None:
    """It explains nothing then."""
    assert GlossaryFile() == load_pack(folder).glossary


def test_every_text_of_the_research_is_there(pack: Pack) -> None:
    """325 strings; one message is two, with a code between them."""
    groups = [one for one in pack.glossary.groups if one.id != "single_words"]

    assert len(words_of(GlossaryFile(group=tuple(groups)), "vi")) >= 326


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_meaning_is_in_one_language(pack: Pack, lang: str) -> None:
    """No Chinese is explained by Chinese, and nothing is left empty."""
    wrong = [
        text
        for text, meaning, hint in words_of(pack.glossary, lang)
        if not meaning or re.search("[\u3400-\u9fff]", meaning + hint)
    ]

    assert [] == wrong


def test_meanings_are_short(pack: Pack) -> None:
    """A tag beside the pointer has three lines at most."""
    wrong = [
        text
        for text, meaning, hint in words_of(pack.glossary, "vi")
        if len(meaning) + len(hint) > 120
    ]

    assert [] == wrong


def test_spelling_and_numbers_make_no_difference() -> None:
    """Sites write the same word with other characters, signs and numbers."""
    assert key_of("登录账号：60秒") == key_of("登陆 帐号 5 秒")
