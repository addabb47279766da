"""Which browsers there are, and whether one can be started and spoken to."""

from __future__ import annotations

import contextlib
import os
import plistlib
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from companion.browser import catalogue
from companion.browser.endpoint import ask, free_port
from companion.browser.find import Browser, find_browser, installed_browsers
from companion.browser.profile import profiles_root
from companion.browser.throwaway import remove_tree
from companion.browser.tree import end_tree, own_group
from companion.doctor.finding import Finding, Level, Patience
from companion.errors import BrowserUnavailable

# The drawings stand in the top layer and on anchors, which came with Chromium 125.
_OLDEST = 125
_LEVELS: dict[str, Level] = {"ok": "ok", "slow": "warn", "died": "fail"}
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_TURN_S = 0.03
#: Begins the name of the folder that a try needs for a moment.
PREFIX = "doctor-"


@dataclass(frozen=True)
class _Tried:
    result: str
    version: str | None = None


def look_at_browsers(patience: Patience) -> list[Finding]:
    """What is installed, and how a start without a window went."""
    try:
        chosen = find_browser()
    except BrowserUnavailable:
        others = installed_browsers()
        if not others:
            return [Finding("browser", "fail", "none")]
        # What was asked for may be a path, which the report does not repeat.
        named = {"browsers": _list(others, None, None)}
        return [Finding("browser", "fail", "choice", named)]
    tried = _try(chosen, patience)
    found = installed_browsers()
    everything = found if chosen in found else [chosen, *found]
    named = {"browsers": _list(everything, chosen, tried.version)}
    findings = [Finding("browser", "ok", "ok", named)]
    name = {"name": catalogue.NAMES[chosen.family.value]}
    findings.append(Finding("attach", _LEVELS[tried.result], tried.result, name))
    if tried.version and int(tried.version.partition(".")[0]) < _OLDEST:
        findings.append(Finding("browser", "warn", "old", name | {"oldest": _OLDEST}))
    return findings


def _list(found: list[Browser], tried: Browser | None, version: str | None) -> str:
    told = []
    for browser in found:
        known = version if browser == tried else version_of(browser)
        name = catalogue.NAMES[browser.family.value]
        told.append(f"{name} {known}" if known else name)
    return ", ".join(told)


def version_of(browser: Browser) -> str | None:
    """The version, as it can be learned without opening a window."""
    with contextlib.suppress(OSError, ValueError, subprocess.SubprocessError):
        if sys.platform == "win32":
            # `--version` opens a window there; the installer names a folder after it.
            folders = [one.name for one in browser.path.parent.iterdir()]
            versions = [name for name in folders if _VERSION.fullmatch(name)]
            return max(versions, key=_numbers, default=None)
        if sys.platform == "darwin":
            told = (browser.path.parents[1] / "Info.plist").read_bytes()
            return _version(plistlib.loads(told).get("CFBundleShortVersionString", ""))
        answer = subprocess.run(
            [str(browser.path), "--version"], capture_output=True, text=True, timeout=1
        )
        return _version(answer.stdout)
    return None


def _version(text: str) -> str | None:
    found = _VERSION.search(text)
    return found[0] if found else None


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _try(browser: Browser, patience: Patience) -> _Tried:
    """Start it in a folder of its own, without a window, and see whether it answers."""
    with _folder(browser) as folder:
        port = free_port()
        command = [
            str(browser.path),
            "--headless=new",
            f"--remote-debugging-port={port}",
            f"--user-data-dir={folder}",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-gpu",
            *(["--no-sandbox"] if sys.platform == "linux" and not os.geteuid() else []),
            "about:blank",
        ]
        quiet = subprocess.DEVNULL
        try:
            child = subprocess.Popen(
                command, stdin=quiet, stdout=quiet, stderr=quiet, **own_group()
            )
        except OSError:
            return _Tried("died")
        try:
            return _wait(child, port, patience)
        finally:
            with contextlib.suppress(OSError):
                # Nothing in its folder is worth the time of an orderly end.
                child.kill()
            end_tree(child)


def _wait(child: subprocess.Popen[bytes], port: int, patience: Patience) -> _Tried:
    while patience.left:
        if endpoint := ask(port, timeout=0.5):
            return _Tried("ok", _version(endpoint.version))
        if child.poll() is not None:
            return _Tried("died")
        time.sleep(_TURN_S)
    return _Tried("slow")


@contextlib.contextmanager
def _folder(browser: Browser) -> Iterator[Path]:
    """Where this browser can write: a confined one sees no ordinary `/tmp`."""
    root = profiles_root(browser)
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        yield folder
    finally:
        remove_tree(folder)
