"""The cards for the app on a phone, in the article's order."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab

from companion.guide.cards import Card, load_cards
from companion.pack.site import Pack


@pytest.fixture(scope="module")
def told(pack: Pack) -> dict[str, Card]:
    """The cards by their names."""
    return {card.id: card for card in load_cards(pack, "vi").cards}


def words_of(card: Card) -> str:
    """Everything that is read on a card."""
    zh = " ".join(word for word, _ in card.words)
    return " ".join((card.title, *card.lines, zh)).replace("**", "")


def test_they_go_in_the_order_of_the_screens(told: dict[str, Card]) -> None:
    """Store, publisher, head, terms, account, fields, code, done.

    Rows 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39,
    40, 41.
    """
    steps = [card.id for card in told.values() if not card.trouble]

    assert [
        "store",
        "publisher",
        "profile",
        "terms",
        "account",
        "username",
        "password",
        "country",
        "phone",
        "code",
        "done",
    ] == steps


@pytest.mark.parametrize(
    ("row", "card", "said"),
    [
        (23, "store", "CH Play"),
        (24, "store", "App Store"),
        (25, "publisher", "Alibaba"),
        (26, "profile", "Mở ứng dụng"),
        (27, "profile", "hình người ở góc dưới bên phải"),
        (28, "profile", "Chạm"),
        (29, "terms", "同意并继续"),
        (30, "account", "企业账户注册"),
        (31, "account", "个人账号注册"),
        (32, "username", "6–20 ký tự"),
        (33, "password", "8–20 ký tự"),
        (34, "phone", "手机号"),
        (35, "country", "越南 +84"),
        (36, "phone", "0912 345 678 → nhập 912345678"),
        (37, "code", "获取验证码"),
        (38, "code", "6 chữ số"),
        (39, "code", "không đọc mã cho bất kỳ ai"),
        (40, "code", "bắt buộc"),
        (41, "done", "注册成功"),
        (42, "no_code", "60 giây"),
        (43, "no_code", "quá tải"),
        (44, "no_code", "+84"),
        (45, "no_code", "mở lại"),
        (46, "taken", "该手机号已被注册"),
        (47, "taken", "忘记密码"),
    ],
)
def test_a_card_says_what_the_article_says(
    told: dict[str, Card], row: int, card: str, said: str
) -> None:
    """Each of them stands on the card of its screen.

    Rows 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
    41, 42, 43, 44, 45, 46, 47.
    """
    assert said in words_of(told[card])


def test_no_card_leads_to_a_file_to_install(told: dict[str, Card]) -> None:
    """Row 23: the app comes from the store, never from an address of ours."""
    assert not any("http" in words_of(card) for card in told.values())


def test_everybody_can_follow_them(page: Tab, cards: Path) -> None:
    """Row 22: a page of its own; drawings have words, and axe finds nothing."""
    page.goto(cards.as_uri())

    found = Axe().run(page)
    drawings = page.get_by_role("img").all()

    assert [] == found.response["violations"]
    assert 13 == len(drawings)
    assert "chưa đối chiếu" in page.locator("main").inner_text()


def test_both_languages_have_all_cards(pack: Pack) -> None:
    """English has the same cards and no line fewer."""
    vi, en = load_cards(pack, "vi"), load_cards(pack, "en")

    assert [len(one.lines) for one in vi.cards] == [len(one.lines) for one in en.cards]
    assert all(line for card in en.cards for line in card.lines)
