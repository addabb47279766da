"""The closed list of checks and of the verdict codes that may leave a page.

The agent carries out the checks (promise 2: nothing but these codes comes back);
packs and sentences are held against this list.
"""

from __future__ import annotations

from dataclasses import dataclass

#: The value is good.
OK = "ok"

#: The person has not touched the field yet; the hint stays.
UNTOUCHED = ""


@dataclass(frozen=True)
class Check:
    """A rule over a field's value: its codes beside `OK`, and its arguments."""

    codes: tuple[str, ...]
    #: Names of its arguments, all of them text.
    args: tuple[str, ...] = ()


#: Name of a check -> what it can say. The counterpart of `agent/src/check/rules.ts`.
CHECKS: dict[str, Check] = {
    "username": Check(
        (
            "username.too_short",
            "username.too_long",
            "username.accents",
            "username.space",
            "username.digits_only",
            "username.characters",
        )
    ),
    "password": Check(
        (
            "password.too_short",
            "password.too_long",
            "password.space",
            "password.accents",
            "password.few_kinds",
            "password.weak",
        )
    ),
    "equals": Check(("password_confirm.differs",), ("with",)),
    "dial": Check(("country_code.wrong",), ("dial",)),
    "phone": Check(
        (
            "phone.leading_zero",
            "phone.country_prefix",
            "phone.too_short",
            "phone.too_long",
            "phone.not_mobile",
            "phone.letters",
        ),
        ("dial",),
    ),
    "email": Check(("email.format",)),
    "code": Check(("otp.not_six",)),
    "filled": Check(("field.empty",)),
}

#: Every code that may leave a page.
VERDICTS: frozenset[str] = frozenset(
    {OK, UNTOUCHED, *(code for check in CHECKS.values() for code in check.codes)}
)
