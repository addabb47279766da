"""What a person chose once and need not choose again; nothing personal is in it.

One small JSON file in the program's own folder. A file that is half written, damaged or
of another version counts as none: then the welcome page asks again, and nothing is lost
but a choice. Writing replaces the file at once or not at all.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from companion.pack.models import Account
from companion.places import data_dir


class Settings(BaseModel):
    """The choices; None where nobody has chosen yet."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    account: Account | None = None
    lang: Literal["vi", "en"] | None = None
    skip_welcome: bool = False
    #: Others use this computer too: the browser's folder is wiped when it ends.
    shared_computer: bool = False


@dataclass(frozen=True)
class Remembered:
    """The choices, and whether a file that is there could be read."""

    settings: Settings
    readable: bool


def settings_file() -> Path:
    """Where the choices are kept."""
    return data_dir() / "settings.json"


def read_settings(file: Path | None = None) -> Remembered:
    """The choices made before; the first ones where there are none to be read.

    The caller says `settings.unreadable` when `readable` is false, and goes on.
    """
    try:
        text = (file or settings_file()).read_text(encoding="utf-8")
        return Remembered(Settings.model_validate_json(text), readable=True)
    except (FileNotFoundError, NotADirectoryError):
        # Below a file there is no folder, and so nothing was ever kept there.
        return Remembered(Settings(), readable=True)
    except (OSError, ValueError, ValidationError):
        return Remembered(Settings(), readable=False)


def keep_settings(settings: Settings, file: Path | None = None) -> bool:
    """Remember the choices for next time; whether that succeeded.

    A disk that is full or read-only is no reason to stop: the caller says
    `settings.not_kept`, and goes on with the choices it has.
    """
    file = file or settings_file()
    draft = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8", newline="\n") as written:
            written.write(settings.model_dump_json(indent=2, exclude_none=True) + "\n")
            written.flush()
            # After a power cut the name must not stand for an empty file.
            os.fsync(written.fileno())
        draft.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        return False
    return True
