"""A password: what the site takes, the meter, and what gives a password away."""

from __future__ import annotations

import pytest

from tests.agent.rules import Rules, table

ARGS = {"phone": "form.phone", "username": "form.username"}

CODES = table(
    ok="Cho-Ben-Thanh-68 Ab1-xkWq92 Tr@iCay7mua x9#Lm2!qVb Kho!Hang77b "
    "aB3$aB4%cD5^ Zk7!pq-Lw0Rt~u",
    password__fair="Ab1-xkWq Xoai7cat Xoai7catchu kem!dua7 KEM!DUA7 Cat+Dog9 "
    "mua.Hang7 chobenthanh-68 ChoBenThanh68",
    password__weak="abd12x7k kem7duaq KEM7DUAQ hoa!hong hoaHong qw7k!p Ab1-xk "
    "benthanh68 7kmuahang",
    password__too_short="a Ab1-x 12345 qw!7 aaaaa",
    password__few_kinds="xoaicatchu XOAICATCHU 739158 !?$&*( 7391582640 kemduahong",
    password__too_long=["Ab1-" * 6, "a" * 21, "xK9!mQ2@vB7#nT4$wR6%zL8&", "1" * 40],
    password__space=["Cho Ben 68", " Ab1-xkWq", "Ab1-xkWq ", "a b", "Ab1\u00a0xkWq"],
    password__accents=["Chợ-Bến-68", "mậtkhẩu", "đ", "Cho\u031b-68", "Ă1-xkWq9"],
    password__characters=[
        "密码Ab1-xk",
        "Ab1-xkWq😀",
        "Ａb1-xkWq",
        "пароль12",
        "Ab1€xkWq",
    ],
    password__birthday="01011990 19900101 31121999 hoa01011990 Hoa-01011990-x "
    "01/01/1990 01-01-1990 120595 hoa120595 Huong1990 hoa2001 "
    "lan@12051988 2000-12-31x",
    password__has_phone="0912345678 912345678 hoa0912345678 Hoa-0398765432 "
    "x84912345678! 849123456a",
    password__sequence="123456 1234567 abcdef abcdefg 654321 fedcba hoa123456 "
    "abcd12 ab1234 9876ab Abcdefgh1! x3456789",
    password__repeat="aaaaaa aaaa11 121212 abcabc 111111 hoahoa kkkkkkX7 "
    "zzzzzz1! abab12 X777777b",
    password__keyboard="qwerty qwertyuiop asdfgh asdfghjkl 1qaz2wsx "
    "zxcvbn qwert1 Asdfgh7! ytrewq mnbvcxz QWERTY7",
    password__common="password Password Password1 iloveyou anhyeuem matkhau admin123 "
    "letmein welcome1 vietnam68 p@ssw0rd Iloveyou!",
)

KINDS = {
    "abcdefgh": True,
    "12345678": True,
    "01011990": True,
    "qwertyui": True,
    "Hoa01011990": False,
    "abcdefgh1": False,
    "Qwerty!7x": False,
}


def test_passwords(rules: Rules) -> None:
    """Every password gets the verdict that helps with it."""
    actual = rules.codes("password", list(CODES), args=ARGS)

    assert CODES == actual


def test_what_the_site_refuses_is_no_mere_advice(rules: Rules) -> None:
    """A guessable password of one kind of character is to do again."""
    verdicts = rules.verdicts("password", KINDS, args=ARGS)

    actual = {
        value: verdict.get("refused", False)
        for value, verdict in zip(KINDS, verdicts, strict=True)
    }
    assert KINDS == actual


@pytest.mark.parametrize("password", ["huongshop7!", "X-HuongShop-7", "pohsgnouh7!A"])
def test_the_username_is_found(rules: Rules, password: str) -> None:
    """The user name is found in any case and backwards."""
    others = {"form.username": "huongshop"}

    actual = rules.codes("password", [password], others, args=ARGS)

    assert {password: "password.has_username"} == actual


def test_the_phone_of_the_form_is_found(rules: Rules) -> None:
    """The number beside it is known, however it was written."""
    others = {"form.phone": "+84 612 345 678"}

    actual = rules.codes("password", ["Ab-612345678"], others, args=ARGS)

    assert {"Ab-612345678": "password.has_phone"} == actual


def test_a_short_username_is_no_reason(rules: Rules) -> None:
    """A name of three letters is in many words."""
    others = {"form.username": "lan"}

    actual = rules.codes("password", ["Phuc-Lan-683x"], others, args=ARGS)

    assert {"Phuc-Lan-683x": "ok"} == actual


def test_no_password_is_ever_shown(rules: Rules) -> None:
    """A password has no form to type instead."""
    verdicts = rules.verdicts("password", CODES, args=ARGS)

    assert [] == [verdict for verdict in verdicts if "correction" in verdict]
