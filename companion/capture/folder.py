"""A capture on disk: a fixture nobody has reviewed, in a folder of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from companion.capture.snapshot import Snapshot
from companion.check.document import PAGE
from companion.check.fixture import FACTS, Expected
from companion.places import data_dir

_REVIEW = "# draft: review every line, and look through page.html, before it is shared"


@dataclass(frozen=True)
class Draft:
    """What the pack says of the saved page today."""

    states: tuple[str, ...]
    expected: Mapping[str, Expected | None]
    ambiguous: tuple[str, ...] = ()


def captures_dir() -> Path:
    """Where captures wait for a review: never inside the program or its checkout."""
    return data_dir() / "captures"


def new_folder(root: Path, name: str, today: date) -> Path:
    """Make `<date>-<name>` below `root`, with a number behind it if it is taken.

    Raises OSError.
    """
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        folder = root / f"{today.isoformat()}-{name}{suffix}"
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            return folder
        number += 1


def write_pages(folder: Path, snapshot: Snapshot) -> dict[str, str]:
    """Write every document; the value is the `[frames]` table. Raises OSError."""
    _write(folder / PAGE, snapshot.page)
    files: dict[str, str] = {}
    for number, (url, markup) in enumerate(snapshot.frames.items(), 1):
        files[url] = f"frames/{number:02}.html"
        file = folder / files[url]
        file.parent.mkdir(exist_ok=True)
        _write(file, markup)
    return files


def write_facts(
    folder: Path, url: str, files: Mapping[str, str], draft: Draft, today: date
) -> None:
    """Write `fixture.toml`. Raises OSError."""
    parts = urlsplit(url)
    lines = [
        _REVIEW,
        f"url = {_quoted(url)}",
        f"title = {_quoted(f'{parts.netloc}{parts.path}, captured')}",
        'origin = "captured"',
        f'evidence = "captured {today.isoformat()}"',
        f"states = [{', '.join(_quoted(one) for one in draft.states)}]",
    ]
    if files:
        lines += ["", "[frames]"]
        lines += [f"{_quoted(one)} = {_quoted(file)}" for one, file in files.items()]
    lines += ["", "[expect]  # what the pack found on the day of the capture"]
    for target, expected in draft.expected.items():
        doubt = "  # ambiguous today" if target in draft.ambiguous else ""
        lines.append(f"{_quoted(target)} = {_element(expected)}{doubt}")
    (folder / FACTS).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")


def discard(folder: Path) -> None:
    """Remove what could not be finished: half a capture would be taken for one."""
    shutil.rmtree(folder, ignore_errors=True)


def _write(file: Path, markup: str) -> None:
    # Half a surrogate pair, which scripts can put into a page, is no UTF-8.
    file.write_bytes(markup.encode("utf-8", "replace"))


def _element(expected: Expected | None) -> str:
    if expected is None:
        return "false"
    frame = f", frame = {_quoted(expected.frame)}" if expected.frame else ""
    return f"{{ css = {_quoted(expected.css)}{frame} }}"


def _quoted(text: str) -> str:
    # A JSON string without DEL is a basic string of TOML.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
