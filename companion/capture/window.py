"""The browser window that a capture looks into: the one that is open, or a new one."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from companion.browser.cdp import Cdp, CdpClosed
from companion.browser.endpoint import open_addresses
from companion.browser.find import Family, find_browser
from companion.browser.process import BrowserProcess, start_browser
from companion.browser.profile import (
    Profile,
    Running,
    prepare_profile,
    profiles_root,
    running_session,
)
from companion.browser.screen import has_screen
from companion.capture.addresses import INNER
from companion.cli.printer import tell
from companion.errors import BrowserUnavailable, NoScreen

_CLOSING_S = 10.0


@dataclass(frozen=True)
class Window:
    """A running browser; `ours` when it was started for this capture."""

    ws_url: str
    port: int
    ours: bool


@contextlib.contextmanager
def running_window(choice: str | None) -> Iterator[Window]:
    """The window of a session that is open. Raises BrowserUnavailable."""
    installed = find_browser(choice)
    root = profiles_root(installed)
    families = [installed.family] if choice else list(Family)
    profiles = [Profile(root / one.value, held=True) for one in families]
    sessions = [one for one in map(running_session, profiles) if one]
    running: Running | None = max(sessions, key=lambda one: one.started, default=None)
    if running is None:
        raise BrowserUnavailable("capture.nothing_open")
    yield Window(running.ws_url, running.port, ours=False)


@contextlib.contextmanager
def new_window(choice: str | None, *, stays: bool) -> Iterator[Window]:
    """A browser of our own profile; closed at the end unless it `stays` open.

    One that is open already is used and left open. Raises BrowserUnavailable, NoScreen.
    """
    if not has_screen():
        raise NoScreen("screen.none")
    installed = find_browser(choice)
    profile = prepare_profile(profiles_root(installed), installed.family)
    if running := running_session(profile):
        yield Window(running.ws_url, running.port, ours=False)
        return
    tell("start.opening", name=installed.name)
    process = start_browser(installed, profile, "about:blank", environ=dict(os.environ))
    try:
        yield Window(process.ws_url, process.port, ours=True)
    except BaseException:
        # Nobody has asked it to close.
        process.leave() if stays else process.close()
        raise
    if stays:
        process.leave()
    else:
        _wait_for_end(process)


async def close_browser(cdp: Cdp) -> None:
    """Close the whole window as its own cross would."""
    with contextlib.suppress(CdpClosed):
        await cdp.send("Browser.close")


def _wait_for_end(process: BrowserProcess) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.child.wait(_CLOSING_S)
    process.close()


async def front_tab(cdp: Cdp, window: Window) -> str:
    """The tab that was used last. Raises BrowserUnavailable when none shows a page."""
    listed = await cdp.send("Target.getTargets")
    tabs = {
        one["url"]: one["targetId"]
        for one in reversed(listed["targetInfos"])
        if one["type"] == "page"
    }
    # Newest first, by when a person last did something there.
    for url in open_addresses(window.port):
        if url in tabs and url not in INNER and url.startswith(("http:", "https:")):
            target: str = tabs[url]
            return target
    raise BrowserUnavailable("capture.nothing_open")


async def open_tab(cdp: Cdp, window: Window, url: str) -> str:
    """Open the address in a tab; the empty one of a new window is used for it."""
    if window.ours:
        listed = await cdp.send("Target.getTargets")
        empty = [
            one["targetId"]
            for one in listed["targetInfos"]
            if one["type"] == "page" and one["url"] in INNER
        ]
        opened = await cdp.send("Target.createTarget", {"url": url})
        for target in empty:
            await cdp.send("Target.closeTarget", {"targetId": target})
    else:
        opened = await cdp.send("Target.createTarget", {"url": url})
    tab: str = opened["targetId"]
    return tab
