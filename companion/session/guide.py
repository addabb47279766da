"""The guide: one connection to a browser, and a session over its tabs until the end."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import signal

from companion.agent.source import agent_source
from companion.browser.cdp import Cdp, CdpClosed, CdpError
from companion.browser.profile import Profile
from companion.browser.tabs import Tabs
from companion.pack.brief import compile_brief
from companion.pack.hosts import hosts_match
from companion.pack.models import Account
from companion.pack.site import Pack
from companion.sentences import Sentences
from companion.session.announcer import Announcer
from companion.session.events import EventStream
from companion.session.knowledge import Knowledge, Milestone
from companion.session.panel import PanelWriter
from companion.session.session import Session


class Guide:
    """Guides in one browser; `succeeded`: the account was seen to exist."""

    def __init__(
        self,
        pack: Pack,
        stream: EventStream,
        lang: str,
        account: Account,
        profile: Profile,
    ) -> None:
        self._pack = pack
        self._lang = lang
        brief = compile_brief(pack, tag=_tag(profile), lang=lang, account=account)
        self._source = agent_source(brief)
        self._known = Knowledge.read(brief, _milestones(pack, lang))
        self._announcer = Announcer(stream, self._known)
        self._panel = PanelWriter(Sentences(lang), _seen(pack))

    @property
    def succeeded(self) -> bool:
        """Whether the account was seen to exist."""
        return self._announcer.succeeded

    async def run(self, ws_url: str, address: str | None) -> str:
        """Guide until the end and say why it ended: `window_closed`, `interrupted`.

        Opens `address` in a tab of its own, if given.
        """
        hosts = self._pack.hosts
        session = Session(
            self._known,
            self._panel,
            self._announcer,
            lambda url: hosts_match(hosts, url),
        )
        _end_on_signals(session)
        try:
            async with await Cdp.connect(ws_url) as cdp:
                cdp.closed.add_done_callback(lambda closed: _closed(session, closed))
                tabs = Tabs(
                    cdp,
                    self._source,
                    lambda url: hosts_match(hosts, url).official,
                    session,
                )
                session.attach(tabs)
                await tabs.start()
                if address is not None:
                    await cdp.send("Target.createTarget", {"url": address})
                reason = await session.ended
                if reason == "interrupted":
                    await tabs.retire()
        except (CdpClosed, CdpError):
            reason = "window_closed"
        self._announcer.finished(success=False, reason=reason)
        return reason


def _closed(session: Session, closed: asyncio.Future[None]) -> None:
    error = closed.exception()
    if error is None:
        session.end("window_closed")
    else:
        session.failed(error)


def _end_on_signals(session: Session) -> None:
    """Ctrl-C ends the session and not the program: there are drawings to take away."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers; there Ctrl-C cancels the run instead.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, session.end, "interrupted")


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
