"""The rest of the computer: screen, fonts, the terminal's letters, and the disk."""

from __future__ import annotations

import contextlib
import locale
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from companion.browser.screen import has_screen
from companion.doctor.finding import Finding
from companion.places import data_dir

_MB = 1 << 20
# A profile that has seen the site once takes about 60 MB; a browser stops near zero.
_LITTLE_MB = 1024
_NOTHING_MB = 200

_PATIENCE_S = 1.5
_UTF8_PAGE = 65001
# Language -> what fontconfig calls it.
_FONTCONFIG = {"vi": "vi", "zh": "zh-cn"}
# Files that come with the system, one of which is enough.
_WINDOWS_FONTS = {
    "vi": ("segoeui.ttf", "arial.ttf", "tahoma.ttf"),
    "zh": ("msyh.ttc", "msyh.ttf", "simsun.ttc", "simsunb.ttf", "Deng.ttf"),
}
_MAC_FONTS = {
    "vi": ("SFNS.ttf", "Helvetica.ttc", "Supplemental/Arial.ttf"),
    "zh": ("PingFang.ttc", "STHeiti Light.ttc", "Hiragino Sans GB.ttc"),
}


def look_at_screen(environ: Mapping[str, str] | None = None) -> list[Finding]:
    """Whether a window can be shown."""
    here = has_screen(environ)
    return [Finding("screen", "ok" if here else "fail", "ok" if here else "none")]


def look_at_fonts(platform: str = sys.platform) -> list[Finding]:
    """Whether Vietnamese and Chinese letters can be drawn."""
    missing = {language: _lacks(language, platform) for language in _FONTCONFIG}
    if None in missing.values():
        return [Finding("fonts", "warn", "unknown")]
    lacking = [language for language, lacks in missing.items() if lacks]
    found = [Finding("fonts", "warn", language) for language in lacking]
    return found or [Finding("fonts", "ok", "ok")]


def _lacks(language: str, platform: str) -> bool | None:
    if platform == "win32":
        folder = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "Fonts")
        return not any((folder / one).exists() for one in _WINDOWS_FONTS[language])
    if platform == "darwin":
        folder = Path("/System/Library/Fonts")
        return not any((folder / one).exists() for one in _MAC_FONTS[language])
    command = ["fc-list", f":lang={_FONTCONFIG[language]}", "file"]
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        listed = subprocess.run(command, capture_output=True, timeout=_PATIENCE_S)
        return not listed.stdout.strip()
    return None


def look_at_letters() -> list[Finding]:
    """Whether the terminal takes Vietnamese letters."""
    page = _code_page()
    if page is None:
        return [Finding("letters", "ok", "ok")]
    return [Finding("letters", "warn", "page", {"page": page})]


def _code_page() -> str | None:
    """The name of the terminal's encoding unless it is UTF-8."""
    if sys.platform == "win32":
        import ctypes

        page = int(ctypes.windll.kernel32.GetConsoleOutputCP())
        # 0: there is no console, so there is nobody to read it.
        return None if page in (0, _UTF8_PAGE) else str(page)
    encoding = locale.getencoding()
    return None if encoding.replace("-", "").lower() == "utf8" else encoding


def look_at_disk(place: Path | None = None) -> list[Finding]:
    """Whether there is room for a profile, and the right to write one."""
    place = place or data_dir()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"x")
            file.flush()
        free = shutil.disk_usage(place).free // _MB
    except OSError:
        return [Finding("disk", "fail", "not_writable")]
    room = {"free": free}
    if free < _NOTHING_MB:
        return [Finding("disk", "fail", "full", room)]
    little = free < _LITTLE_MB
    return [
        Finding("disk", "warn" if little else "ok", "low" if little else "ok", room)
    ]
