"""What holds of every check and every value."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.pack.codes import CHECKS, GOOD, OK, PRAISED, VERDICTS
from tests.agent.rules import Rules

ARGS = {
    "phone": "form.phone",
    "username": "form.username",
    "name": "form.contact_name",
    "with": "form.password",
    "dial": "84",
}

# Whatever a keyboard, a paste or an input method may leave in a field.
_WORDS = st.one_of(
    st.text(max_size=40),
    st.text("0123456789+() .-", max_size=20),
    st.text("abchuongHUONGđươờ_-. 0189@!", max_size=30),
    st.from_regex(r"(\+84|0|84)?[35789][0-9]{8}", fullmatch=True),
    st.emails(),
)
#: Corrections are for the eyes of the person alone.
_PASSWORDS = {"password", "equals"}


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(values=st.lists(_WORDS, min_size=1, max_size=20), first=_WORDS)
def test_codes_come_from_the_closed_list(
    rules: Rules, values: list[str], first: str
) -> None:
    """Whatever is typed, a code is one of its check's own."""
    others = {"form.password": first, "form.username": first, "form.phone": first}

    for name, check in CHECKS.items():
        verdicts = rules.verdicts(name, values, others, args=ARGS)

        assert {verdict["code"] for verdict in verdicts} <= {*check.codes, OK}
        assert {key for one in verdicts for key in one} <= {
            "code",
            "correction",
            "reading",
            "refused",
        }
        if name in _PASSWORDS:
            drawn = {"correction", "reading"}
            assert not any(drawn & verdict.keys() for verdict in verdicts)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(values=st.lists(_WORDS, min_size=1, max_size=20))
def test_a_correction_is_good(rules: Rules, values: list[str]) -> None:
    """The form that is shown gets no other correction of its own."""
    for name in ("phone", "code", "email", "username"):
        verdicts = rules.verdicts(name, values, args=ARGS)
        forms = [one["correction"] for one in verdicts if one.get("correction")]

        again = rules.verdicts(name, forms, args=ARGS)

        assert [] == [one for one in again if "correction" in one]


def test_the_lists_are_those_of_the_pack(rules: Rules) -> None:
    """Both sides agree on what is good, and know the codes that wait for a pause."""
    assert rules.listed("GOOD") == GOOD
    assert rules.listed("PRAISED") == PRAISED
    assert rules.listed("UNFINISHED") <= VERDICTS


def test_codes_hold_no_figure() -> None:
    """A code is words alone: no length, no count, nothing of a value."""
    assert [] == [code for code in VERDICTS if re.search(r"[^a-z_.]", code)]
