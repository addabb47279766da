"""The report in words and as JSON; nothing in it tells whose computer it is."""

from __future__ import annotations

import contextlib
import getpass
import platform
import re
import socket
from collections.abc import Iterable
from pathlib import Path

from companion import __version__
from companion.doctor.examine import Examination
from companion.doctor.finding import Finding
from companion.sentences import Sentences

# Shorter names are parts of ordinary words.
_SHORTEST = 3


class Report:
    """One examination, told; `private`: words that must not be in it."""

    def __init__(
        self,
        examination: Examination,
        words: Sentences,
        private: Iterable[str] | None = None,
    ) -> None:
        self._found = examination
        self._words = words
        told = private_words() if private is None else private
        self._private = _pattern(told)

    def text(self) -> str:
        """For a person: a line for each finding, and what to do about it below."""
        say = self._words.say
        lines = [say("doctor.title", version=__version__, system=_system()), ""]
        for one in self._found.findings:
            what, hint = self._told(one)
            lines.append(f"[{say(f'doctor.level.{one.level}')}] {what}")
            lines += [f"    → {hint}"] if hint else []
        sound = "doctor.sound" if self._found.sound else "doctor.unsound"
        lines += ["", say("doctor.untested"), say(sound), say("doctor.copy")]
        return "\n".join(lines)

    def as_json(self) -> dict[str, object]:
        """The same for a program."""
        findings = []
        for one in self._found.findings:
            what, hint = self._told(one)
            told = {"probe": one.probe, "level": one.level, "result": one.result}
            findings.append({**told, "what": what, "hint": hint})
        return {
            "version": __version__,
            "system": _system(),
            "sound": self._found.sound,
            "findings": findings,
            "untested": ["sms"],
        }

    def _told(self, one: Finding) -> tuple[str, str | None]:
        key = f"doctor.{one.probe}.{one.result}"
        fields = dict(one.fields)
        label = self._words.say(f"doctor.label.{fields.get('probe', one.probe)}")
        what = f"{label}: {self._words.say(f'{key}.what', **fields)}"
        has_hint = f"{key}.hint" in self._words
        hint = self._words.say(f"{key}.hint", **fields) if has_hint else None
        return self._redacted(what), self._redacted(hint) if hint else None

    def _redacted(self, text: str) -> str:
        """A net below: no finding carries any of it in the first place."""
        return self._private.sub("…", text) if self._private else text


def private_words() -> list[str]:
    """The names that a report must not tell: the person's and the computer's."""
    host = socket.gethostname()
    words = [str(Path.home()), Path.home().name, host, host.partition(".")[0]]
    # Without a name for the user there is none to tell.
    with contextlib.suppress(OSError, KeyError):
        words.append(getpass.getuser())
    return words


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    long = sorted({one for one in words if len(one) >= _SHORTEST}, key=len)
    told = "|".join(re.escape(one) for one in reversed(long))
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE) if told else None


def _system() -> str:
    """The system and its processor; a release may be named after its maker."""
    return (
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )
