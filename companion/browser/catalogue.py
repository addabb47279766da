"""What the browsers are called, and where each system keeps them.

Windows and macOS places are the makers' default install locations.
"""

from __future__ import annotations

from typing import Final

NAMES: Final = {
    "chrome": "Google Chrome",
    "edge": "Microsoft Edge",
    "coccoc": "C\u1ed1c C\u1ed1c",
    "chromium": "Chromium",
}

WINDOWS_ROOTS: Final = (
    "ProgramFiles",
    "ProgramW6432",
    "ProgramFiles(x86)",
    "LOCALAPPDATA",
)

WINDOWS: Final = {
    "chrome": (r"Google\Chrome\Application", "chrome.exe"),
    "edge": (r"Microsoft\Edge\Application", "msedge.exe"),
    "coccoc": (r"CocCoc\Browser\Application", "browser.exe"),
    "chromium": (r"Chromium\Application", "chrome.exe"),
}

MAC: Final = {
    "chrome": "Google Chrome",
    "edge": "Microsoft Edge",
    "coccoc": "CocCoc",
    "chromium": "Chromium",
}

# Beside PATH: a program started from a desktop icon may have a shorter one.
LINUX_FOLDERS: Final = (
    "/usr/bin",
    "/snap/bin",
    "/var/lib/flatpak/exports/bin",
)

# Ubuntu's chromium-browser only forwards to the snap, which is tried before it.
LINUX: Final = {
    "chrome": ("google-chrome-stable", "google-chrome", "com.google.Chrome"),
    "edge": ("microsoft-edge-stable", "microsoft-edge", "com.microsoft.Edge"),
    "coccoc": ("coccoc-browser-stable", "coccoc-browser", "coccoc"),
    "chromium": ("chromium", "chromium-browser", "org.chromium.Chromium"),
}

NOT_CHROMIUM: Final = ("firefox", "safari", "iexplore")
