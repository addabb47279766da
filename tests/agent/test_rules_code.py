"""The code of the text message, and a field that only has to be filled."""

from __future__ import annotations

from tests.agent.rules import Rules, table

CODES = table(
    ok="384215 000000 123456 999999",
    otp__spaced=[
        "384 215",
        " 384215",
        "384215 ",
        "３８４２１５",
        "384-215",
        "3 8 4 2 1 5",
    ],
    otp__not_six=["3", "38", "38421", "384 21", "１２３"],
    otp__too_long=["3842150", "384215384215", "384 2150"],
    otp__letters=[
        "38421a",
        "o84215",
        "O84215",
        "mã 384215",
        "G-384215",
        "一",
        "38+215",
    ],
)


def test_codes(rules: Rules) -> None:
    """Six digits; what stands between them is said."""
    actual = rules.codes("code", list(CODES))

    assert CODES == actual


def test_the_form_to_type(rules: Rules) -> None:
    """The six digits in one."""
    values = ["384 215", "３８４２１５", "384215", "38421"]

    actual = rules.corrections("code", values)

    assert ["384215", "384215", None, None] == list(actual.values())


def test_filled(rules: Rules) -> None:
    """Anything is something."""
    actual = rules.codes("filled", ["Hương", " ", ""])

    assert {"Hương": "ok", " ": "field.empty", "": "field.empty"} == actual
