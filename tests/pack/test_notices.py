"""Messages of the site are known by their words; their files are held to rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.errors import PackInvalid
from companion.pack.load import load_pack
from companion.pack.notices import normal_text, recognise
from companion.pack.site import Pack

NOTICE = """\
[[notice]]
id = "{id}"
severity = "error"
targets = ["{target}"]
evidence = "made up"
texts = ["{text}"]
[notice.words]
vi = {{ meaning = "Tên đã có người dùng.", remedy = "{remedy}" }}
en = {{ meaning = "The name is taken.", remedy = "Choose another." }}
"""
SOUND = {
    "id": "name.taken",
    "target": "form.name",
    "text": "用户名已存在*",
    "remedy": "Đổi tên khác.",
}


def problems(folder: Path, *tables: dict[str, str]) -> list[str]:
    """What is wrong with a pack that has these notices, told in English."""
    (folder / "notices").mkdir()
    text = "\n".join(NOTICE.format(**SOUND | table) for table in tables)
    (folder / "notices" / "form.toml").write_text(text, encoding="utf-8")
    try:
        load_pack(folder, lang="en")
    except PackInvalid as invalid:
        return [f"{one.file.name}:{one.line} {one.text}" for one in invalid.problems]
    return []


def test_a_sound_notice_is_loaded(folder: Path) -> None:
    """A pack has the notices of all files in `notices/`."""
    assert [] == problems(folder, {})
    assert ["name.taken"] == [one.id for one in load_pack(folder).notices]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"target": "form.nam"}, "form.toml:4 There is no target"),
        ({"text": "用户名"}, "form.toml:6 “用户名” stands on the page for good"),
        ({"text": "用*"}, "form.toml:6 “用*” is too short"),
        ({"remedy": "Bấm 登录."}, "form.toml:8 “登录” needs its meaning"),
        ({"remedy": "x" * 171}, "form.toml:8 171 characters"),
    ],
)
def test_a_notice_that_would_mislead_is_refused(
    folder: Path, change: dict[str, str], told: str
) -> None:
    """Wrong names, lasting labels, vague stems and unexplained words are told."""
    [problem] = problems(folder, change)

    assert problem.startswith(told)


def test_a_text_means_one_thing(folder: Path) -> None:
    """The same words cannot belong to two notices."""
    [problem] = problems(folder, {}, {"id": "name.other"})

    assert "belongs to `name.taken` already" in problem


@pytest.mark.parametrize(
    ("message", "notice"),
    [
        ("手机号码已被使用，请更换其他号码", "phone.taken"),
        ("您的手机号码已经被使用，请更换！", "phone.taken"),
        ("驗證通過", "slider.passed"),
        ("  验证码错误 ", "code.wrong"),
        ("Verified", "slider.passed"),
        ("今天天气很好", None),
        ("", None),
    ],
)
def test_a_message_is_recognised(pack: Pack, message: str, notice: str | None) -> None:
    """Spaces, punctuation and the site's spellings make no difference."""
    found = recognise(pack.notices, message)

    assert notice == (found.id if found else None)


def test_every_text_is_its_own_notice(pack: Pack) -> None:
    """No stem takes a message that belongs to another notice."""
    texts = [(text, one.id) for one in pack.notices for text in one.texts]

    wrong = {
        text: found.id if (found := recognise(pack.notices, said)) else None
        for text, id_ in texts
        if not (found := recognise(pack.notices, said := text.replace("*", "某")))
        or found.id != id_
    }

    assert {} == wrong


def test_stems_keep_their_wildcards() -> None:
    """The normal form of a stem still says where anything may stand."""
    assert "请先同意*协议*" == normal_text("请先同意 *协议*！")
