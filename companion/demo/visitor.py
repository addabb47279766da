"""The visitor: does what the events say is next, takes a picture of it, and waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from companion.demo.hands import CodeNotThere, Hands
from companion.demo.reading import Reading, Step

# A person, too, looks for a moment before acting; rings settle within a frame or two.
_STILL_S = 0.25
# After this long with the same step still next, a person tries again.
_AGAIN_S = 6.0
PATIENCE_S = 30.0


@dataclass(frozen=True)
class Picture:
    """One step as the visitor saw it."""

    file: str
    target: str
    sentence: str


class Visitor:
    """Knows neither selectors nor the order of pages, only what the events tell."""

    def __init__(
        self,
        browser: Browser,
        reading: Reading,
        out: Path,
        seen: Callable[[Picture], None],
    ) -> None:
        self._context = browser.contexts[0]
        self._reading = reading
        self._out = out
        self._seen = seen
        self._pictures: list[Picture] = []
        self._acted: tuple[Step, float] | None = None
        self._context.on("page", _answer_nothing)
        for page in self._context.pages:
            _answer_nothing(page)

    def visit(self) -> list[Picture]:
        """Go on until the account exists, or until nothing new is said for long."""
        quiet_since = changed = time.monotonic()
        while time.monotonic() - quiet_since < PATIENCE_S:
            if self._reading.more():
                quiet_since = changed = time.monotonic()
            if self._reading.finished:
                break
            if time.monotonic() - changed > _STILL_S:
                self._act()
            self._pause()
        self._look("finished", "")
        return self._pictures

    def _act(self) -> None:
        step = self._reading.step
        page = self._page()
        # A good value moves the guidance on by itself once the typing has stopped.
        if step is None or step.good or page is None or not self._is_due(step):
            return
        self._look(step.target, step.hint)
        try:
            Hands(page).do(step)
        except CodeNotThere:
            return
        self._acted = (step, time.monotonic())

    def _is_due(self, step: Step) -> bool:
        if self._acted is None:
            return True
        before, moment = self._acted
        same = (before.page, before.target, before.hint, before.visible)
        now = (step.page, step.target, step.hint, step.visible)
        if same != now or (not step.visible and before.rect != step.rect):
            return True
        return time.monotonic() - moment > _AGAIN_S

    def _look(self, target: str, sentence: str) -> None:
        """One picture for each new thing that the person sees."""
        page = self._page()
        last = self._pictures[-1] if self._pictures else None
        if page is None or (
            last and (last.target, last.sentence) == (target, sentence)
        ):
            return
        name = f"{len(self._pictures) + 1:02}-{target.replace('.', '-')}.jpg"
        page.screenshot(path=self._out / name, type="jpeg", quality=80)
        self._pictures.append(Picture(name, target, sentence))
        self._seen(self._pictures[-1])

    def _page(self) -> Page | None:
        """The tab that the events call the front one; the newest of several alike."""
        place = self._reading.places.get(self._reading.front or "")
        if place is None:
            return None
        alike = [page for page in self._context.pages if _bare(page.url) == place.url]
        return alike[-1] if alike else None

    def _pause(self) -> None:
        """Let events of the browser arrive while waiting for those of the file."""
        pages = self._context.pages
        if pages:
            pages[-1].wait_for_timeout(30)


def _answer_nothing(page: Page) -> None:
    # Without a listener Playwright would dismiss the page's own dialogs by itself.
    page.on("dialog", lambda _: None)


def _bare(url: str) -> str:
    return url.split("?", 1)[0].split("#", 1)[0]
