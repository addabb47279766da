"""A person at some place of the site: what they see, type, press and are told there."""

from __future__ import annotations

import re
import tomllib
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from companion.data import fixtures_dir
from companion.practice import load_flows
from companion.practice.hosts import PracticeHosts
from tests.e2e.overlay import Overlay
from tests.e2e.running import Companion, Event, Predicate, wait_until

FIXTURES = fixtures_dir() / "1688"
JOIN = "/member/join/enterprise_join.htm"
FORM = {
    "form.username": "#nick",
    "form.password": "#password",
    "form.password_confirm": "#rePassword",
    "form.phone": ".mobile-input > input",
}


class Spot:
    """One tab of a companion, seen as its person sees it.

    Beside the practice flow itself any other fixture can be put under its own address,
    so that one run serves many scenarios.
    """

    def __init__(self, companion: Companion) -> None:
        first = companion.wait_for("page", seconds=60)
        self.companion = companion
        self.page: Page = companion.page(first["page"])
        self.drawn = Overlay(self.page)
        self._files: dict[str, str] = {}
        official = tuple(load_flows(FIXTURES).official)
        self._hosts = PracticeHosts(official, urlsplit(self.page.url).port or 80)

    # Where the person is.

    def goto(self, path: str, host: str = "member.1688.com") -> None:
        """Open an address of the practice site."""
        self.page.goto(self._hosts.origin_of(host) + path)

    def open_form(self) -> None:
        """Go to the sign-up form of the classic flow and past its agreement."""
        self.goto(JOIN)
        self.page.get_by_role("button", name="同意并继续").click()
        self.page.get_by_role("tab", name="个人账户注册").click()
        self.page.wait_for_selector(FORM["form.username"])
        self.see("label", "Nhập lại mật khẩu")

    def show(self, case: str, *changes: tuple[str, str]) -> None:
        """Open a fixture at its own address; `changes` are made to its markup."""
        facts = tomllib.loads((FIXTURES / case / "fixture.toml").read_text("utf-8"))
        files = {facts["url"]: "page.html"} | facts.get("frames", {})
        for url, file in files.items():
            markup = (FIXTURES / case / file).read_text("utf-8")
            for old, new in changes:
                markup = markup.replace(old, new)
            self._files[self._twin(url)] = self._hosts.rewrite(markup)
        since = self.count()
        # Only while it loads: nobody answers for the page while a test waits.
        self.page.route("**/*", self._answer)
        self.page.goto(self._twin(facts["url"]))
        self.page.unroute_all()
        self.told("state", since=since, states=facts["states"])

    def _twin(self, url: str) -> str:
        return self._hosts.rewrite(url)

    def _answer(self, route: Route) -> None:
        body = self._files.get(route.request.url)
        if body is None:
            route.continue_()
        else:
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

    # What the person does.

    def type(self, target: str, text: str) -> None:
        """Click into a field of the form, empty it, and type."""
        self.page.click(FORM[target])
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.press("Backspace")
        self.page.keyboard.type(text)

    def ask(self, *labels: str) -> None:
        """Press buttons of ours, each as soon as it is there, scrolling down to it."""
        for label in labels:
            self.drawn.press(label)

    # What the person is shown.

    def see(self, name: str, *words: str) -> str:
        """Wait until something of a class holds these words; all its words."""

        def holds() -> bool:
            text = self.drawn.text(name)
            return all(one in text for one in words)

        try:
            wait_until(holds, words)
        except AssertionError:
            raise AssertionError(f"{words} not in {self.drawn.text(name)!r}") from None
        return self.drawn.text(name)

    def lose(self, name: str) -> None:
        """Wait until nothing of a class is on screen."""
        wait_until(lambda: not self.drawn.boxes(name), f"no {name}")

    # What the events tell.

    def count(self) -> int:
        """How many events there have been."""
        return len(self.companion.events())

    def told(
        self, wanted: str | Predicate, *, since: int = 0, **fields: object
    ) -> Event:
        """Wait for an event."""
        return self.companion.wait_for(wanted, since=since, seconds=40, **fields)

    def judged(self, target: str, code: str, *, since: int = 0) -> str:
        """Wait for a verdict; its sentence without the marks of bold."""
        event = self.told("verdict", since=since, target=target, code=code)
        return plain(event["sentence"])

    def next(self) -> str:
        """The target that is next now; empty when nothing is."""
        shown = self.companion.now_shown().values()
        return next((str(one["target"]) for one in shown if one["next"]), "")

    def leads_to(self, target: str) -> None:
        """Wait until a target is next."""
        wait_until(lambda: target == self.next(), target)


def plain(words: str) -> str:
    """Words without the marks of bold."""
    return re.sub(r"\*\*", "", words)
