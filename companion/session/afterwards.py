"""`companion start --after`: the page after the account, and nothing attached to it."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass

from companion.after.serving import AfterPage
from companion.browser.process import BrowserProcess, start_browser
from companion.browser.profile import running_session
from companion.browser.throwaway import is_throwaway
from companion.cli.printer import tell
from companion.errors import Interrupted, PageUnreachable
from companion.pack.site import Pack
from companion.sentences import Sentences
from companion.session.aside import Window
from companion.session.events import EventStream

# Nobody tells that a window was closed, with nothing attached: it is looked up.
_LOOKS_S = 0.5


@dataclass(frozen=True)
class Afterwards:
    """The page for somebody whose account exists, who needs no guidance to it."""

    pack: Pack
    lang: str
    stream: EventStream
    window: Window

    def show(self) -> None:
        """Show the page until the window is closed.

        Raises Interrupted, BrowserUnavailable, and PageUnreachable when there is none.
        """
        profile = self.window.profile.path
        page = AfterPage(self.pack, Sentences(self.lang), lambda: is_throwaway(profile))
        address = page.address()
        if address is None:
            raise PageUnreachable("after.none_here")
        with contextlib.closing(page):
            self._show(address)

    def _show(self, address: str) -> None:
        process = self._open(address)
        reason = "window_closed"
        try:
            tell("after.shown")
            while self.window.is_open():
                time.sleep(_LOOKS_S)
        except KeyboardInterrupt:
            reason = "interrupted"
            raise Interrupted from None
        finally:
            self.stream.emit("finished", success=False, reason=reason)
            # A closed window's process ends by itself; an open window is the person's.
            with contextlib.suppress(TimeoutError):
                if process is not None:
                    process.leave()
        tell("after.closed")

    def _open(self, address: str) -> BrowserProcess | None:
        """Start the browser; None when it runs already, and has got another window."""
        browser, profile = self.window.browser, self.window.profile
        running = running_session(profile)
        tell("start.opening", name=browser.name)
        if running is not None:
            self.window.open(address)
            self.stream.emit("browser", name=browser.name, port=running.port)
            return None
        process = start_browser(browser, profile, address, environ=dict(os.environ))
        self.stream.emit("browser", name=browser.name, port=process.port)
        return process
