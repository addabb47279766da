"""Page states follow from what was located, said and addressed."""

from __future__ import annotations

import pytest

from .conftest import Looker, Seen, page_of, state, target

PHONE = target("phone", kind="text", label=["手机号码"])
CODE = target("code", kind="code", label=["验证码"])
FORM = "<p>手机号码 <input></p>"


def states(look: Looker, markup: str, *held: dict[str, object]) -> list[str]:
    """The states that hold on a page with a phone and a code to be looked for."""
    seen: Seen = look(markup, PHONE, CODE, states=list(held))
    return seen.states


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ({"all": ["phone"]}, True),
        ({"all": ["phone", "code"]}, False),
        ({"any": ["phone", "code"]}, True),
        ({"any": ["code"]}, False),
        ({"none": ["code"]}, True),
        ({"none": ["phone"]}, False),
        ({"paths": ["*/join/*"]}, True),
        ({"paths": ["*/login/*"]}, False),
        ({}, True),
    ],
)
def test_every_line_must_hold(
    look: Looker, said: dict[str, object], held: bool
) -> None:
    """A state holds when all its lines do; what it does not say asks nothing."""
    assert held == bool(states(look, FORM, state("form", **said)))


def test_a_text_of_its_own_makes_a_state(look: Looker) -> None:
    """A heading counts; the same words inside a sentence or hidden do not."""
    success = state("success", texts=["注册成功"])

    said = [
        states(look, markup, success)
        for markup in (
            "<h1>注册成功！</h1>",
            "<p>如何判断是否注册成功？</p>",
            "<h1 hidden>注册成功</h1>",
        )
    ]

    assert [["success"], [], []] == said


def test_equal_fields_still_make_the_state(look: Looker) -> None:
    """A page with two phone fields is a form, though neither can be chosen."""
    assert ["form"] == states(look, FORM * 2, state("form", all=["phone"]))


def test_a_state_gives_way_to_another(look: Looker) -> None:
    """A state is left away where one holds that rules it out."""
    choice = state("choice", unless=["form"])

    assert ["form"] == states(look, FORM, choice, state("form", all=["phone"]))


def test_states_of_other_places_are_not_asked(look: Looker) -> None:
    """A page that is met elsewhere has no states here."""
    look.show(FORM)

    seen = look.again(page_of(states=[state("login")], hosts=["login.1688.com"]))

    assert [] == seen.states
