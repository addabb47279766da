"""The visitor: does what the events say is next, takes a picture of it, and waits."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from companion.demo.hands import CodeNotThere, Hands
from companion.demo.plan import Plan
from companion.demo.reading import Reading, Step

# A person, too, looks for a moment before acting; rings settle within a frame or two.
_STILL_S = 0.25
# After this long with the same step still next, a person tries again.
_AGAIN_S = 6.0
PATIENCE_S = 30.0
# So often a person tries one thing before doing what the panel says when stuck.
_TRIES = 2
# An advice is read before the window is closed, and it may still be followed by more.
_READ_S = 2.0
# Nobody goes in a circle for longer than this.
_LONGEST_S = 120.0


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
        plan: Plan,
    ) -> None:
        self._context = browser.contexts[0]
        self._reading = reading
        self._out = out
        self._seen = seen
        self._plan = plan
        self._reacted = 0
        self._tries = 0
        self._reloaded = False
        self._typed: Counter[str] = Counter()
        self._pictures: list[Picture] = []
        self._acted: tuple[Step, float] | None = None
        self._context.on("page", _answer_nothing)
        for page in self._context.pages:
            _answer_nothing(page)

    def visit(self) -> list[Picture]:
        """Go on until the account exists, or until there is nothing left to do."""
        began = changed = time.monotonic()
        while time.monotonic() - began < _LONGEST_S:
            if self._reading.more():
                changed = time.monotonic()
            still = time.monotonic() - changed
            patience = _READ_S if self.is_advised else PATIENCE_S
            if self._reading.finished or still > patience:
                break
            if still > _STILL_S and not self.is_advised:
                self._act()
            self._pause()
        self._look("finished", "" if self._reading.succeeded else self._reading.advice)
        return self._pictures

    @property
    def is_advised(self) -> bool:
        """Whether the advice has come that there is nothing more to do here."""
        return any(end.is_met(self._reading.events) for end in self._plan.ends)

    def _act(self) -> None:
        step = self._advised_step() or self._reading.step
        page = self._page()
        # A good value moves the guidance on by itself once the typing has stopped.
        if step is None or step.good or page is None or not self._is_due(step):
            return
        self._look(step.target, step.hint)
        self._tries = self._tries + 1 if self._is_same(step) else 1
        if self._tries > _TRIES and self._plan.reload and not self._reloaded:
            self._reloaded = True
            Hands(page).reload()
            return
        try:
            Hands(page).do(step, self._typed[step.target])
        except CodeNotThere:
            return
        if step.visible:
            self._typed[step.target] += 1
        self._acted = (step, time.monotonic())

    def _is_same(self, step: Step) -> bool:
        """Whether the last act was at the same place, and led nowhere."""
        before = self._acted[0] if self._acted else None
        return before is not None and before.visible and before.target == step.target

    def _advised_step(self) -> Step | None:
        """What the newest notice asks for beside the next step, once a notice."""
        told = [event for event in self._reading.events if event["event"] == "notice"]
        pressed = {it.notice: it.press for it in self._plan.reactions}
        target = pressed.get(told[-1]["notice"]) if len(told) > self._reacted else None
        step = self._reading.labelled(target) if target else None
        if target is None or (step and step.visible):
            self._reacted = len(told)
        return step

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
