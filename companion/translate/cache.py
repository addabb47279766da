"""Translations that were made before, in one small file that can be thrown away."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

#: Translations kept; a site has a few dozen messages.
KEPT = 500


class Cache:
    """Chinese -> meaning in one language; a file that cannot be read is no cache."""

    def __init__(self, folder: Path, lang: str) -> None:
        self._file = folder / f"translations.{lang}.json"
        self._known: dict[str, str] | None = None

    def get(self, text: str) -> str | None:
        """The meaning, if it is known."""
        return self._read().get(text)

    def put(self, text: str, meaning: str) -> None:
        """Remember a meaning; a disk that is full is no reason to stop."""
        known = self._read()
        known.pop(text, None)
        known[text] = meaning
        for oldest in list(known)[:-KEPT]:
            del known[oldest]
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            written = json.dumps(known, ensure_ascii=False, indent=0)
            self._file.write_text(written, encoding="utf-8")

    def _read(self) -> dict[str, str]:
        if self._known is None:
            self._known = {}
            with contextlib.suppress(OSError, ValueError):
                held = json.loads(self._file.read_text(encoding="utf-8"))
                if isinstance(held, dict):
                    self._known = {str(key): str(value) for key, value in held.items()}
        return self._known
