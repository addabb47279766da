"""Stepping aside: nothing of ours is in the browser, and a page of our own guides on.

A slider that refuses again and again may hold our presence against the person. Then
every drawing is taken away, the connection is closed, and the window stays as it is.
The page is opened as a click on the browser's icon would; its button brings us back.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Literal

from companion.browser.find import Browser
from companion.browser.process import open_window
from companion.browser.profile import Profile, is_held
from companion.errors import BrowserUnavailable
from companion.pack.models import Account, PageFile
from companion.pack.site import Pack
from companion.pages import Button, Copy, Page, Part, ServedPages, serve
from companion.sentences import Sentences
from companion.session.tree import Tree
from companion.session.view import TabView

#: Why we leave: the slider refused three times, or the person wants us to.
Reason = Literal["slider_refused", "asked"]
REATTACH = "reattach"

# Nobody tells that a window was closed, with nothing attached: it is looked up.
_LOOKS_S = 1.0
_NAME = "guide"
_SLIDER = "slider"


@dataclass(frozen=True)
class Window:
    """The browser that the person sees, spoken to without attaching to it."""

    browser: Browser
    profile: Profile

    def open(self, url: str) -> None:
        """Show an address in a window of its own, as far as the browser lets us.

        Takes as long as the browser takes to be told.
        """
        with contextlib.suppress(BrowserUnavailable):
            open_window(self.browser, self.profile, url)

    def is_open(self) -> bool:
        """Whether the browser still runs."""
        return is_held(self.profile)


class Aside:
    """The time that we are not attached; `end` is safe in the event loop only."""

    def __init__(
        self, window: Window, write: Callable[[TabView, Reason], Page], words: Sentences
    ) -> None:
        self._window = window
        self._write = write
        self._words = words
        self._page = Page(title="")
        self._served: ServedPages | None = None
        self._ended: asyncio.Future[str] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def owns(self, url: str) -> bool:
        """Whether an address is the page of our own."""
        return self._served is not None and self._served.owns(url)

    async def open(self, view: TabView, reason: Reason) -> None:
        """Open the page, for somebody who was looking at `view`."""
        self._loop = asyncio.get_running_loop()
        self._ended = self._loop.create_future()
        self._page = self._write(view, reason)
        address = self._serve().address(_NAME)
        await asyncio.to_thread(self._window.open, address)

    async def stay(self) -> str:
        """Guide from the open page; returns why it ended.

        `reattach`, `window_closed`, or what `end` was given.
        """
        assert self._ended is not None
        watch = asyncio.create_task(self._watch())
        try:
            return await self._ended
        finally:
            watch.cancel()

    def end(self, reason: str) -> None:
        """Stay no longer; the first reason counts."""
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(reason)

    def close(self) -> None:
        """The page can still be read, but does nothing any more."""
        if self._served is not None:
            self._served.close()
            self._served = None

    def _serve(self) -> ServedPages:
        if self._served is None:
            pages = {_NAME: lambda: self._page}
            self._served = serve(pages, self._asked, self._words).__enter__()
        return self._served

    def _asked(self, action: str) -> str | None:
        """In a thread of the server: the person wants the guidance on the page back."""
        if self._loop is None or self._ended is None or self._ended.done():
            return self._words.say("aside.attached")
        self._loop.call_soon_threadsafe(self.end, action)
        return None

    async def _watch(self) -> None:
        while await asyncio.to_thread(self._window.is_open):
            await asyncio.sleep(_LOOKS_S)
        self.end("window_closed")


class AsideWriter:
    """Writes the page that guides from aside: the slider, then what is left to do."""

    def __init__(self, pack: Pack, account: Account, words: Sentences) -> None:
        self._pack = pack
        self._account = account
        self._tree = Tree(pack.help, words.lang)
        self._words = words

    def write(self, view: TabView, reason: Reason) -> Page:
        """The page for somebody who was looking at this."""
        say = self._words.say
        parts = [self._slider(view), self._steps(view), self._safety()]
        if reason == "slider_refused":
            parts = [self._advice("slider_thrice", "warn"), *parts]
        return Page(
            title=say("aside.title"),
            lead=say("aside.lead"),
            parts=tuple(filter(None, (*parts, self._support()))),
            buttons=(
                Button(
                    REATTACH,
                    say("aside.reattach"),
                    hint=say("aside.reattach_hint"),
                    done=say("aside.reattaching"),
                ),
            ),
        )

    def steps(self, view: TabView) -> list[str]:
        """Ids of the targets that are left: those on screen first, in their order."""
        seen = {s.target: s for f in view.frames.values() for s in f.targets.values()}
        wanted = [f.wants for f in view.frames.values() if f.wants in self._pack.order]
        ranks = [self._pack.order.index(target or "") for target in wanted]
        left = [
            target
            for target in self._pack.order[min(ranks, default=0) :]
            if self._concerns(target)
            and not (target in seen and seen[target].status == "done")
        ]
        return sorted(left, key=lambda target: not self._is_here(target, view, seen))

    def _is_here(self, target: str, view: TabView, seen: Container[str]) -> bool:
        """On screen, or part of what is: a refused slider has no handle to be seen."""
        page = next(one for one in self._pack.pages.values() if _has(one, target))
        return target in seen or any(one.id in view.states for one in page.states)

    def _concerns(self, target: str) -> bool:
        known = self._pack.targets[target]
        # What only some pages have would be looked for in vain on the others.
        return known.required and known.account in (None, self._account)

    def _steps(self, view: TabView) -> Part:
        words = self._pack.targets
        lang = self._words.lang
        hints = [getattr(words[one].words, lang).hint for one in self.steps(view)]
        done = self._words.say("aside.done")
        return Part(title=self._words.say("aside.steps"), steps=(*hints, done))

    def _slider(self, view: TabView) -> Part | None:
        return self._advice("slider", "plain") if _SLIDER in view.states else None

    def _advice(self, id_: str, tone: Literal["plain", "warn"]) -> Part | None:
        node = self._tree.node(id_)
        if node is None:
            return None
        signs = frozenset({"slider:ready"})
        model = self._tree.write(node, signs, {}, (), back=False)
        lines = model["lines"]
        assert isinstance(lines, list)
        return Part(title=str(model["title"]), lines=tuple(lines), tone=tone)

    def _safety(self) -> Part:
        line = self._words.say("aside.safety")
        return Part(title=self._words.say("aside.safety_title"), lines=(line,))

    def _support(self) -> Part | None:
        node = self._tree.node("support_slider")
        if node is None:
            return None
        lang = self._words.lang
        copies = tuple(Copy(one.zh, getattr(one, lang)) for one in node.copies)
        title = self._words.say("aside.support_title")
        line = self._words.say("aside.support")
        return Part(title=title, lines=(line,), copies=copies)


def _has(page: PageFile, target: str) -> bool:
    return any(one.id == target for one in page.targets)
