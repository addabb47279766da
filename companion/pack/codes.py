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


#: Name of a check -> what it can say. The counterpart of `agent/src/check/`.
CHECKS: dict[str, Check] = {
    "username": Check(
        (
            "username.too_short",
            "username.too_long",
            "username.accents",
            "username.space",
            "username.digits_only",
            "username.characters",
            "username.has_phone",
            "username.has_name",
            "username.capitals",
            "username.length_unsure",
        ),
        ("phone", "name"),
    ),
    "password": Check(
        (
            "password.too_short",
            "password.too_long",
            "password.space",
            "password.accents",
            "password.few_kinds",
            "password.characters",
            "password.weak",
            "password.fair",
            "password.birthday",
            "password.has_phone",
            "password.has_username",
            "password.sequence",
            "password.repeat",
            "password.keyboard",
            "password.common",
        ),
        ("phone", "username"),
    ),
    "equals": Check(
        ("password_confirm.differs", "password_confirm.incomplete"), ("with",)
    ),
    "dial": Check(("country_code.wrong", "country_code.china"), ("dial",)),
    "phone": Check(
        (
            "phone.leading_zero",
            "phone.country_prefix",
            "phone.too_short",
            "phone.too_long",
            "phone.not_mobile",
            "phone.letters",
            "phone.landline",
            "phone.old_number",
            "phone.foreign",
            "phone.spaced",
        ),
        ("dial",),
    ),
    "email": Check(("email.format", "email.space", "email.accents", "email.domain")),
    "code": Check(("otp.not_six", "otp.too_long", "otp.letters", "otp.spaced")),
    "filled": Check(("field.empty",)),
}

#: Every code that may leave a page.
VERDICTS: frozenset[str] = frozenset(
    {OK, UNTOUCHED, *(code for check in CHECKS.values() for code in check.codes)}
)

#: Good, and said so.
PRAISED: frozenset[str] = frozenset({OK, "password.fair"})

#: Codes that let a person go on, as `agent/src/check/codes.ts` has them; those not
#: praised are advice in passing.
GOOD: frozenset[str] = PRAISED | {
    "username.has_phone",
    "username.has_name",
    "username.capitals",
    "username.length_unsure",
    "password.weak",
    "password.birthday",
    "password.has_phone",
    "password.has_username",
    "password.sequence",
    "password.repeat",
    "password.keyboard",
    "password.common",
    "phone.spaced",
    "otp.spaced",
}


def tone_of(code: str) -> str:
    """How words about a verdict look: `good`, `bad`, or `todo` for mere advice."""
    if code in PRAISED:
        return "good"
    return "todo" if code in GOOD or code == UNTOUCHED else "bad"
