"""Messages that nobody has explained: shown word by word, sent nowhere unasked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.agent.conftest import BUNDLE

BRIEF: dict[str, Any] = {
    "notices": [],
    "unknown": {
        "said": "Trang báo:",
        "machine": "dịch máy",
        "words": [["手机号码", "Số điện thoại"], ["手机", "Điện thoại"]],
        "lasting": ["手机号码", "手机"],
    },
}
UNKNOWN = "本店手机号码暂停"
MEANING = "Số của tiệm tạm ngừng"

LOOK = """
([brief, may, meanings]) => {
  const notices = new CompanionAgent.Notices(brief);
  notices.unknown.agree(may, meanings);
  notices.look([], new Set());
  const words = notices.marks().map(({ words }) => words);
  return { words, asks: notices.unknown.asks() };
}
"""


@pytest.fixture
def form(page: Page) -> Page:
    """A small form in which the site says something unheard of."""
    page.set_content(
        "<!doctype html><meta charset=utf-8><form><input id=a><textarea id=b>"
        f"</textarea><p class=error>{UNKNOWN}</p></form>"
    )
    page.evaluate(f"{BUNDLE.read_text('utf-8')};window.CompanionAgent=CompanionAgent")
    return page


def look(page: Page, *, may: bool = False, **meanings: str) -> dict[str, list[str]]:
    """What is shown of unknown messages, and what is to be translated."""
    found: dict[str, list[str]] = page.evaluate(LOOK, [BRIEF, may, meanings])
    return found


def test_an_unknown_message_is_shown_word_by_word(form: Page) -> None:
    """The words that are known stand beside it, the longest ones; nothing is asked."""
    seen = look(form)

    assert ["Trang báo: 手机号码 (Số điện thoại)"] == seen["words"]
    assert [] == seen["asks"]


def test_a_message_is_sent_after_the_person_agreed(form: Page) -> None:
    """Agreeing lets the site's own words out."""
    assert [UNKNOWN] == look(form, may=True)["asks"]


def test_a_translation_is_marked_as_such(form: Page) -> None:
    """What a machine has said is told from what a person has written."""
    seen = look(form, may=True, **{UNKNOWN: MEANING})

    assert [f"Trang báo: **{MEANING}** (dịch máy)"] == seen["words"]
    assert [] == seen["asks"]


@pytest.mark.parametrize(("field", "value"), [("a", "我的手机"), ("b", "本店")])
def test_a_message_that_repeats_what_was_typed_stays(
    form: Page, field: str, value: str
) -> None:
    """Two characters of a value are enough to keep a message in the page."""
    form.fill(f"#{field}", value)

    assert [] == look(form, may=True)["asks"]


def test_a_label_or_a_hint_is_no_message(form: Page) -> None:
    """What stands there for good, and what is hidden, is not asked about."""
    form.evaluate(
        "document.querySelector('form').innerHTML = `<label class=error>手机</label>"
        "<p class=error>手机号码</p><p class=error hidden>今天天气</p>"
        "<p>今天天气</p><input>`"
    )

    assert {"words": [], "asks": []} == look(form, may=True)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(values=st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=20))
def test_nothing_typed_passes(form: Page, values: list[str]) -> None:
    """A message that holds what stands in a field never passes, whatever it is."""
    passed = form.evaluate(
        "(values) => values.filter((value) => value.normalize('NFKC').trim() !== ''"
        " && CompanionAgent.mayLeave('会员名' + value + '已存在', [value]))",
        values,
    )

    assert [] == passed
