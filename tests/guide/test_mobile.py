"""`start --mobile`: the mobile web in a window as narrow as a phone."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from companion.data import fixtures_dir, selectors_dir
from companion.practice.site import PracticeSite
from companion.session.mobile import phone_sized
from companion.session.start import Options

PLAIN = Options(
    account=None,
    practice=None,
    scenario=None,
    browser=None,
    lang="vi",
    yes=True,
    url=None,
    events=None,
)

_MESSAGE = """
async () => {
  for (;;) {
    const { messages } = await (await fetch('/practice/sms')).json();
    if (messages.length) return messages[0].text;
  }
}
"""


def test_it_rehearses_in_a_narrow_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mobile flow, and a profile whose size of window is not kept."""
    monkeypatch.setenv("COMPANION_BROWSER_ARGS", "--mute-audio")

    options = phone_sized(PLAIN)

    arguments = os.environ["COMPANION_BROWSER_ARGS"]
    assert "mobile" == options.practice
    assert options.shared
    assert "--mute-audio --window-size=412,915" == arguments


def test_its_page_goes_on_to_an_account(page: Tab) -> None:
    """Row 22: country, number, code, box, button, and then the account exists."""
    words = selectors_dir() / "sentences/practice.vi.toml"
    page.set_viewport_size({"width": 412, "height": 915})
    with PracticeSite(fixtures_dir() / "1688", words, flow="mobile", speed=20) as site:
        page.goto(site.start_url)
        page.locator(".area").click()
        page.locator(".country-item", has_text="越南").click()
        page.locator("[name=mobile]").fill("912345678")
        page.get_by_text("获取验证码").click()
        text = page.evaluate(_MESSAGE)
        digits = "".join(sign for sign in text.partition("，")[0] if sign.isdigit())
        page.locator("[name=code]").fill(digits)
        page.locator("#mAgree").check()

        page.get_by_role("button", name="同意并注册").click()

        expect(page.get_by_text("恭喜，注册成功")).to_be_visible()
