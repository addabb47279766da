"""Every lint rule finds what it is there for, at its line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from companion.errors import Problem
from companion.pack.lint.words import unexplained

Spoil = Callable[..., tuple[Problem, ...]]

FORM_RULES = [
    ('id = "form.send"', 'id = "form.name"', 31, "`form.name` is in form.toml already"),
    ('id = "form.send"', 'id = "form.send"\nrequired = true', 31, "only one way"),
    ('text = ["注册"]\n', "", 31, "no way to recognise `form.send`"),
    ('texts = ["用户注册"]\n', "", 7, "no way to recognise `box`"),
    ('["nick"]', '["nick", "_9f8sd"]', 20, "`_9f8sd` looks made by a bundler"),
    ('["nick"]', '["form__input3xYz"]', 20, "made by a bundler"),
    ('id = ["nick"]', 'value = ["nick"]', 20, "`value` is never read"),
    ('"Tên đăng nhập"', f'"{"Tên " * 20}"', 22, "80 characters long; 60 at most"),
    ('"Nhập tên ở đây."', f'"{"Tên " * 50}"', 23, "200 characters long"),
    ("Nhập tên", "Nhập te\u0302n", 23, "not in composed form"),
    ("**注册 (Đăng ký)**", "**注册**", 37, "“注册” needs its meaning"),
    ("**注册 (Sign up)**", "**注册**", 40, "“注册” needs its meaning"),
    ('"field.empty" = "Ô', '"phone.letters" = "Ô', 24, "never gives the code"),
    ('"field.empty" = "Ô', '"phone.letters" = "Ô', 24, "`field.empty` has no"),
    ('check = "filled"', 'check = "equals"', 18, "The key `with` is missing."),
    ('"filled"', '"filled", args = { min = "5" }', 18, "There is no key `min`."),
    ('all = ["form.name"]', 'all = ["form.nam"]', 44, "Did you mean `form.name`?"),
    ('all = ["form.name"]', 'unless = ["frm"]', 44, "There is no state `frm`"),
    ('after = ["form.name"]', 'opened_by = "list"', 34, "no target `list`"),
    ('seen = "never"', 'seen = "never"\nplace = "signup"', 5, "no place `signup`"),
    ('after = ["form.name"]', 'vouched_by = ["form.nam"]', 34, "mean `form.name`?"),
]

JOURNEY_RULES = [
    ('  "form.name",\n', "", "form.toml:12", "`form.name` is not in `order`"),
    ('pages = ["form"]', "pages = []", "form.toml:1", "`form` is not in `pages`"),
    (
        'pages = ["form"]',
        'pages = ["from"]',
        "journey.toml:1",
        "no page file `from.toml`",
    ),
    ('states = ["form"]', 'states = ["frm"]', "journey.toml:11", "no state `frm`"),
]


@pytest.mark.parametrize(("old", "new", "line", "told"), FORM_RULES)
def test_rule_finds_it_in_a_page(
    spoil: Spoil, old: str, new: str, line: int, told: str
) -> None:
    """A page file that breaks a rule is told at the line that breaks it."""
    problems = spoil((old, new))

    assert any(told in one.text and line == one.line for one in problems), problems


@pytest.mark.parametrize(("old", "new", "place", "told"), JOURNEY_RULES)
def test_rule_finds_it_between_journey_and_pages(
    spoil: Spoil, old: str, new: str, place: str, told: str
) -> None:
    """A journey that does not fit the pages is told where it has to be mended."""
    problems = spoil((old, new), file="journey")

    assert any(
        told in one.text and place == f"{one.file.name}:{one.line}" for one in problems
    ), problems


def test_sound_pack_breaks_no_rule(spoil: Spoil) -> None:
    """Without a change there is nothing to tell."""
    assert () == spoil()


def test_two_ways_for_a_state_to_hold_may_share_its_id(spoil: Spoil) -> None:
    """A state that can be recognised in two ways stands twice in its file."""
    again = '[[state]]\nid = "form"\ntexts = ["用户注册"]\n\n[[state]]'

    assert () == spoil(("[[state]]", again))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bấm **免费注册 (Đăng ký miễn phí)**.", []),
        ("Bấm vào đây: **Đăng ký miễn phí** (免费注册).", []),
        ("Chọn **越南 +84 (Việt Nam)**.", []),
        ("Bấm 注册 (Đăng ký), rồi chờ 注册 mở ra.", []),
        ("Bấm **免费注册**.", ["免费注册"]),
        ("Bấm 确定, rồi 注册 (Đăng ký).", ["确定"]),
        ("Bấm 注册 (免费).", ["注册"]),
    ],
)
def test_chinese_needs_its_meaning(text: str, names: list[str]) -> None:
    """A Chinese name is explained in brackets, or is itself the remark in brackets."""
    assert names == unexplained(text)
