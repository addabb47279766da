"""What we draw on a page makes it no harder to use: axe finds nothing that is ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from companion.data import fixtures_dir, selectors_dir
from companion.practice import PracticeSite
from tests.e2e.conftest import Starter
from tests.e2e.running import ROOT, Companion, wait_until
from tests.practice.visiting import Visitor, join

pytestmark = pytest.mark.timeout(150)

#: What is the matter on a page, as (stage of the visit, rule of axe, element).
Faults = set[tuple[str, str, str]]
#: Called on a page when it shows a stage: its name, and the target that is next there.
Look = Callable[[Page, str, str], None]

_WORDS = selectors_dir() / "sentences/practice.vi.toml"
# Every document is looked at by itself, so axe need not wait for those in frames.
_EACH = {"resultTypes": ["violations"], "iframes": False}
_JOIN = "/member/join/enterprise_join.htm"
# Axe looks into no closed root, which ours is: for its sake it is left open here.
_OPENED = """
import companion.agent.source as source

whole, closed = source.bundle, 'attachShadow({mode:"closed"})'
assert whole().count(closed) == 1
source.bundle = lambda: whole().replace(closed, closed.replace("closed", "open"))
"""
# The element that holds our drawings is the only open root directly below <html>.
_OURS = "[...document.documentElement.children].filter((one) => one.shadowRoot)"
_FAULT = f"""
for (const {{ shadowRoot }} of {_OURS}) {{
  const button = document.createElement("button");
  button.style.cssText = "display: block; width: 50px; height: 50px";
  shadowRoot.append(button);
}}
"""


def classic(page: Page, site: PracticeSite, look: Look) -> None:
    """Home and agreement, which the other flows share; form, code dialog."""
    page.goto(site.start_url)
    expect(page.get_by_title("免费注册")).to_be_visible()
    look(page, "home", "home.register_link")
    page.goto(site.origin_of("member.1688.com") + _JOIN)
    expect(page.get_by_role("button", name="同意并继续")).to_be_visible()
    # The slider below comes late, with words that axe finds too pale.
    expect(page.locator(".btn_slide")).to_be_visible()
    look(page, "agreement", "agreement.accept_button")
    form_and_code(page, site, look, "classic")


def classic_frame(page: Page, site: PracticeSite, look: Look) -> None:
    """The form and its code dialog in a frame."""
    form_and_code(page, site, look, "classic-frame")


def form_and_code(page: Page, site: PracticeSite, look: Look, flow: str) -> None:
    """The personal form, empty, and the dialog over it."""
    visitor = join(page, site, flow)
    look(page, "form", "form.username")
    visitor.fill()
    visitor.submit()
    expect(visitor.form.get_by_role("button", name="获取验证码")).to_be_visible()
    look(page, "code", "otp.send_button")


def phone_first(page: Page, site: PracticeSite, look: Look) -> None:
    """The form, empty, and once the code can be asked for: there is no dialog."""
    page.goto(site.origin_of("member.1688.com") + _JOIN)
    expect(page.locator(".fm-submit")).to_be_visible()
    look(page, "form", "form.country_code")
    page.locator(".country-select").click()
    page.locator(".country-item", has_text="越南").click()
    page.locator("#fm-sms-login-id").fill("912345678")
    page.locator("#fm-sms-login-id").blur()
    look(page, "code", "otp.send_button")


def enterprise(page: Page, site: PracticeSite, look: Look) -> None:
    """The enterprise form and its code dialog."""
    page.goto(site.origin_of("member.1688.com") + _JOIN)
    page.get_by_role("button", name="同意并继续").click()
    expect(page.locator(".btn_slide")).to_be_visible()
    look(page, "form", "form.username")
    visitor = Visitor(page, page)
    page.locator("[name=tradeRole]").first.check()
    visitor.type("#contactName", "Canary")
    visitor.type("#companyName", "Canary")
    visitor.fill()
    visitor.submit()
    expect(page.get_by_role("button", name="获取验证码")).to_be_visible()
    look(page, "code", "otp.send_button")


VISITS = {
    "classic": classic,
    "classic-frame": classic_frame,
    "phone-first": phone_first,
    "enterprise": enterprise,
}


def faults(page: Page, stage: str) -> Faults:
    """What axe finds in every document of a page, drawings of ours included."""
    return {
        (stage, found["id"], node["html"])
        for frame in page.frames
        for found in Axe().run(frame, options=_EACH).response["violations"]
        for node in found["nodes"]
    }


@pytest.fixture(scope="module")
def guided(
    start_shared: Starter, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, PracticeSite], Companion]:
    """A companion for an account type, started for the first site it is asked for."""
    folder = tmp_path_factory.mktemp("opened")
    (folder / "sitecustomize.py").write_text(_OPENED, "utf-8")
    environ = {"PYTHONPATH": f"{folder}:{ROOT}"}
    started: dict[str, Companion] = {}

    def companion(account: str, site: PracticeSite) -> Companion:
        if account not in started:
            asked = ("--url", site.start_url, "--account", account)
            started[account] = start_shared(*asked, environ=environ)
        return started[account]

    return companion


@pytest.mark.parametrize(
    "flow",
    [
        pytest.param(one, marks=() if one == "classic" else pytest.mark.thorough)
        for one in VISITS
    ],
)
def test_no_fault_is_ours(
    flow: str,
    guided: Callable[[str, PracticeSite], Companion],
    browser: Browser,
) -> None:
    """With guidance axe finds nothing that it does not find without, on any page."""
    visit = VISITS[flow]
    found: Faults = set()
    before: Faults = set()
    drawn: list[int] = []
    with PracticeSite(fixtures_dir() / "1688", _WORDS, flow=flow) as site:
        account = "enterprise" if flow == "enterprise" else "personal"
        companion = guided(account, site)

        def look(page: Page, stage: str, target: str) -> None:
            wait_until(lambda: _is_next(companion, target), target)
            drawn.append(page.evaluate(f"{_OURS}.length"))
            found.update(faults(page, stage))

        (page, *_) = companion.context.pages
        visit(page, site, look)
        size = page.evaluate("({ width: innerWidth, height: innerHeight })")
        plain = browser.new_page(viewport=size)
        visit(plain, site, lambda page, stage, _: before.update(faults(page, stage)))
        plain.close()

    assert before  # the pages are no better than the real ones: axe did look
    assert set() == found - before
    assert all(drawn)


def test_a_fault_of_ours_would_be_found(
    guided: Callable[[str, PracticeSite], Companion],
) -> None:
    """Axe sees into our drawings: a button without a name there is a fault."""
    with PracticeSite(fixtures_dir() / "1688", _WORDS, flow="classic") as site:
        companion = guided("personal", site)
        (page, *_) = companion.context.pages
        page.goto(site.start_url)
        page.bring_to_front()  # the enterprise's window lies over this one
        wait_until(lambda: page.evaluate(f"{_OURS}.length"), "our drawings")

        page.evaluate(_FAULT)

        rules = {rule for _, rule, _ in faults(page, "home")}
    assert "button-name" in rules


def _is_next(companion: Companion, target: str) -> bool:
    shown = companion.now_shown().values()
    return any(one["target"] == target and one["next"] for one in shown)
