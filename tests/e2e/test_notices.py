"""What the site says is explained: at its place, in the panel, on the terminal."""

from __future__ import annotations

import contextlib

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.person import Person

TAKEN = "手机号码已被使用，请更换其他号码"


@pytest.mark.timeout(150)
def test_a_number_with_an_account_leads_to_logging_in(start: Starter) -> None:
    """The site says so in the form's frame; the advice comes once: no second account.

    "Số điện thoại của tôi đã đăng ký rồi sao?"
    """
    companion = start("--practice", "classic-frame", "--scenario", "phone-taken")

    def notices() -> list[str]:
        told = companion.events()
        return [one["notice"] for one in told if one["event"] == "notice"]

    with contextlib.closing(Person(companion)) as person:
        person.go_until(lambda: "phone.taken" in notices())

    said = companion.wait_for("notice", notice="phone.taken")
    assert "đừng lập thêm tài khoản" in said["sentence"]
    assert 1 == notices().count("phone.taken")


@pytest.mark.timeout(90)
def test_an_alert_is_explained_and_left_to_the_person(start: Starter) -> None:
    """What `alert()` says stands on the terminal while its box waits for an answer."""
    companion = start("--practice", "classic")
    companion.wait_for("state")
    page = companion.page("p1")

    with page.expect_event("dialog") as asked:
        page.evaluate(f"void setTimeout(() => alert('{TAKEN}'))")
    companion.wait_for("notice", notice="phone.taken")
    terminal = companion.said("err").read_text("utf-8")
    asked.value.accept()

    companion.wait_for("notice_gone", notice="phone.taken")
    assert "Số này đã có tài khoản." in terminal
