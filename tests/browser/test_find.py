"""Which browser is taken, on each of the three systems and for each choice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from companion.browser.find import Family, Machine, find_browser, installed_browsers
from companion.errors import BrowserUnavailable

WINDOWS = {
    "ProgramFiles": r"C:\Program Files",
    "ProgramFiles(x86)": r"C:\Program Files (x86)",
    "LOCALAPPDATA": r"C:\Users\Lan\AppData\Local",
}
MAC = {"HOME": "/Users/lan"}
LINUX = {"HOME": "/home/lan", "PATH": "/usr/local/bin:/usr/bin"}
CHROME_APP = "Google Chrome.app/Contents/MacOS/Google Chrome"
EDGE_X86 = r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"


def _machine(
    platform: str,
    *files: str,
    registered: Callable[[str], str | None] = lambda _program: None,
) -> Machine:
    return Machine(platform, files.__contains__, registered)


@pytest.mark.parametrize(
    ("platform", "environ", "path", "family"),
    [
        (
            "win32",
            WINDOWS,
            r"C:\Program Files\Google\Chrome\Application\chrome.exe",
            Family.CHROME,
        ),
        ("win32", WINDOWS, EDGE_X86, Family.EDGE),
        (
            "win32",
            WINDOWS,
            r"C:\Users\Lan\AppData\Local\CocCoc\Browser\Application\browser.exe",
            Family.COCCOC,
        ),
        ("darwin", MAC, f"/Applications/{CHROME_APP}", Family.CHROME),
        ("darwin", MAC, f"/Users/lan/Applications/{CHROME_APP}", Family.CHROME),
        (
            "darwin",
            MAC,
            "/Applications/CocCoc.app/Contents/MacOS/CocCoc",
            Family.COCCOC,
        ),
        ("linux", LINUX, "/usr/bin/google-chrome-stable", Family.CHROME),
        ("linux", LINUX, "/usr/local/bin/microsoft-edge", Family.EDGE),
        ("linux", LINUX, "/usr/bin/coccoc-browser", Family.COCCOC),
        ("linux", LINUX, "/snap/bin/chromium", Family.CHROMIUM),
        (
            "linux",
            LINUX,
            "/home/lan/.local/share/flatpak/exports/bin/org.chromium.Chromium",
            Family.CHROMIUM,
        ),
    ],
)
def test_usual_place_of_a_browser_is_known(
    platform: str, environ: dict[str, str], path: str, family: Family
) -> None:
    """A browser at the place its maker installs it to is found."""
    machine = _machine(platform, path)

    found = find_browser(None, environ, machine)

    assert (path, family) == (str(found.path), found.family)


def test_chrome_comes_before_chromium() -> None:
    """Of several browsers the one most people know is taken."""
    machine = _machine("linux", "/usr/bin/chromium", "/usr/bin/google-chrome")

    installed = installed_browsers(LINUX, machine)

    assert ["Google Chrome", "Chromium"] == [browser.name for browser in installed]


def test_registry_tells_of_an_unusual_place() -> None:
    """A browser on another drive is found where Windows itself starts it from."""
    path = r"D:\Apps\Google\Chrome\Application\chrome.exe"
    machine = _machine("win32", path, registered={"chrome.exe": path}.get)

    found = find_browser(None, WINDOWS, machine)

    assert path == str(found.path)


def test_another_makers_program_of_the_same_name_is_not_taken() -> None:
    """A registered browser.exe outside the maker's folder is left alone."""
    path = r"C:\Users\Lan\AppData\Local\Yandex\YandexBrowser\Application\browser.exe"
    machine = _machine("win32", path, registered={"browser.exe": path}.get)

    assert [] == installed_browsers(WINDOWS, machine)


@pytest.mark.parametrize("choice", ["chromium", "Chromium", "/usr/bin/chromium"])
def test_choice_is_a_word_or_a_path(choice: str) -> None:
    """A chosen browser wins over a preferred one."""
    machine = _machine("linux", "/usr/bin/google-chrome", "/usr/bin/chromium")

    found = find_browser(choice, LINUX, machine)

    assert "/usr/bin/chromium" == str(found.path)


def test_choice_comes_from_the_environment() -> None:
    """COMPANION_BROWSER chooses when the command line does not."""
    machine = _machine("linux", "/usr/bin/google-chrome", "/usr/bin/chromium")

    found = find_browser(None, LINUX | {"COMPANION_BROWSER": "chromium"}, machine)

    assert Family.CHROMIUM is found.family


def test_mac_bundle_is_a_path() -> None:
    """The bundle a person sees in the Finder stands for the program in it."""
    machine = _machine("darwin", f"/Volumes/Apps/{CHROME_APP}")

    found = find_browser("/Volumes/Apps/Google Chrome.app", MAC, machine)

    assert f"/Volumes/Apps/{CHROME_APP}" == str(found.path)
    assert Family.CHROME is found.family


def test_unknown_program_at_a_path_is_tried_under_its_own_name() -> None:
    """A browser of an unknown maker is taken for a kind of Chromium."""
    machine = _machine("linux", "/opt/brave/brave")

    found = find_browser("/opt/brave/brave", LINUX, machine)

    assert ("brave", Family.CHROMIUM) == (found.name, found.family)


@pytest.mark.parametrize(
    ("choice", "files", "sentence"),
    [
        (None, [], "browser.none"),
        ("chrome", [], "browser.none_for_choice"),
        ("/opt/none", [], "browser.none_for_choice"),
        ("opera", ["/usr/bin/chromium"], "browser.unknown"),
        ("edge", ["/usr/bin/chromium"], "browser.not_installed"),
        ("/opt/none", ["/usr/bin/chromium"], "browser.not_executable"),
        ("/usr/bin/firefox", ["/usr/bin/firefox"], "browser.unsupported"),
    ],
)
def test_refusal_says_what_is_wrong(
    choice: str | None, files: list[str], sentence: str
) -> None:
    """Each way of having no browser has its own sentence."""
    machine = _machine("linux", *files)

    with pytest.raises(BrowserUnavailable) as refused:
        find_browser(choice, LINUX, machine)

    assert sentence == refused.value.sentence


def test_refusal_lists_what_is_installed() -> None:
    """Someone who chose a missing browser reads which ones are there."""
    machine = _machine("linux", "/usr/bin/google-chrome", "/usr/bin/chromium")

    with pytest.raises(BrowserUnavailable) as refused:
        find_browser("edge", LINUX, machine)

    named = "Google Chrome (chrome), Chromium (chromium)"
    assert named == refused.value.fields["installed"]


def test_file_that_cannot_be_run_is_refused(tmp_path: Path) -> None:
    """A path to a document is no browser."""
    document = tmp_path / "chrome"
    document.write_text("not a program", encoding="utf-8")

    with pytest.raises(BrowserUnavailable):
        find_browser(str(document))
