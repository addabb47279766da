"""A user name: what the site takes, what shows too much, and what is only unwise."""

from __future__ import annotations

from tests.agent.rules import Rules, table

ARGS = {"phone": "form.phone", "name": "form.contact_name"}

CODES = table(
    ok="huongshop huong_shop88 shop68 abcdef a1b2c3 shop_cua_toi x23456 _shop1 "
    "banhang2026 aaaaaaaaaaaaaaaaaaaa 小红店 小红店铺 shop小红 99shop huong2026_",
    username__accents=[
        "hươngshop",
        "hương",
        "h\u01b0\u01a1ng",
        "hu\u031bo\u031bng",
        "đ",
        "Đức",
        "shopdẹp",
        "cafeé",
        "tiếngviệt",
        "ă",
        "shop_ở_đây",
    ],
    username__space=[
        "huong shop",
        " huong",
        "huongshop ",
        "Hương Shop",
        "a b",
        "huong\u00a0shop",
        "huong\tshop",
        "小红 店",
    ],
    username__characters="huong-shop huong.shop huong@shop shop! a/b шоп shop😀 "
    "ｓｈｏｐ１２ shop\u200b12 ショップ",
    username__digits_only="12345678 1 2026 123456789012 0000",
    username__too_short="a ab shop a1 店 小店",
    username__too_long=["a" * 26, "a" * 60, "小" * 13, "huong_shop_" * 3],
    username__length_unsure=["abcde", "a" * 21, "a" * 25, "小a小"],
    username__capitals="HuongShop HUONGSHOP Shop68 shopA1",
    username__has_phone="912345678 0912345678 shop0912345678 shop912345678 "
    "84912345678 x84912345678 0849123456 849123456a shop_0398765432",
)


def test_names(rules: Rules) -> None:
    """Every name gets the verdict that helps with it."""
    actual = rules.codes("username", list(CODES), args=ARGS)

    assert CODES == actual


def test_digits_alone_are_refused_although_a_phone_is_advice(rules: Rules) -> None:
    """A number as the whole name is no name that the site takes."""
    digits, mixed = rules.verdicts(
        "username", ["0912345678", "shop0912345678"], args=ARGS
    )

    assert digits["refused"]
    assert not mixed["refused"]


CORRECTIONS = {
    "HuongShop": "huongshop",
    "hươngshop": "huongshop",
    "Đồ Gia Dụng": "dogiadung",
    "huongshop88 ": "huongshop88",
    "huongshop\u200b": "huongshop",
    "ｈｕｏｎｇshop８８": "huongshop88",
    "huongshop": None,
    "Hương": None,
    "０９１２３４５６７８": None,
    "huong-shop": None,
    "小店 88": None,
}


def test_the_form_to_type(rules: Rules) -> None:
    """The same name in plain small letters, where that is all that was wrong."""
    actual = rules.corrections("username", list(CORRECTIONS))

    assert CORRECTIONS == actual


def test_the_contact_person_is_found_in_the_name(rules: Rules) -> None:
    """A real name is found without its accents and spaces."""
    others = {"form.contact_name": "Nguyễn Thị Hương"}
    names = ["nguyenthihuong", "nguyen_thi_huong88", "shop_huong"]

    actual = rules.codes("username", names, others, args=ARGS)

    assert ["username.has_name", "username.has_name", "ok"] == list(actual.values())


def test_the_phone_of_the_form_is_found_in_the_name(rules: Rules) -> None:
    """The number beside it is known, however it was written."""
    others = {"form.phone": "0412 345 678"}

    actual = rules.codes("username", ["shop412345678"], others, args=ARGS)

    assert {"shop412345678": "username.has_phone"} == actual
