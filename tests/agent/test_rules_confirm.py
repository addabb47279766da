"""The password again."""

from __future__ import annotations

import pytest

from tests.agent.rules import Rules

FIRST = "Cho-Ben-68"


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (FIRST, "ok"),
        *((FIRST[:end], "password_confirm.incomplete") for end in range(1, len(FIRST))),
        ("cho-Ben-68", "password_confirm.differs"),
        ("CHO-BEN-68", "password_confirm.differs"),
        (FIRST + "x", "password_confirm.differs"),
        (FIRST + " ", "password_confirm.differs"),
        ("x", "password_confirm.differs"),
        ("Cho_", "password_confirm.differs"),
        ("Chợ-Bến-68", "password_confirm.differs"),
    ],
)
def test_the_second_password(rules: Rules, second: str, code: str) -> None:
    """It is the same to the letter, still on its way there, or another one."""
    others = {"form.password": FIRST}

    actual = rules.codes("equals", [second], others, args={"with": "form.password"})

    assert {second: code} == actual


def test_a_form_without_a_first_password(rules: Rules) -> None:
    """Nothing is equal to nothing."""
    actual = rules.codes("equals", ["x"], args={"with": "form.password"})

    assert {"x": "password_confirm.differs"} == actual
