"""One word of a text may stand for another; the text is written once."""

from __future__ import annotations

from companion.pack.brief import compile_brief
from companion.pack.notices import normal_text, recognise
from companion.pack.site import Pack
from companion.pack.synonyms import Synonyms

WORDS = Synonyms([("密码", "口令"), ("请输入", "请填写", "输入"), ("验证码", "动态码")])


def test_every_word_of_a_group_may_stand_for_the_others() -> None:
    """Two words of two groups make all their pairs, the written text first."""
    spread = WORDS.spread(["请输入密码"])

    assert "请输入密码" == spread[0]
    assert {"请填写密码", "输入密码", "请输入口令", "请填写口令", "输入口令"} == set(
        spread[1:]
    )


def test_a_text_without_such_words_stays_alone() -> None:
    """Nothing is made up."""
    assert ("手机号码", "+86*") == WORDS.spread(["手机号码", "+86*"])


def test_the_longer_word_is_meant() -> None:
    """A word that begins with another one is not taken for it."""
    words = Synonyms([("手机号码", "手机号", "移动电话")])

    assert ("手机号码", "手机号", "移动电话") == words.spread(["手机号码"])


def test_what_is_written_is_not_written_again() -> None:
    """A variant that stands in the list already comes once."""
    assert ("短信验证码", "短信动态码") == WORDS.spread(["短信验证码", "短信动态码"])


def test_a_pattern_keeps_its_gaps() -> None:
    """Any run of characters stays where it was."""
    assert ("*确认*密码*", "*确认*口令*") == WORDS.spread(["*确认*密码*"])


def test_the_agent_gets_the_variants(pack: Pack) -> None:
    """The files stay as they are; what compiles them spreads their words."""
    brief = compile_brief(pack, tag="x", lang="vi", account="personal")
    targets = {one["id"]: one for page in brief["pages"] for one in page["targets"]}

    assert "确认口令" in targets["form.password_confirm"]["label"]


def test_what_another_message_says_is_no_variant_of_one(pack: Pack) -> None:
    """Each text of a message belongs to one notice, variants included."""
    owners: dict[str, set[str]] = {}
    for notice in pack.notices:
        for text in notice.texts:
            owners.setdefault(normal_text(text), set()).add(notice.id)

    assert not {text for text, ids in owners.items() if len(ids) > 1}


def test_messages_speak_of_the_same_things(pack: Pack) -> None:
    """A code has several names in messages, too; how a message is put stays."""
    said = recognise(pack.notices, "激活码已过期，请重新获取")

    assert said
    assert "code.expired" == said.id
