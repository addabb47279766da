"""Finding an installed browser that the guidance can be drawn in.

Chrome first since most people have it, Coc Coc late because its built-in ad blocking
may disturb the slider's scripts. Only browsers built on Chromium speak our protocol.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath, PureWindowsPath

from companion.browser import catalogue
from companion.errors import BrowserUnavailable


class Family(Enum):
    """Browsers that differ in name, place and profile; in the order they are tried."""

    CHROME = "chrome"
    EDGE = "edge"
    COCCOC = "coccoc"
    CHROMIUM = "chromium"


@dataclass(frozen=True)
class Browser:
    """A browser's display name, its executable, and what kind it is."""

    name: str
    path: Path
    family: Family


def _is_executable(path: str) -> bool:
    return Path(path).is_file() and os.access(path, os.X_OK)


def _registered(program: str) -> str | None:
    """The full path Windows itself starts `program` from (registry "App Paths")."""
    if sys.platform != "win32":
        return None
    import winreg

    key = rf"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\{program}"
    for hive in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        try:
            return str(winreg.QueryValue(hive, key)).strip('"')
        except OSError:
            continue
    return None


@dataclass(frozen=True)
class Machine:
    """What finding asks of a computer; replaceable, to try all three systems."""

    platform: str = sys.platform
    exists: Callable[[str], bool] = _is_executable
    registered: Callable[[str], str | None] = _registered


THIS_MACHINE = Machine()


def find_browser(
    choice: str | None = None,
    environ: Mapping[str, str] | None = None,
    machine: Machine = THIS_MACHINE,
) -> Browser:
    """The browser to start: `choice`, `COMPANION_BROWSER`, or the first installed.

    A choice is a family's word (chrome, edge, coccoc, chromium) or a path, also of a
    macOS bundle. Raises BrowserUnavailable, which tells what is installed.
    """
    environ = os.environ if environ is None else environ
    choice = choice or environ.get("COMPANION_BROWSER") or None
    if choice and _looks_like_path(choice):
        return _at_path(choice, environ, machine)
    installed = installed_browsers(environ, machine)
    if choice is None:
        if not installed:
            raise BrowserUnavailable("browser.none")
        return installed[0]
    word = choice.strip().lower()
    chosen = next((found for found in installed if found.family.value == word), None)
    if chosen is None:
        known = word in {family.value for family in Family}
        problem = "browser.not_installed" if known else "browser.unknown"
        raise _refusal(problem, choice, installed)
    return chosen


def installed_browsers(
    environ: Mapping[str, str] | None = None, machine: Machine = THIS_MACHINE
) -> list[Browser]:
    """At most one browser of each family, in the order of preference."""
    environ = os.environ if environ is None else environ
    found = []
    for family in Family:
        places = _places(family, environ, machine)
        path = next((place for place in places if machine.exists(place)), None)
        if path is not None:
            found.append(Browser(catalogue.NAMES[family.value], Path(path), family))
    return found


def _places(
    family: Family, environ: Mapping[str, str], machine: Machine
) -> Iterator[str]:
    if machine.platform == "win32":
        return _windows_places(family, environ, machine)
    if machine.platform == "darwin":
        return _mac_places(family, environ)
    return _linux_places(family, environ)


def _windows_places(
    family: Family, environ: Mapping[str, str], machine: Machine
) -> Iterator[str]:
    folder, program = catalogue.WINDOWS[family.value]
    for variable in catalogue.WINDOWS_ROOTS:
        if environ.get(variable):
            yield str(PureWindowsPath(environ[variable], folder, program))
    registered = machine.registered(program)
    # "chrome.exe" and "browser.exe" are also names of other makers' programs.
    if registered and folder.lower() in registered.lower():
        yield registered


def _mac_places(family: Family, environ: Mapping[str, str]) -> Iterator[str]:
    app = catalogue.MAC[family.value]
    for root in ("/", environ.get("HOME")):
        if root:
            bundle = PurePosixPath(root, "Applications", f"{app}.app")
            yield str(bundle / "Contents/MacOS" / app)


def _linux_places(family: Family, environ: Mapping[str, str]) -> Iterator[str]:
    folders = [*environ.get("PATH", os.defpath).split(":"), *catalogue.LINUX_FOLDERS]
    if environ.get("HOME"):
        user_exports = PurePosixPath(
            environ["HOME"], ".local/share/flatpak/exports/bin"
        )
        folders.append(str(user_exports))
    for program in catalogue.LINUX[family.value]:
        for folder in folders:
            if folder:
                yield str(PurePosixPath(folder, program))


def _looks_like_path(choice: str) -> bool:
    return any(sign in choice for sign in "/\\") or choice.endswith((".exe", ".app"))


def _at_path(choice: str, environ: Mapping[str, str], machine: Machine) -> Browser:
    path = str(Path(choice).expanduser())
    stem = PureWindowsPath(path).stem
    if machine.platform == "darwin" and path.rstrip("/").endswith(".app"):
        path = str(PurePosixPath(path, "Contents/MacOS", stem))
    if any(other in stem.lower() for other in catalogue.NOT_CHROMIUM):
        raise BrowserUnavailable("browser.unsupported", choice=choice)
    path = shutil.which(path) or path if machine is THIS_MACHINE else path
    if not machine.exists(path):
        installed = installed_browsers(environ, machine)
        raise _refusal("browser.not_executable", choice, installed)
    family = _family_of(path)
    name = catalogue.NAMES[family.value] if family else stem
    return Browser(name, Path(path), family or Family.CHROMIUM)


def _family_of(path: str) -> Family | None:
    flat = path.lower().replace(" ", "-").replace("\\", "/")
    signs = {
        Family.COCCOC: ("coccoc",),
        Family.EDGE: ("msedge", "microsoft-edge"),
        Family.CHROMIUM: ("chromium",),
        Family.CHROME: ("google-chrome", "google/chrome", "com.google.chrome"),
    }
    for family, words in signs.items():
        if any(word in flat for word in words):
            return family
    return None


def _refusal(problem: str, choice: str, installed: list[Browser]) -> BrowserUnavailable:
    if not installed:
        return BrowserUnavailable("browser.none_for_choice", choice=choice)
    names = ", ".join(f"{found.name} ({found.family.value})" for found in installed)
    return BrowserUnavailable(problem, choice=choice, installed=names)
