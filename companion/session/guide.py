"""The guide: one connection to a browser, and a session over its tabs until the end."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import signal
from collections.abc import Callable
from pathlib import Path

from companion.after.serving import AfterPage
from companion.agent.source import agent_source
from companion.browser.cdp import Cdp, CdpClosed, CdpError
from companion.browser.profile import Profile
from companion.browser.tabs import Tab, Tabs
from companion.browser.throwaway import is_throwaway
from companion.cli.printer import tell
from companion.pack.brief import compile_brief
from companion.pack.glossary import words_of
from companion.pack.hosts import hosts_match
from companion.pack.models import Account
from companion.pack.site import Pack
from companion.places import cache_dir
from companion.sentences import Sentences
from companion.session.advice import Adviser
from companion.session.announcer import Announcer
from companion.session.aside import REATTACH, Aside, AsideWriter, Reason, Window
from companion.session.beyond import Beyond
from companion.session.events import EventStream
from companion.session.foreign import Warner
from companion.session.knowledge import Knowledge, Milestone
from companion.session.notices import Notices
from companion.session.outline import Outliner
from companion.session.panel import PanelWriter
from companion.session.probe import Prober, to_try
from companion.session.session import Session
from companion.session.tree import Tree
from companion.session.view import TabView
from companion.translate.cache import Cache
from companion.translate.google import google
from companion.translate.translator import Translator


class Guide:
    """Guides in one browser; `succeeded`: the account was seen to exist."""

    def __init__(
        self,
        pack: Pack,
        stream: EventStream,
        lang: str,
        account: Account,
        window: Window,
    ) -> None:
        self._pack = pack
        self._lang = lang
        tag = _tag(window.profile)
        brief = compile_brief(pack, tag=tag, lang=lang, account=account)
        self._source = agent_source(brief)
        self._known = Knowledge.read(brief, _milestones(pack, lang))
        self._announcer = Announcer(stream, self._known)
        words = Sentences(lang)
        self._panel = PanelWriter(words, _seen(pack))
        self._adviser = Adviser(Tree(pack.help, lang), self._known, account)
        self._warner = Warner(pack, words)
        self._aside = Aside(window, AsideWriter(pack, account, words).write, words)
        own = window.profile.path
        self._after = AfterPage(pack, words, lambda: is_throwaway(own))
        self._announcer.on_success = self._succeed
        self._left: tuple[TabView, Reason] | None = None
        self._named = 0
        #: Whether an address is another page of ours, which nothing is drawn on.
        self.owns: Callable[[str], bool] = lambda _: False

    @property
    def succeeded(self) -> bool:
        """Whether the account was seen to exist."""
        return self._announcer.succeeded

    async def run(self, ws_url: str, address: str | None) -> str:
        """Guide until the end and say why it ended: `window_closed`, `interrupted`.

        Opens `address` in a tab of its own, if given.
        """
        reason = await self._attached(ws_url, address)
        try:
            while self._left is not None:
                reason = await self._step_aside(*self._left)
                if reason == REATTACH:
                    reason = await self._attached(ws_url, None)
        finally:
            self._aside.close()
            self._after.close()
        self._announcer.finished(success=False, reason=reason)
        return reason

    async def _step_aside(self, view: TabView, reason: Reason) -> str:
        """Guide from a page of our own for as long as the person wants it."""
        self._left = None
        self._announcer.withdraw()
        _on_signals(self._aside.end)
        await self._aside.open(view, reason)
        self._announcer.handed_over(view.tab, reason)
        tell("aside.left")
        ended = await self._aside.stay()
        if ended == REATTACH:
            # A new beginning: three more refusals before we leave again.
            self._adviser.slider.refusals = 0
            tell("aside.back")
        return ended

    async def _attached(self, ws_url: str, address: str | None) -> str:
        """Guide in the browser; returns why that ended, `left` when we step aside."""
        hosts = self._pack.hosts
        session = self._session(ws_url)
        try:
            async with await Cdp.connect(ws_url) as cdp:
                cdp.closed.add_done_callback(lambda closed: _closed(session, closed))
                tabs = Tabs(
                    cdp,
                    self._source,
                    lambda url: hosts_match(hosts, url).official,
                    session,
                    self._named,
                )
                session.attach(tabs)
                self._after.show = tabs.show
                self._after.open_behind = tabs.open_behind
                await tabs.start()
                if address is not None:
                    await cdp.send("Target.createTarget", {"url": address})
                reason = await session.ended
                self._named = tabs.named
                if reason != "window_closed":
                    await tabs.retire()
        except (CdpClosed, CdpError):
            reason = "window_closed"
        return reason

    def _succeed(self) -> None:
        """What the site announces stays in front."""
        if self._after.prepare():
            tell("after.opened")

    def _owns(self, url: str) -> bool:
        return self._aside.owns(url) or self._after.owns(url) or self.owns(url)

    def _session(self, ws_url: str) -> Session:
        hosts = self._pack.hosts
        session = Session(
            self._known,
            self._panel,
            self._announcer,
            self._adviser,
            lambda url: hosts_match(hosts, url),
        )

        def leave(view: TabView, reason: Reason) -> None:
            if not session.ended.done():
                self._left = (view, reason)
                session.end("left")

        session.beyond = Beyond(
            self._announcer, self._warner.warning, tell, self._owns, leave
        )
        session.beyond.stays = self._after.owns
        self._answer_choices(session, ws_url)
        session.words = words_of(self._pack.glossary, self._lang)
        session.explain(
            Notices(self._pack.notices, self._lang),
            tell,
            Translator(google, self._lang, Cache(cache_dir(), self._lang)),
        )
        _on_signals(session.end)
        return session

    def _answer_choices(self, session: Session, ws_url: str) -> None:
        """Say who carries out what a choice in the panel asks for."""
        hosts = self._pack.hosts
        prober = Prober(
            to_try(self._pack),
            self._adviser,
            session.refresh,
            lambda url: hosts_match(hosts, url).practice,
        )
        outliner = Outliner(
            self._pack, self._adviser, ws_url, session.refresh, self._captured
        )
        look_up = self._adviser.look_up
        self._adviser.handlers |= {
            "probe": prober.ask,
            "registered": session.said_so,
            "not_registered": self._adviser.answered,
            "translate": session.allow_translation,
            "step_aside": session.beyond.step_aside,
            "different": outliner.keep,
            "lookup": lambda tab: look_up(tab, on=True),
            "lookup_off": lambda tab: look_up(tab, on=False),
            "after": self._after.open,
        }

    def _captured(self, tab: Tab, folder: Path) -> None:
        self._announcer.captured(tab, folder)
        tell("capture.saved", path=folder)
        tell("capture.review")


def _closed(session: Session, closed: asyncio.Future[None]) -> None:
    error = closed.exception()
    if error is None:
        session.end("window_closed")
    else:
        session.failed(error)


def _on_signals(end: Callable[[str], None]) -> None:
    """Ctrl-C ends the session and not the program: there are drawings to take away."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers; there Ctrl-C cancels the run instead.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, end, "interrupted")


def _tag(profile: Profile) -> str:
    """The same for every session in a profile, so that a new one finds what is left."""
    return f"x-{hashlib.sha256(str(profile.path).encode()).hexdigest()[:10]}"


def _milestones(pack: Pack, lang: str) -> tuple[Milestone, ...]:
    return tuple(
        Milestone(
            one.id,
            getattr(one.words, lang),
            frozenset(one.targets),
            frozenset(one.states),
        )
        for one in pack.milestones
    )


def _seen(pack: Pack) -> dict[str, str]:
    return {
        state: str(pack.pages[page].page.seen)
        for state, page in pack.page_of_state.items()
    }
