"""A person who follows the events with a real mouse and a real keyboard."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping

from playwright.sync_api import Page

from companion.demo.hands import CodeNotThere, Hands
from companion.demo.reading import Reading, Step
from tests.e2e.running import Companion, wait_until

_LOOKS_S = 0.2
_AGAIN_S = 6.0  # a person tries again after some seconds
_PATIENCE_S = 30.0
_ACTS = 60  # more than any flow takes: a person gives up going in a circle

Look = Callable[[Page, Step], None]


class Person:
    """Does what is next until the account exists, looking before each act."""

    def __init__(
        self,
        companion: Companion,
        look: Look | None = None,
        typed: Mapping[str, str] | None = None,
    ) -> None:
        """`look(page, step)` is called for each new step, before acting on it.

        It is called again if something else came in between.
        """
        self._companion = companion
        self._look = look
        self._typed = typed or {}
        self._reading = Reading(companion.stream)
        self._acts = 0
        self.steps: list[str] = []

    def close(self) -> None:
        """Stop reading."""
        self._reading.close()

    def finish(self) -> None:
        """Go on to the end."""
        self.go_until(lambda: self._reading.finished is not None)

    def go_to(self, target: str) -> Step:
        """Go on until `target` is next, without acting on it."""

        def reached() -> bool:
            step = self._reading.step
            return step is not None and step.target == target

        self.go_until(reached)
        assert self._reading.step is not None
        return self._reading.step

    def go_until(self, reached: Callable[[], bool]) -> None:
        """Act, step after step, until something holds."""
        patient = time.monotonic() + _PATIENCE_S
        while not self._settle() and not reached():
            if step := self._due():
                self._act(step)
                if self._waits_for_news(step):
                    patient = time.monotonic() + _PATIENCE_S
            if time.monotonic() > patient or self._acts > _ACTS:
                raise AssertionError(f"left without guidance after {self.steps}")

    def page(self) -> Page:
        """The tab the events call the front one."""
        return self._companion.page(self._reading.front or "")

    def _settle(self) -> bool:
        """Read until nothing new comes for a moment; whether it has finished."""
        self._reading.more()
        while self._reading.finished is None and self._reading.more():
            self._pause()
        return self._reading.finished is not None

    def _pause(self) -> None:
        self._companion.context.pages[-1].wait_for_timeout(_LOOKS_S * 1000)

    def _due(self) -> Step | None:
        self._pause()
        if self._reading.more():
            return None
        step = self._reading.step
        return None if step is None or step.good else step

    def _act(self, step: Step) -> None:
        page = self.page()
        self._acts += 1
        if step.visible and (not self.steps or self.steps[-1] != step.target):
            self.steps.append(step.target)
            if self._look:
                self._look(page, step)
                if self._reading.more() and self._reading.step != step:
                    self.steps.pop()  # it changed while being looked at
                    return
        if step.visible and step.target in self._typed:
            self._type(page, step)
            return
        try:
            Hands(page).do(step)
        except CodeNotThere:
            self._pause()

    def _type(self, page: Page, step: Step) -> None:
        x, y, width, height = step.rect
        page.mouse.click(x + width / 2, y + height / 2)
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type(self._typed[step.target], delay=5)

    def _waits_for_news(self, before: Step) -> bool:
        """Whether anything else is next, within a person's patience."""

        def news() -> bool:
            self._reading.more()
            done = self._reading.finished is not None
            return done or self._reading.step != before

        with contextlib.suppress(AssertionError):
            wait_until(news, f"anything after {before.target}", _AGAIN_S)
        return news()
