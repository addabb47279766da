"""Turns decisions into events: only changes, and places at most ten a second."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from companion.browser.tabs import Tab
from companion.pack.hosts import Standing
from companion.session.events import EventStream
from companion.session.guidance import Shown
from companion.session.journey import Progress
from companion.session.knowledge import Knowledge, plain
from companion.session.view import TabView

_MOVES_S = 0.1


class Announcer:
    """Remembers what it has said: the stream is quiet while nothing changes."""

    def __init__(self, stream: EventStream, known: Knowledge) -> None:
        self._stream = stream
        self._known = known
        self._pages: dict[Tab, tuple[object, ...]] = {}
        self._states: dict[Tab, tuple[str, ...]] = {}
        self._marks: dict[Tab, dict[str, Shown]] = {}
        self._pending: dict[tuple[Tab, str], Shown] = {}
        self._moved: dict[tuple[Tab, str], float] = {}
        self._codes: dict[tuple[Tab, str], str] = {}
        self._progress: Progress | None = None
        self._finished = False
        self._succeeded = False
        #: Called once, when the account is seen to exist.
        self.on_success: Callable[[], None] = lambda: None

    def page(self, tab: Tab, standing: Standing, *, front: bool) -> None:
        """Say where a tab is, and whether the person is on it."""
        url = tab.url.split("?", 1)[0].split("#", 1)[0]
        fields = (url, front, standing.official, standing.practice)
        if self._pages.get(tab) == fields:
            return
        self._pages[tab] = fields
        official, practice = standing.official, standing.practice
        self._stream.emit(
            "page",
            page=tab.id,
            url=url,
            front=front,
            official=official,
            practice=practice,
        )

    def states(self, tab: Tab, states: tuple[str, ...]) -> None:
        """Say what the person is looking at."""
        if self._states.get(tab, ()) != states:
            self._states[tab] = states
            self._stream.emit("state", page=tab.id, states=list(states))

    def marks(self, tab: Tab, marks: dict[str, Shown]) -> None:
        """Say what is ringed and labelled now, and what no longer is.

        What is gone goes first, so that a tab never seems to have two next things.
        """
        before = self._marks.get(tab, {})
        for target in before.keys() - marks.keys():
            self._pending.pop((tab, target), None)
            self._stream.emit("hidden", page=tab.id, target=target)
        self._marks[tab] = marks
        for mark in sorted(marks.values(), key=lambda mark: mark.next):
            self._show(tab, before.get(mark.target), mark)

    def _show(self, tab: Tab, before: Shown | None, mark: Shown) -> None:
        key = (tab, mark.target)
        if before == mark and key not in self._pending:
            return
        loop = asyncio.get_running_loop()
        wait = self._moved.get(key, 0.0) + _MOVES_S - loop.time()
        if before is None or not before.same_but_for_place(mark) or wait <= 0:
            self._pending.pop(key, None)
            self._emit(tab, mark)
        else:
            if key not in self._pending:
                loop.call_later(wait, self._flush, key)
            self._pending[key] = mark

    def _flush(self, key: tuple[Tab, str]) -> None:
        mark = self._pending.pop(key, None)
        if mark is not None:
            self._emit(key[0], mark)

    def _emit(self, tab: Tab, mark: Shown) -> None:
        self._moved[tab, mark.target] = asyncio.get_running_loop().time()
        scroll = {"rect": mark.scroll} if mark.scroll else None
        self._stream.emit(
            "shown",
            page=tab.id,
            target=mark.target,
            next=mark.next,
            hint=mark.hint,
            rect=mark.rect,
            visible=mark.visible,
            scroll=scroll,
            frame=mark.frame,
        )

    def verdicts(self, tab: Tab, view: TabView) -> None:
        """Say what the checks found, by code; `ok` once a field is good."""
        for frame in view.frames.values():
            for seen in frame.targets.values():
                self._verdict(tab, seen.target, seen.code)

    def _verdict(self, tab: Tab, target: str, code: str) -> None:
        if self._codes.get((tab, target), "") == code:
            return
        self._codes[tab, target] = code
        words = self._known.words[target].codes.get(code, "")
        sentence = plain(words)
        self._stream.emit(
            "verdict", page=tab.id, target=target, code=code, sentence=sentence
        )

    def notice(self, tab: Tab, notice: str, sentence: str) -> None:
        """Say which message of the site has come, in our words."""
        self._stream.emit("notice", page=tab.id, notice=notice, sentence=sentence)

    def notice_gone(self, tab: Tab, notice: str) -> None:
        """Say that a message of the site is no longer there."""
        self._stream.emit("notice_gone", page=tab.id, notice=notice)

    def progress(self, reached: Progress) -> None:
        """Say how far the person is."""
        if self._progress != reached:
            self._progress = reached
            self._stream.emit(
                "milestone",
                milestone=reached.milestone.id,
                done=reached.done,
                of=reached.of,
            )

    def captured(self, tab: Tab, folder: Path) -> None:
        """Say where the outline of a page was kept, as the person asked."""
        self._stream.emit("captured", page=tab.id, folder=str(folder))

    @property
    def succeeded(self) -> bool:
        """Whether the account was seen to exist."""
        return self._succeeded

    def finished(self, *, success: bool, reason: str) -> None:
        """Say once how it ended."""
        if not self._finished:
            self._finished = True
            self._succeeded = success
            self._stream.emit("finished", success=success, reason=reason)
            if success:
                self.on_success()

    def withdraw(self) -> None:
        """Take back whatever is shown in any tab."""
        for known in tuple(self._pages):
            self.closed(known)

    def handed_over(self, tab: Tab, reason: str) -> None:
        """Say that the browser was left alone."""
        self._stream.emit("handed_over", page=tab.id, reason=reason)

    def error(self, tab: Tab, reason: str) -> None:
        """Say that something went wrong that the person did not do."""
        self._stream.emit("error", page=tab.id, reason=reason)

    def closed(self, tab: Tab) -> None:
        """Forget a tab, after taking back what was shown in it."""
        self.marks(tab, {})
        for kept in (self._pages, self._states, self._marks):
            kept.pop(tab, None)
