"""A real browser on a screen in memory, with a profile that is thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from companion.browser.find import Browser, find_browser
from companion.browser.process import BrowserProcess, start_browser
from companion.browser.profile import Profile, prepare_profile
from companion.browser.screen import VirtualScreen

Start = Callable[[], BrowserProcess]


@pytest.fixture(scope="session")
def environ() -> Iterator[dict[str, str]]:
    """The environment of a program that shows its window on a screen in memory."""
    with VirtualScreen() as screen:
        yield screen.environ()


@pytest.fixture(scope="session")
def installed() -> Browser:
    """The browser of this machine."""
    return find_browser()


@pytest.fixture
def profile(tmp_path: Path, installed: Browser) -> Profile:
    """A profile nobody has used."""
    return prepare_profile(tmp_path, installed.family)


@pytest.fixture
def start(
    installed: Browser, profile: Profile, environ: dict[str, str]
) -> Iterator[Start]:
    """Starts the browser in the profile; ends it after the test."""
    started: list[BrowserProcess] = []

    def open_blank_page() -> BrowserProcess:
        started.append(
            start_browser(installed, profile, "about:blank", environ=environ)
        )
        return started[-1]

    yield open_blank_page
    for process in started:
        process.close()


@pytest.fixture(scope="module")
def running(
    tmp_path_factory: pytest.TempPathFactory,
    installed: Browser,
    environ: dict[str, str],
) -> Iterator[BrowserProcess]:
    """A running browser shared by the tests of a module."""
    root = tmp_path_factory.mktemp("profiles")
    profile = prepare_profile(root, installed.family)
    process = start_browser(installed, profile, "about:blank", environ=environ)
    yield process
    process.close()
