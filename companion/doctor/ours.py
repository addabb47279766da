"""What is our own: the knowledge of the site, its age, and the choices kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from companion.doctor.finding import Finding
from companion.errors import PackInvalid
from companion.pack.load import load_pack
from companion.settings import read_settings

# The site changes its forms about twice a year.
_OLD_DAYS = 180


def look_at_pack(folder: Path, today: date | None = None) -> list[Finding]:
    """Whether the pack can be used, and whether it is old."""
    try:
        written = load_pack(folder).site.date
    except PackInvalid as invalid:
        return [Finding("pack", "fail", "invalid", {"count": len(invalid.problems)})]
    days = ((today or date.today()) - written).days
    told = {"date": written, "days": max(0, days)}
    old = days > _OLD_DAYS
    return [Finding("pack", "warn" if old else "ok", "old" if old else "ok", told)]


def look_at_settings(file: Path | None = None) -> list[Finding]:
    """Whether the choices of last time can be read."""
    readable = read_settings(file).readable
    return [
        Finding(
            "settings", "ok" if readable else "warn", "ok" if readable else "broken"
        )
    ]
