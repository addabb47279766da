"""The checks over what is typed: from a value to a code of the closed list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from companion.agent.source import bundle

_JUDGE = """([rule, value, others, args]) =>
  CompanionAgent.RULES[rule]({ value, other: (id) => others[id] ?? null }, args)"""


Judged = Callable[..., str]


@pytest.fixture(scope="module")
def judged(browser: Browser) -> Iterator[Judged]:
    """Ask one rule about one value; the rules are pure, so one page serves them all."""
    page = browser.new_page()
    page.evaluate(f"{bundle()}; globalThis.CompanionAgent = CompanionAgent")

    def ask(
        rule: str, value: str, others: dict[str, str] | None = None, **args: str
    ) -> str:
        answer: str = page.evaluate(_JUDGE, [rule, value, others or {}, args])
        return answer

    yield ask
    page.close()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("912345678", "ok"),
        ("912 345 678", "ok"),
        ("912.345.678", "ok"),
        ("９１２３４５６７８", "ok"),
        ("849123456", "ok"),  # the operator's prefix 084, not the country's 84
        ("0912345678", "phone.leading_zero"),
        ("0849123456", "phone.leading_zero"),
        ("+84912345678", "phone.country_prefix"),
        ("84912345678", "phone.country_prefix"),
        ("0084912345678", "phone.country_prefix"),
        ("(+84) 0912345678", "phone.country_prefix"),
        ("91234567", "phone.too_short"),
        ("9123456789", "phone.too_long"),
        ("212345678", "phone.not_mobile"),
        ("91234567a", "phone.letters"),
    ],
)
def test_a_phone_number(judged: Judged, typed: str, code: str) -> None:
    """Nine digits of a Vietnamese mobile number, however they are separated."""
    assert code == judged("phone", typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("huongshop", "ok"),
        ("huong_shop88", "ok"),
        ("小红店", "ok"),  # one Chinese character counts as two
        ("hươngshop", "username.accents"),
        ("huong shop", "username.space"),
        ("huong-shop", "username.characters"),
        ("12345678", "username.digits_only"),
        ("shop", "username.too_short"),
        ("a" * 26, "username.too_long"),
    ],
)
def test_a_username(judged: Judged, typed: str, code: str) -> None:
    """Five to twenty-five characters without accents, spaces or signs."""
    assert code == judged("username", typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Cho-Ben-Thanh-68", "ok"),
        ("abc12345", "password.weak"),
        ("Ab1-x", "password.too_short"),
        ("abcdefgh", "password.few_kinds"),
        ("Ab1-" * 6, "password.too_long"),
        ("Cho Ben 68", "password.space"),
        ("Chợ-Bến-68", "password.accents"),
    ],
)
def test_a_password(judged: Judged, typed: str, code: str) -> None:
    """Six to twenty characters of at least two kinds; three kinds are good."""
    assert code == judged("password", typed)


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ("越南 +84", "ok"),
        ("+84", "ok"),
        ("0084", "country_code.wrong"),
        ("中国大陆 +86", "country_code.wrong"),
        ("中国香港 +852", "country_code.wrong"),
        ("+840", "country_code.wrong"),
    ],
)
def test_a_country_code(judged: Judged, shown: str, code: str) -> None:
    """The chosen country shows Vietnam's dialling code and no other."""
    assert code == judged("dial", shown, dial="84")


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [("a1", "a1", "ok"), ("a1", "A1", "password_confirm.differs")],
)
def test_a_repeated_password(
    judged: Judged, first: str, second: str, code: str
) -> None:
    """Both fields hold the same, to the letter."""
    others = {"form.password": first}

    assert code == judged("equals", second, others, **{"with": "form.password"})


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("384215", "ok"),
        (" 384 215 ", "ok"),
        ("38421", "otp.not_six"),
        ("38421a", "otp.not_six"),
    ],
)
def test_a_code(judged: Judged, typed: str, code: str) -> None:
    """Six digits, whatever stands between them."""
    assert code == judged("code", typed)
