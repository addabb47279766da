"""What every test stands on: a screen, the installed browser, and nothing left over."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from companion.browser.find import find_browser
from companion.browser.screen import VirtualScreen, has_screen
from companion.data import selectors_dir
from companion.pack.load import load_pack
from companion.pack.site import Pack

# Every process a test starts inherits this, however far it moves from its parent.
_MARK = "COMPANION_TEST_RUN"
_LONG = {"e2e", "promises", "capture", "check", "pick", "after", "welcome", "guide"}
_WINDOW: ViewportSize = {"width": 1280, "height": 720}


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--thorough`: the tests that show again what shorter ones show, too."""
    parser.addoption("--thorough", action="store_true", help="no test is left out")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Begin with the long files; leave out `thorough` ones, unless asked for.

    Whole programs wait for pages more than they work: run last, one after the other,
    they would leave a processor idle.
    """
    items.sort(key=lambda item: item.path.parent.name not in _LONG)
    if config.getoption("--thorough"):
        return
    left = [item for item in items if item.get_closest_marker("thorough")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: whole programs wait half of their time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail the run, and end them, if processes it started are still there."""
    os.environ[_MARK] = uuid.uuid4().hex

    yield

    if sys.platform == "linux":
        left = _survivors(f"{_MARK}={os.environ[_MARK]}".encode())
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        if left:
            pytest.fail(f"processes were left behind: {left}")


@pytest.fixture(scope="session", autouse=True)
def place_of_its_own(
    nothing_left_behind: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Keep the run away from the tester's own profile and settings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPANION_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session", autouse=True)
def display(nothing_left_behind: None) -> Iterator[None]:
    """Show windows on a virtual screen where there is no other."""
    if has_screen():
        yield
        return
    with VirtualScreen() as virtual, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISPLAY", virtual.display)
        patch.delenv("WAYLAND_DISPLAY", raising=False)
        yield


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The pack of 1688."""
    return load_pack(selectors_dir() / "1688")


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    """Let pytest-playwright open the installed browser in a real, visible window."""
    return browser_type_launch_args | {
        "executable_path": str(find_browser(None, os.environ).path),
        "headless": False,
        # Without it the first screenshot on a virtual screen fails now and then.
        "args": ["--disable-gpu"],
    }


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all tests of a file."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def page(window: Page) -> Iterator[Page]:
    """An empty page in it: a window for each test takes longer than most tests."""
    window.set_viewport_size(_WINDOW)
    yield window
    for popup in window.context.pages[1:]:
        popup.close()
    window.unroute_all()
    window.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    window.context.clear_permissions()
    window.mouse.up()
    window.mouse.move(0, 0)
    window.goto("about:blank")


def _survivors(mark: bytes, *, seconds: float = 5) -> dict[int, str]:
    """Processes with `mark` in their environment that do not end within `seconds`."""
    deadline = time.monotonic() + seconds
    for pid, _ in list(_processes(mark)):
        try:
            ended = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        patience = max(0.0, deadline - time.monotonic())
        select.select([ended], [], [], patience)
        os.close(ended)
    return dict(_processes(mark))


def _processes(mark: bytes) -> Iterator[tuple[int, str]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ")
                yield int(folder.name), command.decode(errors="replace")[:120]
        except OSError:  # gone meanwhile, or somebody else's
            continue
