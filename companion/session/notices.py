"""The site's messages over all frames of a tab: which count now, and what to say.

A toast is gone before it is read, so a message stays in the panel for a while: until
the field it is about changes, the page goes on, or `STAYS_S` are over.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from companion.browser.tabs import Tab
from companion.pack.notices import Notice, Severity, recognise
from companion.session.guidance import is_covered
from companion.session.view import TabView

#: Seconds for which a message that is gone from the page stays in the panel.
STAYS_S = 20.0

_ORDER: tuple[Severity, ...] = ("block", "error", "info", "good")


@dataclass(frozen=True)
class NoticePanel:
    """What the panel says of a message (PanelModel of agent/src/messages.ts)."""

    title: str
    lines: tuple[str, ...]

    def model(self) -> dict[str, object]:
        """The JSON value that goes to the agent."""
        return {"title": self.title, "lines": list(self.lines)}


@dataclass(frozen=True)
class Explained:
    """A notice in the session's language."""

    id: str
    severity: Severity
    targets: tuple[str, ...]
    meaning: str
    cause: str
    remedy: str

    @property
    def sentence(self) -> str:
        """All of it, as the event stream has it."""
        return " ".join(
            part for part in (self.meaning, self.cause, self.remedy) if part
        )

    @property
    def panel(self) -> NoticePanel:
        """All of it, as the panel has it."""
        lines = tuple(part for part in (self.cause, self.remedy) if part)
        return NoticePanel(self.meaning, lines)


@dataclass(frozen=True)
class _Passing:
    """A message that has gone: until when it stays, and what ends it sooner."""

    until: float
    context: object


@dataclass(eq=False)
class _Desk:
    """What is remembered of one tab."""

    present: tuple[str, ...] = ()
    passing: dict[str, _Passing] = field(default_factory=dict)
    dialog: str | None = None


class Notices:
    """One for a session. `now`: a clock in seconds that never goes back."""

    def __init__(
        self,
        notices: Iterable[Notice],
        lang: str,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._notices = tuple(notices)
        self._words = {one.id: _explained(one, lang) for one in self._notices}
        self._rank = {id_: rank for rank, id_ in enumerate(self._words)}
        self._now = now
        self._desks: dict[Tab, _Desk] = {}

    def __getitem__(self, id_: str) -> Explained:
        """The notice in the session's language. Raises KeyError."""
        return self._words[id_]

    def look(self, view: TabView) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Take in what a tab shows now: the messages that came, and those that went."""
        desk = self._desks.setdefault(view.tab, _Desk())
        before, desk.present = desk.present, self._present(view, desk)
        came = tuple(one for one in desk.present if one not in before)
        gone = tuple(one for one in before if one not in desk.present)
        for one in gone:
            until = self._now() + STAYS_S
            desk.passing[one] = _Passing(until, self._context(one, view))
        for one in [*desk.passing]:
            if one in desk.present or self._is_over(one, desk, view, came):
                del desk.passing[one]
        return came, gone

    def now(self, tab: Tab) -> frozenset[str]:
        """The messages that count: seen now, or gone a short while ago."""
        desk = self._desks.get(tab, _Desk())
        return frozenset({*desk.present, *desk.passing})

    def panel(
        self, tab: Tab, without: frozenset[str] = frozenset()
    ) -> NoticePanel | None:
        """What the panel says: the gravest message; nothing while all is well."""
        graver = sorted(self.now(tab) - without, key=self._gravity)
        if not graver or self._words[graver[0]].severity == "good":
            return None
        return self._words[graver[0]].panel

    def expires(self, tab: Tab) -> float | None:
        """Seconds until a message that has gone leaves the panel; None without one."""
        desk = self._desks.get(tab, _Desk())
        if not desk.passing:
            return None
        first = min(one.until for one in desk.passing.values())
        return max(0.0, first - self._now())

    def dialog_opened(self, tab: Tab, message: str) -> Explained | None:
        """A box of the page's `alert()` came; its text is looked up and forgotten."""
        notice = recognise(self._notices, message)
        desk = self._desks.setdefault(tab, _Desk())
        desk.dialog = notice.id if notice else None
        return self._words[notice.id] if notice else None

    def dialog_closed(self, tab: Tab) -> None:
        """The person has answered the box."""
        self._desks.setdefault(tab, _Desk()).dialog = None

    def left(self, tab: Tab) -> None:
        """The tab's document was replaced, or the tab is gone."""
        self._desks.pop(tab, None)

    def _present(self, view: TabView, desk: _Desk) -> tuple[str, ...]:
        if not view.standing.official:
            return ()
        seen = [
            one
            for frame in view.frames.values()
            if not is_covered(view, frame)
            for one in frame.notices
            if one in self._words
        ]
        return tuple(dict.fromkeys([*([desk.dialog] if desk.dialog else []), *seen]))

    def _is_over(
        self, one: str, desk: _Desk, view: TabView, came: tuple[str, ...]
    ) -> bool:
        """Time, the person or the site itself has gone on."""
        passing, about = desk.passing[one], set(self._words[one].targets)
        replaced = any(about.intersection(self._words[new].targets) for new in came)
        changed = passing.context != self._context(one, view)
        return replaced or changed or passing.until <= self._now()

    def _context(self, one: str, view: TabView) -> object:
        """The states, and how things stand with the fields that a message is about."""
        about = self._words[one].targets
        fields = [
            (seen.target, seen.status, seen.code)
            for frame in view.frames.values()
            for seen in frame.targets.values()
            if seen.target in about
        ]
        return view.states, sorted(fields)

    def _gravity(self, id_: str) -> tuple[int, int]:
        return _ORDER.index(self._words[id_].severity), self._rank[id_]


def _explained(notice: Notice, lang: str) -> Explained:
    words: Mapping[str, str] = getattr(notice.words, lang).model_dump()
    return Explained(notice.id, notice.severity, notice.targets, **words)
