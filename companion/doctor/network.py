"""Whether the hosts that a sign-up needs answer, and what time they say it is."""

from __future__ import annotations

import queue
import ssl
import threading
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field

from companion.doctor.finding import Finding, Level, Patience
from companion.pack.models import PackModel

HOSTS_FILE = Path("network", "hosts.toml")

# Codes and certificates are judged by the clock: minutes matter little, a day does.
_ASTRAY_S = 5 * 60
_WRONG_S = 24 * 60 * 60
_PATIENCE_S = 8.0

# Without its scripts the slider does not come, but not every sign-up has one.
_LEVELS: dict[str, Level] = {"site": "fail", "scripts": "warn"}


class Host(PackModel):
    """An address that is tried; `part` says what is missing when it is silent."""

    part: Literal["site", "scripts"]
    url: str


class HostsFile(PackModel):
    """`network/hosts.toml`: every host that matters."""

    hosts: tuple[Host, ...] = Field(alias="host")


@dataclass(frozen=True)
class Answer:
    """What came of asking one host; `ahead`: seconds our clock is ahead of its."""

    host: Host
    answers: bool
    ahead: float | None = None


Ask = Callable[[Host, float], Answer]


def read_hosts(pack: Path) -> tuple[Host, ...]:
    """The hosts of a pack's folder. Raises OSError and ValueError."""
    text = (pack / HOSTS_FILE).read_text(encoding="utf-8")
    return HostsFile.model_validate(tomllib.loads(text)).hosts


def ask_host(host: Host, patience: float) -> Answer:
    """Ask as the browser would, through the proxy that is set; waits `patience` s."""
    request = urllib.request.Request(host.url, method="HEAD")
    try:
        with urllib.request.urlopen(request, timeout=patience) as answer:
            return Answer(host, True, _ahead(answer.headers.get("Date")))
    except urllib.error.HTTPError as error:
        return Answer(host, True, _ahead(error.headers.get("Date")))
    except urllib.error.URLError as error:
        # A certificate this Python does not trust may be one the browser does.
        return Answer(host, isinstance(error.reason, ssl.SSLError))
    except (OSError, ValueError):
        return Answer(host, False)


def _ahead(date: str | None) -> float | None:
    try:
        told = parsedate_to_datetime(date or "")
    except ValueError:
        return None
    told = told if told.tzinfo else told.replace(tzinfo=UTC)
    return (datetime.now(UTC) - told).total_seconds()


def look_at_network(
    hosts: Sequence[Host], patience: Patience, ask: Ask = ask_host
) -> list[Finding]:
    """Ask all hosts at once; a host that is silent for too long does not answer."""
    answers = _gather(hosts, patience, ask)
    reached = {one.host for one in answers if one.answers}
    silent = [host for host in hosts if host not in reached]
    if not reached:
        return [Finding("network", "fail", "offline")]
    findings = [
        Finding("network", level, part, {"hosts": _names(silent, part)})
        for part, level in _LEVELS.items()
        if _names(silent, part)
    ]
    if not findings:
        findings = [Finding("network", "ok", "ok", {"count": len(hosts)})]
    return [*findings, _clock(answers)]


def _names(hosts: Sequence[Host], part: str) -> str:
    return ", ".join(urlsplit(one.url).netloc for one in hosts if one.part == part)


def _clock(answers: Sequence[Answer]) -> Finding:
    told = sorted(one.ahead for one in answers if one.ahead is not None)
    if not told:
        return Finding("clock", "ok", "unknown")
    # One server may be astray; the one in the middle is not.
    ahead = told[len(told) // 2]
    if abs(ahead) < _ASTRAY_S:
        return Finding("clock", "ok", "ok")
    direction = "ahead" if ahead > 0 else "behind"
    level: Level = "fail" if abs(ahead) >= _WRONG_S else "warn"
    return Finding("clock", level, direction, {"minutes": round(abs(ahead) / 60)})


def _gather(hosts: Sequence[Host], patience: Patience, ask: Ask) -> list[Answer]:
    """Daemon threads: looking up a name can hang for longer than anybody waits."""
    told: queue.SimpleQueue[Answer] = queue.SimpleQueue()
    for host in hosts:
        threading.Thread(
            target=lambda host=host: told.put(ask(host, _PATIENCE_S)), daemon=True
        ).start()
    answers: list[Answer] = []
    while len(answers) < len(hosts) and patience.left:
        try:
            answers.append(told.get(timeout=min(0.1, patience.left)))
        except queue.Empty:
            continue
        if answers[-1].answers:
            patience.extend()
    return answers
