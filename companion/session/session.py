"""The session: hears the tabs, decides, tells the agents and the event stream."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import asdict

from companion.browser.tabs import Frame, Report, Tab, Tabs
from companion.pack.hosts import Standing
from companion.session.advance import Advance
from companion.session.announcer import Announcer
from companion.session.guidance import (
    Shown,
    framed,
    is_covered,
    leader,
    merged_states,
    shown,
)
from companion.session.journey import SUCCESS, UNKNOWN, Progress, progress
from companion.session.knowledge import Knowledge
from companion.session.panel import PanelWriter
from companion.session.view import FrameView, TabView

# A page that is still painting must not be called unknown: pages were seen to take
# a second from the document to their form (research: login state painted later).
_SETTLED_S = 2.0
# A list of steps may name the last one before the form beside it is there.
_SURE_S = 1.0
# On macOS the browser outlives its last window; a page may replace one by another.
_WINDOWLESS_S = 1.0


class Session:
    """Listens to the tabs (browser/tabs.py) until the person ends it."""

    def __init__(
        self,
        known: Knowledge,
        panel: PanelWriter,
        announcer: Announcer,
        standing_of: Callable[[str], Standing],
    ) -> None:
        self._known = known
        self._progress = Advance(announcer.progress)
        self._panel = panel
        self._announce = announcer
        self._standing_of = standing_of
        self._views: dict[Tab, TabView] = {}
        self._front: Tab | None = None
        self._tabs: Tabs | None = None
        self._unknown: dict[Tab, asyncio.TimerHandle] = {}
        self._successes: dict[Tab, asyncio.TimerHandle] = {}
        self.ended: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def attach(self, tabs: Tabs) -> None:
        """Say through which tabs the agents are told."""
        self._tabs = tabs

    def end(self, reason: str) -> None:
        """End the session; the first reason counts."""
        if not self.ended.done():
            self.ended.set_result(reason)

    def failed(self, error: BaseException) -> None:
        """End the session with a mistake of our own."""
        if not self.ended.done():
            self.ended.set_exception(error)

    # What the tabs say (browser.tabs.Listener).

    def tab_opened(self, tab: Tab) -> None:
        """A tab came: guidance waits until its document has."""
        self._views[tab] = TabView(tab, self._standing_of(tab.url))

    def tab_closed(self, tab: Tab) -> None:
        """A tab went, by the person or by the page."""
        self._announce.closed(tab)
        self._views.pop(tab, None)
        self._settle(tab)
        if self._front is tab:
            self._front = None
        if not self._views:
            loop = asyncio.get_running_loop()
            loop.call_later(_WINDOWLESS_S, self._end_if_windowless)

    def tab_crashed(self, tab: Tab) -> None:
        """The browser's own page says so; guidance returns with the reloaded page."""
        self._announce.error(tab, "page_crashed")
        self._reset(tab)
        self._refresh(tab)

    def navigated(self, tab: Tab, frame: Frame) -> None:
        """A document was replaced, or changed its address."""
        view = self._views[tab]
        if frame is not tab.top:
            known = view.frames.get(frame.id)
            if known is not None and known.frame is not frame:
                self.frame_gone(tab, frame)
            return
        if view.top is None or view.top.frame is not frame:
            self._reset(tab)
        self._announce_page(tab)
        self._refresh(tab)

    def frame_gone(self, tab: Tab, frame: Frame) -> None:
        """A frame was taken away, with all that was shown in it."""
        view = self._views[tab]
        if view.frames.pop(frame.id, None) is not None:
            self._refresh(tab)

    def said(self, tab: Tab, frame: Frame, reports: list[Report]) -> None:
        """Take in what one agent reports."""
        view = self._views[tab]
        known = view.frames.setdefault(frame.id, FrameView(frame))
        if known.frame is not frame:
            known = view.frames[frame.id] = FrameView(frame)
        for report in reports:
            self._take(view, known, report)
        self._refresh(tab)

    # Decisions.

    def _take(self, view: TabView, frame: FrameView, report: Report) -> None:
        match report["kind"]:
            case "view":
                frame.take(report)
                self._follow(view, frame)
            case "frame":
                frame.take_owner(report)
            case "front":
                self._come_front(view.tab)
            case "action" if report["action"] == "stuck":
                view.stuck = not view.stuck
            case "action":
                view.hidden = report["action"] == "hide"

    def _follow(self, view: TabView, frame: FrameView) -> None:
        """Have the parents tell where a child frame with targets stands."""
        parent = view.frames.get(frame.frame.parent or "")
        if self._tabs is None or frame.adopted or not frame.targets or parent is None:
            return
        frame.adopted = True
        self._tabs.adopt(parent.frame, frame.frame)

    def _come_front(self, tab: Tab) -> None:
        if self._front is tab:
            return
        before, self._front = self._front, tab
        for changed in (before, tab):
            if changed in self._views:
                self._announce_page(changed)

    def _refresh(self, tab: Tab) -> None:
        """Everything that follows from the reports; only changes are told."""
        view = self._views[tab]
        # A foreign page may hold a frame of the site: that makes it no less foreign.
        official = view.standing.official
        states = merged_states(view, self._known) if official else ()
        self._judge_unknown(view, states)
        view.states = (UNKNOWN,) if view.unknown and not states else states
        lead = leader(view, self._known) if official else None
        marks = shown(view, lead, self._known)
        self._announce.states(tab, view.states)
        self._announce.marks(tab, marks)
        self._announce.verdicts(tab, view)
        step = next((mark for mark in marks.values() if mark.next), None)
        reached = progress(self._known, view.states, step.target if step else None)
        self._report_progress(tab, view.states, reached)
        self._lead(view, lead)
        if view.top is not None:
            panel = self._write_panel(view, reached, step)
            bubble = framed(view, lead, self._known)
            self._tell(view.top, "panel", panel=panel)
            self._tell(view.top, "framed", framed=bubble and asdict(bubble))

    def _write_panel(
        self, view: TabView, reached: Progress | None, step: Shown | None
    ) -> dict[str, object] | None:
        """None on the browser's own pages, such as the one for a lost connection."""
        if not view.tab.url.startswith(("https:", "http:")):
            return None
        return self._panel.write(
            view.standing, view.states, reached, step, stuck=view.stuck
        )

    def _report_progress(
        self, tab: Tab, states: tuple[str, ...], reached: Progress | None
    ) -> None:
        if reached is not None and self._front in (tab, None):
            self._progress.reach(reached)
        if SUCCESS not in states:
            self._forget_success(tab)
        elif tab not in self._successes:
            loop = asyncio.get_running_loop()
            self._successes[tab] = loop.call_later(_SURE_S, self._is_success, tab)

    def _forget_success(self, tab: Tab) -> None:
        timer = self._successes.pop(tab, None)
        if timer is not None:
            timer.cancel()

    def _is_success(self, tab: Tab) -> None:
        """It has stayed on screen: it was no heading of a page still being painted."""
        if tab in self._views and SUCCESS in self._views[tab].states:
            self._announce.finished(success=True, reason="account_exists")

    def _judge_unknown(self, view: TabView, states: tuple[str, ...]) -> None:
        tab = view.tab
        if states or not view.standing.official:
            view.unknown = False
            self._settle(tab)
        elif not view.unknown and tab not in self._unknown and view.top:
            loop = asyncio.get_running_loop()
            self._unknown[tab] = loop.call_later(_SETTLED_S, self._is_unknown, tab)

    def _is_unknown(self, tab: Tab) -> None:
        self._unknown.pop(tab, None)
        if tab in self._views:
            self._views[tab].unknown = True
            self._refresh(tab)

    def _settle(self, tab: Tab) -> None:
        timer = self._unknown.pop(tab, None)
        if timer is not None:
            timer.cancel()

    def _lead(self, view: TabView, lead: FrameView | None) -> None:
        """Exactly one frame may point; the top one where nobody wants to."""
        holder = lead or view.top
        for frame in view.frames.values():
            self._tell(frame, "lead", may=frame is holder, states=list(view.states))
            hidden = view.hidden or not view.standing.official
            hidden = hidden or is_covered(view, frame)
            self._tell(frame, "hidden", hidden=hidden)

    def _tell(self, frame: FrameView, kind: str, **order: object) -> None:
        """Tell an agent only what it has not been told."""
        # An order after the end would draw again what was just taken away.
        if self._tabs is None or self.ended.done() or frame.told.get(kind) == order:
            return
        frame.told[kind] = order
        self._tabs.tell(frame.frame, {"kind": kind, **order})

    def _reset(self, tab: Tab) -> None:
        view = self._views[tab]
        self._settle(tab)
        hidden = view.hidden
        self._views[tab] = TabView(tab, self._standing_of(tab.url), hidden=hidden)

    def _announce_page(self, tab: Tab) -> None:
        view = self._views[tab]
        self._announce.page(tab, view.standing, front=self._front in (tab, None))

    def _end_if_windowless(self) -> None:
        if not self._views:
            self.end("window_closed")
