"""The session: hears the tabs, decides, tells the agents and the event stream."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace

from companion.browser.tabs import Frame, Report, Tab, Tabs
from companion.pack.hosts import Standing
from companion.session.advance import Advance
from companion.session.advice import Adviser
from companion.session.announcer import Announcer
from companion.session.beyond import Beyond
from companion.session.guidance import (
    Shown,
    framed,
    leader,
    merged_states,
    shown,
)
from companion.session.journey import SUCCESS, UNKNOWN, Progress, progress
from companion.session.knowledge import Knowledge
from companion.session.later import Later
from companion.session.notices import Notices
from companion.session.orders import Orders
from companion.session.panel import PanelWriter
from companion.session.view import FrameView, TabView
from companion.translate.meanings import Meanings
from companion.translate.translator import Translator

# A page that is still painting must not be called unknown: pages were seen to take
# a second from the document to their form (research: login state painted later).
_SETTLED_S = 2.0
# A list of steps may name the last one before the form beside it is there.
_SURE_S = 1.0
# A person sees the clock in the panel go.
_TICK_S = 1.0
# On macOS the browser outlives its last window; a page may replace one by another.
_WINDOWLESS_S = 1.0


class Session:
    """Listens to the tabs (browser/tabs.py) until the person ends it."""

    def __init__(
        self,
        known: Knowledge,
        panel: PanelWriter,
        announcer: Announcer,
        adviser: Adviser,
        standing_of: Callable[[str], Standing],
    ) -> None:
        self._known = known
        self._progress = Advance(announcer.progress)
        self._panel = panel
        self._announce = announcer
        self._adviser = adviser
        self._standing_of = standing_of
        self._views: dict[Tab, TabView] = {}
        self._front: Tab | None = None
        self._notices = Notices((), "")
        self._say: Callable[..., None] = lambda *_, **__: None
        self._meanings = Meanings(None, self._again_all)
        self.beyond = Beyond(announcer)
        self._later = Later()
        #: What is explained to a person who points at it (pack/glossary.py).
        self.words: list[list[str]] = []
        self.ended: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._orders = Orders(self.ended.done)

    def attach(self, tabs: Tabs) -> None:
        """Say through which tabs the agents are told."""
        self._orders.tabs = tabs
        tabs.dialogs = self

    def said_so(self, tab: Tab) -> None:
        """The person says that the account is there: believed, but not seen."""
        self._adviser.answered(tab)
        self._announce.finished(success=False, reason="person_says_so")

    def refresh(self, tab: Tab) -> None:
        """Something that no agent reports has changed what is said in this tab."""
        self._again({tab})

    def explain(
        self, notices: Notices, say: Callable[..., None], translator: Translator
    ) -> None:
        """Explain the site's messages; `say` speaks on the terminal."""
        self._notices = notices
        self._say = say
        self._meanings = Meanings(translator, self._again_all)

    def allow_translation(self, _: Tab) -> None:
        """The person agreed that unknown messages are translated by machine."""
        self._meanings.agree()
        self._again_all()

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
        self._adviser.closed(tab)
        self._notices.left(tab)
        self.beyond.closed(tab)
        self._views.pop(tab, None)
        self._later.forget(tab, "unknown", "success", "message", "clock")
        if self._front is tab:
            self._front = None
        if self._is_windowless():
            loop = asyncio.get_running_loop()
            loop.call_later(_WINDOWLESS_S, self._end_if_windowless)

    def tab_crashed(self, tab: Tab) -> None:
        """The browser's own page says so; guidance returns with the reloaded page."""
        self.beyond.lost(tab, "page_crashed")
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
            self.beyond.moved(tab)
        self._announce_page(tab)
        self._refresh(tab)

    def frame_gone(self, tab: Tab, frame: Frame) -> None:
        """A frame was taken away, with all that was shown in it."""
        view = self._views[tab]
        if view.frames.pop(frame.id, None) is not None:
            self._refresh(tab)

    def dialog_opened(self, tab: Tab, message: str) -> None:
        """The page waits for the person's answer: nothing can be drawn meanwhile."""
        if not self._views[tab].standing.official:
            return
        notice = self._notices.dialog_opened(tab, message)
        if notice is None:
            self._say("notice.dialog_unknown")
        else:
            self._say("notice.dialog", sentence=notice.sentence)
        self._refresh(tab)

    def dialog_closed(self, tab: Tab) -> None:
        """The person has answered."""
        self._notices.dialog_closed(tab)
        self._again({tab})

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
            case "frame" | "notices" | "foreign":
                frame.note(report)
            case "unexplained":
                self._meanings.ask(report["texts"])
            case "front":
                self._come_front(view.tab)
            case "choose":
                self._adviser.choose(view.tab, report["choice"])
            case "action":
                self._press(view, report["action"])

    def _press(self, view: TabView, action: str) -> None:
        """Carry out a button of the panel."""
        match action:
            case "stuck":
                self._adviser.press_stuck(view.tab)
            case "hide" | "show":
                view.hidden = action == "hide"
            case "larger":
                self._orders.larger()
                self._again(set(self._views) - {view.tab})
            case "hush" if view.top is not None:
                self._orders.hush(view.top)
            case "different" if handler := self._adviser.handlers.get(action):
                handler(view.tab)

    def _come_front(self, tab: Tab) -> None:
        if self._front is tab or self.beyond.owns(tab.url):
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
        self._note(view)
        self._announce.marks(tab, marks)
        self._announce.verdicts(tab, view)
        step = next((mark for mark in marks.values() if mark.next), None)
        reached = progress(self._known, view.states, step.target if step else None)
        self._report_progress(tab, view.states, reached)
        words = self.words if self._adviser.looks_up(view) else None
        self._orders.lead(view, lead, self._meanings, words)
        self._orders.adopt(view)
        if view.top is not None:
            panel = self._write_panel(view, reached, step)
            bubble = framed(view, lead, self._known)
            self._orders.tell(view.top, "panel", panel=panel)
            self._orders.tell(view.top, "framed", framed=bubble and asdict(bubble))
        self.beyond.look(view, self._orders.tell, self._adviser.slider)

    def _write_panel(
        self, view: TabView, reached: Progress | None, step: Shown | None
    ) -> dict[str, object] | None:
        """None on the browser's own pages, such as the one for a lost connection."""
        advice = self._adviser.look(view, self._notices.now(view.tab))
        self._tick(view)
        url = view.tab.url
        if not url.startswith(("https:", "http:")) or self.beyond.owns(url):
            return None
        notice = self._notices.panel(view.tab, advice.says)
        # Who has asked for help reads that; the message itself stands on the page.
        said = notice.model() if notice and not advice.opened else None
        advice = replace(advice, notice=said)
        return self._panel.write(view.standing, view.states, reached, step, advice)

    def _report_progress(
        self, tab: Tab, states: tuple[str, ...], reached: Progress | None
    ) -> None:
        if reached is not None and self._front in (tab, None):
            self._progress.reach(reached)
        if SUCCESS not in states:
            self._later.forget(tab, "success")
        else:
            self._later.once(tab, "success", _SURE_S, self._is_success)

    def _is_success(self, tab: Tab) -> None:
        """It has stayed on screen: it was no heading of a page still being painted."""
        if tab in self._views and SUCCESS in self._views[tab].states:
            self._announce.finished(success=True, reason="account_exists")

    def _judge_unknown(self, view: TabView, states: tuple[str, ...]) -> None:
        tab = view.tab
        if states or not view.standing.official:
            view.unknown = False
            self._later.forget(tab, "unknown")
        elif not view.unknown and view.top:
            self._later.once(tab, "unknown", _SETTLED_S, self._is_unknown)

    def _is_unknown(self, tab: Tab) -> None:
        if tab in self._views:
            self._views[tab].unknown = True
            self._refresh(tab)

    def _tick(self, view: TabView) -> None:
        """Look again in a second where time alone changes what is said."""
        if self._adviser.is_waiting(view):
            self._later.once(view.tab, "clock", _TICK_S, self.refresh)

    def _note(self, view: TabView) -> None:
        """Tell which messages came and went; look again when one expires."""
        tab = view.tab
        came, gone = self._notices.look(view)
        for notice in came:
            self._announce.notice(tab, notice, self._notices[notice].sentence)
        for notice in gone:
            self._announce.notice_gone(tab, notice)
        wait = self._notices.expires(tab)
        if wait is not None:
            self._later.once(tab, "message", wait, self.refresh)

    def _again_all(self) -> None:
        self._again(list(self._views))

    def _again(self, tabs: Iterable[Tab]) -> None:
        for tab in tabs:
            if tab in self._views and not self.ended.done():
                self._refresh(tab)

    def _reset(self, tab: Tab) -> None:
        before = self._views[tab]
        self._later.forget(tab, "unknown")
        self._adviser.left(tab)
        self._notices.left(tab)
        # A frame that was heard of before the tab's own document is still there.
        kept = {
            id_: frame
            for id_, frame in before.frames.items()
            if tab.frames.get(id_) is frame.frame and frame is not before.top
        }
        standing = self._standing_of(tab.url)
        self._views[tab] = TabView(tab, standing, kept, hidden=before.hidden)

    def _announce_page(self, tab: Tab) -> None:
        if self.beyond.owns(tab.url):
            return
        view = self._views[tab]
        self._announce.page(tab, view.standing, front=self._front in (tab, None))

    def _is_windowless(self) -> bool:
        return not any(self.beyond.is_window(tab.url) for tab in self._views)

    def _end_if_windowless(self) -> None:
        if self._is_windowless():
            self.end("window_closed")
