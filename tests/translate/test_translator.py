"""A translator is asked rarely, briefly, and never about what a person typed."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.translate.breaker import FAILURES, REST_S, Breaker
from companion.translate.cache import Cache
from companion.translate.gate import LONGEST, is_sound, may_leave
from companion.translate.meanings import Meanings
from companion.translate.translator import Translator
from tests.loops import apart

CHINESE = "请稍等片刻"
MEANING = "Vui lòng đợi một lát"


class Service:
    """A translator that answers what a test says, and counts."""

    def __init__(self, answer: str | Exception = MEANING) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def __call__(self, text: str, lang: str) -> str:
        """Answer."""
        self.asked.append(text)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def ask(translator: Translator, *texts: str) -> list[str | None]:
    """Translate one after the other."""

    async def all_of_them() -> list[str | None]:
        return [await translator.translate(text) for text in texts]

    return apart(all_of_them())


def test_a_message_is_translated_once(tmp_path: Path) -> None:
    """The second time the answer comes from the disk, in a later session too."""
    service = Service()
    first = Translator(service, "vi", Cache(tmp_path, "vi"))
    second = Translator(service, "vi", Cache(tmp_path, "vi"))

    answers = [*ask(first, CHINESE, CHINESE), *ask(second, CHINESE)]

    assert [MEANING] * 3 == answers
    assert [CHINESE] == service.asked


@pytest.mark.parametrize(
    "text",
    [
        "验证码123456",
        "账号huong已存在",
        "发送至a@b",
        "手机号９１２已存在",
        "会员名hương",
        "",
        "hello",
        "请" * (LONGEST + 1),
    ],
)
def test_nothing_else_leaves(tmp_path: Path, text: str) -> None:
    """Digits, letters, addresses and long texts never reach the service."""
    service = Service()

    answers = ask(Translator(service, "vi", Cache(tmp_path, "vi")), text)

    assert [None] == answers
    assert [] == service.asked


@given(typed=st.text(st.characters(categories=("L", "N", "S")), min_size=1))
def test_what_was_typed_does_not_pass(typed: str) -> None:
    """No letters, digits or signs pass, but for Han, which the agent holds back."""
    has_han = any("\u3400" <= one <= "\U0003ffff" for one in typed)

    assert has_han or not may_leave(f"会员名{typed}已存在")


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "   ",
        "<html>Sorry</html>",
        "Error 500 (Server Error)!!1500.That’s an error.",
        "请稍等片刻",
        "x" * 1000,
        None,
    ],
)
def test_an_error_page_is_no_translation(answer: object) -> None:
    """What the service hands back as a translation is looked at."""
    assert not is_sound(answer)


def test_a_service_that_keeps_failing_is_left_alone(tmp_path: Path) -> None:
    """After some failures in a row nobody is asked for a while."""
    service = Service(OSError())
    now = 0.0
    breaker = Breaker(lambda: now)
    translator = Translator(service, "vi", Cache(tmp_path, "vi"), breaker=breaker)

    ask(translator, *[CHINESE] * (FAILURES + 2))

    assert FAILURES == len(service.asked)
    assert breaker.is_open
    now = REST_S + 1
    assert not breaker.is_open


def test_a_service_that_hangs_is_not_awaited(tmp_path: Path) -> None:
    """The deadline holds, and the program can end meanwhile."""
    hangs = threading.Event()

    def service(text: str, lang: str) -> str:
        hangs.wait(30)
        return MEANING

    translator = Translator(service, "vi", Cache(tmp_path, "vi"), deadline_s=0.05)

    assert [None] == ask(translator, CHINESE)
    hangs.set()


def test_a_broken_cache_is_no_cache(tmp_path: Path) -> None:
    """A file that is no JSON is written anew."""
    (tmp_path / "translations.vi.json").write_text("{", encoding="utf-8")

    answers = ask(Translator(Service(), "vi", Cache(tmp_path, "vi")), CHINESE)

    assert [MEANING] == answers


def test_nobody_is_asked_before_the_person_agrees(tmp_path: Path) -> None:
    """Messages are translated once the person has agreed, each once."""
    service = Service()
    found: list[str] = []

    async def session() -> Meanings:
        translator = Translator(service, "vi", Cache(tmp_path, "vi"))
        come = asyncio.Event()
        meanings = Meanings(translator, come.set)
        meanings.ask([CHINESE])
        found.extend(service.asked)
        meanings.agree()
        meanings.ask([CHINESE, CHINESE])
        await asyncio.wait_for(come.wait(), 5)
        return meanings

    meanings = apart(session())

    assert [] == found
    assert {CHINESE: MEANING} == meanings.known
    assert [CHINESE] == service.asked
