"""Starting the installed browser as the ordinary program it is.

No disguise and no automation switches: the window, its questions and its downloads are
the person's own. It goes on running when we end, however we end.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from companion.browser.endpoint import Endpoint, ask, free_port, is_free
from companion.browser.find import Browser
from companion.browser.profile import Profile, remember
from companion.browser.tree import end_tree, own_group
from companion.errors import BrowserUnavailable

_DEADLINE = 20.0  # seconds until a browser that says nothing is given up
_GRACE = 2.0  # seconds a browser may need to start itself anew after an update
_TURN = 0.02


@dataclass(frozen=True)
class BrowserProcess:
    """A browser we started and can talk to at `ws_url`."""

    browser: Browser
    profile: Profile
    endpoint: Endpoint
    child: subprocess.Popen[bytes]

    @property
    def pid(self) -> int:
        """The id of the process we started."""
        return self.child.pid

    @property
    def port(self) -> int:
        """The loopback port it listens on."""
        return self.endpoint.port

    @property
    def ws_url(self) -> str:
        """The address `Cdp.connect` takes."""
        return self.endpoint.ws_url

    def alive(self) -> bool:
        """Whether it runs, be it under a new process id after an update."""
        return self.child.poll() is None or ask(self.port) == self.endpoint

    def close(self) -> None:
        """End its whole process tree, and wait: for demonstrations and tests."""
        end_tree(self.child)

    def leave(self) -> None:
        """Let it go on without us: the person's window stays open."""
        # Popen warns of a child it does not know to have ended.
        self.child.returncode = self.child.poll() or 0


def start_browser(
    browser: Browser,
    profile: Profile,
    url: str,
    *,
    port: int | None = None,
    environ: Mapping[str, str] | None = None,
) -> BrowserProcess:
    """Open `url` in the browser and wait until its debugging port answers.

    `port` is a loopback port, by default a random free one. `environ` is what the
    browser gets; its `COMPANION_BROWSER_ARGS` holds more arguments, for maintainers.
    Raises BrowserUnavailable: profile.in_use, browser.port_taken, browser.died,
    browser.no_answer.
    """
    environ = os.environ if environ is None else environ
    if profile.held:
        raise BrowserUnavailable("profile.in_use", name=browser.name)
    if port is not None and not is_free(port):
        raise BrowserUnavailable("browser.port_taken", port=port)
    port = port or free_port()
    child = _spawn(browser, [*_arguments(profile, port, environ), url], environ)
    try:
        endpoint = _wait_for_answer(browser, child, port)
        remember(profile, child.pid, browser.family.value, endpoint)
    except BaseException:
        end_tree(child)
        raise
    return BrowserProcess(browser, profile, endpoint, child)


def open_window(browser: Browser, profile: Profile, url: str) -> None:
    """Open `url` in another window of the browser that runs in the profile.

    As a click on its icon would: the process started here hands the address over and
    ends, which is waited for, and nothing is attached. Should the browser have ended
    meanwhile, that process is a new one. Raises BrowserUnavailable("browser.died").
    """
    where = [f"--user-data-dir={profile.path}", "--new-window"]
    arguments = [*where, *_system_arguments(), url]
    child = _spawn(browser, arguments, os.environ)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(_DEADLINE)


def _system_arguments() -> list[str]:
    if sys.platform != "linux":
        return []
    # Chromium refuses to start as root otherwise.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return arguments if Path("/dev/dri").exists() else [*arguments, "--disable-gpu"]


def _arguments(profile: Profile, port: int, environ: Mapping[str, str]) -> list[str]:
    arguments = [
        f"--remote-debugging-port={port}",
        f"--user-data-dir={profile.path}",
        "--no-first-run",
        "--no-default-browser-check",
        *_system_arguments(),
    ]
    return arguments + shlex.split(environ.get("COMPANION_BROWSER_ARGS", ""))


def _spawn(
    browser: Browser, arguments: list[str], environ: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [str(browser.path), *arguments],
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **own_group(),
        )
    except OSError as error:
        code = error.errno or 0
        raise BrowserUnavailable("browser.died", name=browser.name, code=code) from None


def _wait_for_answer(
    browser: Browser, child: subprocess.Popen[bytes], port: int
) -> Endpoint:
    deadline = time.monotonic() + _DEADLINE
    ended = False
    while (now := time.monotonic()) < deadline:
        if endpoint := ask(port):
            return endpoint
        code = child.poll()
        if code:
            raise BrowserUnavailable("browser.died", name=browser.name, code=code)
        if code == 0 and not ended:
            # Handed over to a window of the same profile, or replaced by its update.
            ended, deadline = True, now + _GRACE
        time.sleep(_TURN)
    problem = "profile.in_use" if ended else "browser.no_answer"
    raise BrowserUnavailable(problem, name=browser.name)
