"""Orders to the agents: each is told only what it has not been told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from companion.browser.tabs import Tabs
from companion.session.guidance import is_covered
from companion.session.view import FrameView, TabView
from companion.translate.meanings import Meanings

#: Sizes of our own words, in per cent, as the button for larger ones takes turns.
SCALES = (100, 125, 150, 200)


class Orders:
    """One for a session. `is_over`: nothing may be drawn any more."""

    def __init__(self, is_over: Callable[[], bool]) -> None:
        self._is_over = is_over
        self.tabs: Tabs | None = None
        self._scale = SCALES[0]

    def larger(self) -> None:
        """The next size of our words, the smallest after the largest."""
        self._scale = SCALES[(SCALES.index(self._scale) + 1) % len(SCALES)]

    def tell(self, frame: FrameView, kind: str, **order: Any) -> None:  # noqa: ANN401
        """Give one order, unless it stands already."""
        # An order after the end would draw again what was just taken away.
        if self.tabs is None or self._is_over() or frame.told.get(kind) == order:
            return
        frame.told[kind] = order
        self.tabs.tell(frame.frame, {"kind": kind, **order})

    def hush(self, frame: FrameView) -> None:
        """Have the hint of a frame below put away, which the person is done with."""
        if self.tabs is not None and not self._is_over():
            self.tabs.tell(frame.frame, {"kind": "hush"})

    def adopt(self, view: TabView) -> None:
        """Have the frames above one with targets tell where the one below stands.

        Asked at every turn: a frame may speak before the one above it has an agent, and
        then never again.
        """
        for below in view.frames.values():
            above = view.frames.get(below.frame.parent or "")
            if above is None or above is below.adopted_by or self.tabs is None:
                continue
            if below.targets or below.owners:
                below.adopted_by = above
                self.tabs.adopt(above.frame, below.frame)

    def lead(
        self,
        view: TabView,
        lead: FrameView | None,
        meanings: Meanings,
        words: list[list[str]] | None,
    ) -> None:
        """Exactly one frame may point; the top one where nobody wants to.

        `words` is what is explained to a person who points at it, None for nothing.
        """
        holder = lead or view.top
        for frame in view.frames.values():
            self.tell(frame, "scale", percent=self._scale)
            self.tell(frame, "lead", may=frame is holder, states=list(view.states))
            if meanings.agreed and view.standing.official:
                known = dict(meanings.known)
                self.tell(frame, "translate", may=True, meanings=known)
            if words or "lookup" in frame.told:
                self.tell(frame, "lookup", words=words)
            # On a foreign page the top has nothing to point at, but still its panel.
            foreign = frame is not view.top and not view.standing.official
            hidden = view.hidden or foreign or is_covered(view, frame)
            self.tell(frame, "hidden", hidden=hidden)
