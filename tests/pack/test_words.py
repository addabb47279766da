"""The words of the pack of 1688 keep to the conventions of the screen."""

from __future__ import annotations

import re

import pytest

from companion.pack.site import Pack
from companion.sentences import Sentences

# Spellings and words that the conventions rule out (users d.2).
RULED_OUT = re.compile(
    r"\b(click|nhấn|nhấp|kí|huỷ|xoá|hoá|thoả|xin hãy|làm ơn|bạn sai|quý khách|mình)\b",
    re.IGNORECASE,
)


def test_labels_have_two_to_six_words(pack: Pack) -> None:
    """A label is short enough to stand beside a field."""
    for target in pack.targets.values():
        assert 2 <= len(target.words.vi.label.split()) <= 6, target.id


def test_vietnamese_keeps_to_the_conventions(pack: Pack) -> None:
    """One verb for each action, one spelling, no blame."""
    for target in pack.targets.values():
        words = target.words.vi
        for text in (words.label, words.hint, *words.codes.values()):
            assert not RULED_OUT.search(text), text


def test_sentences_keep_to_the_conventions() -> None:
    """What the panel says keeps to the same conventions."""
    sentences = Sentences("vi")

    for key in sentences:
        if key.startswith("panel."):
            assert not RULED_OUT.search(sentences.written(key)), key


def test_hints_have_at_most_two_sentences(pack: Pack) -> None:
    """A hint is read at a glance."""
    for target in pack.targets.values():
        for words in (target.words.vi, target.words.en):
            assert len(re.findall(r"[.!?](?:\s|$)", words.hint)) <= 2, target.id


def test_bold_is_closed(pack: Pack) -> None:
    """`**` comes in pairs."""
    for target in pack.targets.values():
        for words in (target.words.vi, target.words.en):
            for text in (words.hint, *words.codes.values()):
                assert 0 == text.count("**") % 2, text


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_milestone_can_wait(lang: str, pack: Pack) -> None:
    """There are words for each milestone without a next step."""
    sentences = Sentences(lang)

    for milestone in pack.milestones:
        assert f"panel.waiting.{milestone.id}" in sentences


def test_every_state_has_advice(pack: Pack) -> None:
    """Whatever lies on top, there are three to five lines for the stuck person."""
    here = next(node for node in pack.help.nodes if "here" == node.id)

    for state in (*pack.page_of_state, "unknown", "none"):
        signs = {f"here:{state}", f"state:{state}"}
        lines = [line for line in here.lines if signs.intersection(line.when)]
        assert 3 <= len(lines) <= 5, state


def test_advice_keeps_to_the_conventions(pack: Pack) -> None:
    """The tree speaks as the hints do."""
    for node in pack.help.nodes:
        asked = [one.vi for one in (node.ask, node.title) if one]
        for text in (*asked, *(line.vi for line in node.lines)):
            assert not RULED_OUT.search(text), text
            assert 0 == text.count("**") % 2, text


def test_a_screen_of_advice_is_short(pack: Pack) -> None:
    """At most five lines always stand there; the others are for one case each."""
    for node in pack.help.nodes:
        assert len([line for line in node.lines if not line.when]) <= 5, node.id
