"""The keywords are right and many, and little may leave for a translator."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.pack.site import Pack
from companion.translate.keywords import LONGEST, KeywordTranslator
from tests.after.conftest import Google


def ask(translator: KeywordTranslator, text: str) -> str | None:
    """Ask as a server does: from a thread of its own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(translator.ask, text).result()


def test_there_are_enough_words(pack: Pack) -> None:
    """Row 114: at least 120 goods and details, no Chinese word twice."""
    assert pack.after is not None

    words = [word.zh for word in pack.after.keywords.words]

    assert 120 <= len(words)
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "0912345678",
        "091 234 56 78",
        "huong@gmail.com",
        "mã 123456",
        "https://example.com",
        "a" * (LONGEST + 1),
        "mật khẩu: Abc!1",
    ],
)
def test_what_is_no_name_of_goods_stays(google: Google, text: str) -> None:
    """Numbers, addresses and signs are not sent, even if the person asks."""
    assert ask(KeywordTranslator("vi", google), text) is None
    assert [] == google.asked


@pytest.mark.parametrize("text", ["đũa tre", "bút bi 0.5", "kệ 3 tầng", "T-shirt"])
def test_names_of_goods_are_sent(google: Google, text: str) -> None:
    """With accents, and the small numbers that goods have."""
    assert "竹筷子" == ask(KeywordTranslator("vi", google), f"  {text} ")
    assert [text] == google.asked


@pytest.mark.parametrize(
    "answer", ["", "Error 500 (Server Error)!!1", "<html>竹</html>", "竹" * 61]
)
def test_an_answer_that_is_no_keyword_is_dropped(google: Google, answer: str) -> None:
    """Rather nothing than an error page to paste."""
    google.answer = answer

    assert ask(KeywordTranslator("vi", google), "đũa tre") is None


def test_the_same_is_asked_once(google: Google) -> None:
    """Answers are kept while the program runs, and nowhere else."""
    translator = KeywordTranslator("vi", google)

    answers = [ask(translator, "đũa tre"), ask(translator, "đũa tre")]

    assert ["竹筷子"] * 2 == answers
    assert ["đũa tre"] == google.asked


@settings(deadline=None)
@given(st.text())
def test_no_long_number_ever_leaves(text: str) -> None:
    """Whatever is typed, four digits near each other stay."""
    google = Google()

    ask(KeywordTranslator("vi", google), f"{text}0912345678")

    assert [] == google.asked
