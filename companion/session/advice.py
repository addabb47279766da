"""What the panel advises beside the next step: help, clock, banner, and the questions.

It remembers what a single report can't tell: what the person has opened, how long they
wait for a code, how often the slider refused, and whether a code was confirmed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Set
from dataclasses import dataclass, field

from companion.browser.find import installed_browsers
from companion.browser.tabs import Tab
from companion.pack.models import Account
from companion.session import signs as seen_as
from companion.session.clock import CodeClock
from companion.session.journey import SUCCESS, UNKNOWN
from companion.session.knowledge import Knowledge
from companion.session.slider import SliderStages
from companion.session.tree import Signs, Tree
from companion.session.view import TabView

BACK = "back"
#: The node that tells how keeping the page's outline goes.
OUTLINE = "different"

# A page that comes after the code may take a while to say that the account is there.
_ARRIVAL_S = 3.0


@dataclass(frozen=True)
class Advice:
    """The parts of the panel that are not the next step."""

    #: The state whose banner stands first, `translated` or `offline`.
    banner: str | None = None
    waited: str | None = None
    help: dict[str, object] | None = None
    #: What the site says, in our words: `title` and `lines`.
    notice: dict[str, object] | None = None
    different: bool = False
    #: Notices that the help says already.
    says: frozenset[str] = frozenset()
    #: The person has opened the tree of advice, and looks for a way in it.
    opened: bool = False
    #: The account was there before anybody signed up here.
    already: bool = False


@dataclass(eq=False)
class _Desk:
    """What is remembered of one tab."""

    opened: list[str] = field(default_factory=list)
    #: The states on screen meanwhile: with another one, the person has gone on.
    over: frozenset[str] | None = None
    #: What could be acted on when it was opened.
    beside: frozenset[str] = frozenset()
    #: What the panel shows: the node, and its choices in their order.
    node: str | None = None
    offered: tuple[str, ...] = ()
    says: frozenset[str] = frozenset()
    probe: str | None = None
    confirmed: bool = False
    left: float | None = None
    slides: bool = False
    looks_up: bool = False
    outline: str | None = None
    folder: str = ""


class Adviser:
    """One for a session: clock and slider count for the person, not for a tab.

    `handlers` carries out what a choice asks for, by action; a choice whose action has
    no handler is not offered. `now`: a clock in seconds that never goes back.
    """

    def __init__(
        self,
        tree: Tree,
        known: Knowledge,
        account: Account,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tree = tree
        self._known = known
        self._account = account
        self._now = now
        self._desks: dict[Tab, _Desk] = {}
        self._browsers: list[str] | None = None
        self._begun = False
        self.clock = CodeClock(now)
        self.slider = SliderStages(now)
        self.handlers: dict[str, Callable[[Tab], None]] = {}

    # What the person does.

    def press_stuck(self, tab: Tab) -> None:
        """The button of the stuck person opens the tree, or closes what is open."""
        desk = self._desk(tab)
        desk.opened = [] if desk.opened else [self._tree.root]

    def choose(self, tab: Tab, choice: str) -> None:
        """Take in a pressed choice; only what was offered counts."""
        desk = self._desk(tab)
        if choice not in desk.offered:
            return
        if choice == BACK:
            desk.opened.pop()
            return
        desk.opened.append(choice)
        node = self._tree.node(choice)
        handler = self.handlers.get(node.action or "") if node else None
        if handler is not None:
            handler(tab)

    def probed(self, tab: Tab, sign: str) -> None:
        """Note what trying the network has shown, or that it goes on."""
        self._desk(tab).probe = sign

    def look_up(self, tab: Tab, *, on: bool) -> None:
        """The person wants words explained that they point at, or no longer."""
        self._desk(tab).looks_up = on

    def looks_up(self, view: TabView) -> bool:
        """Whether they are; on a page that nobody knows, always."""
        asked = UNKNOWN in view.states or self._desk(view.tab).looks_up
        return asked and view.standing.official

    def outlined(self, tab: Tab, sign: str, folder: str = "") -> None:
        """Say how keeping the page's outline goes, where it was asked for."""
        desk = self._desk(tab)
        desk.outline, desk.folder = sign, folder
        if desk.opened[-1:] != [OUTLINE] and sign == "outline:running":
            desk.opened.append(OUTLINE)

    def answered(self, tab: Tab) -> None:
        """The person has said whether the account is there."""
        self._desk(tab).confirmed = False

    def left(self, tab: Tab) -> None:
        """The tab's document was replaced: advice about it is over."""
        self._desk(tab).opened = []

    def closed(self, tab: Tab) -> None:
        """The tab is gone."""
        self._desks.pop(tab, None)

    # What is said.

    def look(self, view: TabView, notices: Set[str] = frozenset()) -> Advice:
        """Take in what a tab shows now, and advise."""
        desk = self._desk(view.tab)
        on_the_way = self._known.milestones[1:-1]
        self._begun |= any(one.states.intersection(view.states) for one in on_the_way)
        self._close_what_is_past(view, desk)
        signs = self._signs(view, desk, notices)
        help_ = self._help(view, desk, signs)
        has_code = seen_as.CODE in view.states
        return Advice(
            banner=self._banner(view),
            waited=self.clock.waited if has_code else None,
            help=help_,
            says=desk.says,
            different=UNKNOWN in view.states and "different" in self.handlers,
            opened=bool(desk.opened),
            already=SUCCESS in view.states and not self._begun,
        )

    def is_waiting(self, view: TabView) -> bool:
        """Whether time alone may change what is said about this tab."""
        if not view.standing.official:
            return False
        has_clock = self.clock.waited is not None and seen_as.CODE in view.states
        desk = self._desk(view.tab)
        arrives = desk.left is not None and self._now() - desk.left < _ARRIVAL_S
        return has_clock or self.slider.is_waiting or arrives

    def _close_what_is_past(self, view: TabView, desk: _Desk) -> None:
        states = frozenset(view.states) - {UNKNOWN}
        known = states if desk.over is None else desk.over
        open_ = seen_as.open_targets(view)
        # What comes up under the thing on top, or beside it as a slider does in its
        # form, changes nothing for the person; what covers or replaces it does.
        is_new = not {*view.states[-1:]} - {UNKNOWN} <= known
        if is_new and not desk.beside & open_:
            desk.opened = []
        desk.over = states | known if desk.opened else states
        desk.beside = desk.beside if desk.opened else open_

    def _desk(self, tab: Tab) -> _Desk:
        return self._desks.setdefault(tab, _Desk())

    def _banner(self, view: TabView) -> str | None:
        if view.top is not None and view.top.offline:
            return "offline"
        other = seen_as.other_form(view, self._account)
        if other is not None:
            return other
        return "translated" if seen_as.is_translated(view) else None

    def _signs(self, view: TabView, desk: _Desk, notices: Set[str]) -> Signs:
        signs = seen_as.screen_signs(view, self._account, notices)
        if "foreign" not in signs:
            signs |= self._remembered(view, desk, signs)
        if seen_as.missing(view, self._known):
            signs.add("missing")
        if desk.opened and len(self._installed()) > 1:
            signs.add("other_browsers")
        signs |= {one for one in (desk.probe, desk.outline) if one}
        if self.looks_up(view):
            signs.add("looking_up")
        if "step_aside" in self.handlers:
            signs.add("can_step_aside")
        if "different" in self.handlers:
            signs.add("can_look_different")
        return frozenset(signs)

    def _remembered(self, view: TabView, desk: _Desk, signs: Set[str]) -> set[str]:
        """Tell clock, slider and memory what is on screen, and hear what they say."""
        if SUCCESS in view.states:
            self.clock.forget()
        else:
            self.clock.see(counting=seen_as.is_counting(view))
        handle = seen_as.handle_status(view)
        retry = seen_as.offers_retry(view)
        is_here = seen_as.SLIDER in view.states
        slides = is_here or handle is not None
        # Of a tab that never had a slider there is nothing to be told.
        if slides or desk.slides:
            self.slider.see(here=is_here, handle=handle, retry=retry, notices=signs)
        desk.slides = slides
        told = self.slider.signs if slides else set()
        if self.clock.stage is not None and seen_as.CODE in view.states:
            told.add(self.clock.stage)
        if self._may_be_registered(view, desk):
            told.add("maybe_registered")
        return told

    def _may_be_registered(self, view: TabView, desk: _Desk) -> bool:
        """A confirmed code, and then a page that says nothing of the account."""
        if seen_as.CODE in view.states:
            desk.confirmed, desk.left = seen_as.has_code(view), None
        if not desk.confirmed or not view.states or seen_as.CODE in view.states:
            return False
        # Back on a form, the code was refused; at success, there is nothing to ask.
        if not {*view.states} <= {*self._known.milestones[0].states, UNKNOWN}:
            desk.confirmed, desk.left = False, None
            return False
        desk.left = self._now() if desk.left is None else desk.left
        return self._now() - desk.left >= _ARRIVAL_S

    def _help(
        self, view: TabView, desk: _Desk, signs: Signs
    ) -> dict[str, object] | None:
        opened = self._tree.node(desk.opened[-1]) if desk.opened else None
        node = opened or self._tree.offered(signs)
        desk.says = frozenset(node.says if node else ())
        if node is None:
            desk.node, desk.offered = None, ()
            return None
        back = opened is not None and node.id != self._tree.root
        # A list that is read and aimed at keeps its order, whatever fits better now.
        kept = desk.offered if desk.node == node.id else ()
        choices = self._tree.choices(node, signs, kept)
        ways = (BACK,) if back else ()
        desk.node, desk.offered = node.id, (*(one.id for one in choices), *ways)
        return self._tree.write(node, signs, self._fields(view), choices, back=back)

    def _fields(self, view: TabView) -> dict[str, str]:
        return {
            "missing": ", ".join(seen_as.missing(view, self._known)),
            "browsers": ", ".join(self._browsers or ()),
            "waited": self.clock.waited or "",
            "refusals": str(self.slider.refusals),
            "folder": self._desk(view.tab).folder,
        }

    def _installed(self) -> list[str]:
        """Looked up when help is first opened: it asks the disk, or the registry."""
        if self._browsers is None:
            self._browsers = [browser.name for browser in installed_browsers()]
        return self._browsers
