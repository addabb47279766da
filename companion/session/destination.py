"""Where a session begins: the site, a rehearsal, or the page already open."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from companion.cli.printer import tell
from companion.cli.words import say
from companion.data import fixtures_dir, selectors_dir
from companion.errors import CompanionError, PageUnreachable
from companion.pack.hosts import PRACTICE_LABEL, hosts_match
from companion.pack.site import Pack
from companion.practice.flows import load_flows
from companion.practice.site import PracticeSite
from companion.session.reach import is_reachable


@dataclass(frozen=True)
class Wish:
    """What the person asked for; an empty `practice` means the first flow there is."""

    practice: str | None
    scenario: str | None
    url: str | None
    lang: str
    ask: bool


class AddressRefused(CompanionError):
    """An address or a rehearsal that `start` will not open: bad usage."""

    exit_code = 2


@contextlib.contextmanager
def destination(
    pack: Pack, wish: Wish, opened: tuple[str, ...]
) -> Iterator[str | None]:
    """The address to open; None when one of the `opened` tabs is the place already.

    Serves the practice site for as long as the block lasts, if it is needed. Raises
    AddressRefused and PageUnreachable.
    """
    if wish.practice is not None:
        with _rehearsal(pack, wish, opened) as address:
            yield address
    elif wish.url is not None:
        yield _checked(pack, wish.url)
    elif any(_is_live(pack, url) for url in opened):
        yield None
    elif is_reachable(pack.start):
        yield pack.start
    else:
        _offer_practice(pack, wish)
        with _rehearsal(pack, wish, opened) as address:
            yield address


def _is_live(pack: Pack, url: str) -> bool:
    standing = hosts_match(pack.hosts, url)
    return standing.official and not standing.practice


def _checked(pack: Pack, url: str) -> str:
    """Only the site's own addresses are opened, and this computer's own pages."""
    if not hosts_match(pack.hosts, url).official and not _is_loopback(url):
        raise AddressRefused("start.foreign_url", host=urlsplit(url).hostname or url)
    return url


def _is_loopback(url: str) -> bool:
    parts = urlsplit(url)
    host = parts.hostname or ""
    return parts.scheme == "http" and (
        host in ("localhost", "127.0.0.1") or host.endswith(".localhost")
    )


def _offer_practice(pack: Pack, wish: Wish) -> None:
    """Ask on a terminal; go on by itself where nobody can answer."""
    host = urlsplit(pack.start).hostname
    if wish.ask and sys.stdin.isatty():
        tell("start.unreachable", host=host)
        answer = input(f"{say('start.practice_question')} ").strip().casefold()
        if answer in say("start.no_words").split():
            raise PageUnreachable("page.unreachable", host=host)
    else:
        tell("start.unreachable_practice", host=host)


@contextlib.contextmanager
def _rehearsal(pack: Pack, wish: Wish, opened: tuple[str, ...]) -> Iterator[str | None]:
    """Serve the practice site, on the port of a rehearsal that was cut short."""
    ports = [_practice_port(pack, url) for url in opened]
    port = next((port for port in ports if port), 0)
    site = _site(pack, wish, port or _wanted_port(), resumed=bool(port))
    if site is None:
        # Another companion still serves the pages that are open.
        yield None
        return
    with site:
        yield None if port else site.start_url


def _practice_port(pack: Pack, url: str) -> int | None:
    return urlsplit(url).port if hosts_match(pack.hosts, url).practice else None


def _wanted_port() -> int:
    """The port a maintainer asks for; 0, for any, when it is none."""
    wanted = os.environ.get("COMPANION_PRACTICE_PORT", "")
    return int(wanted) if wanted.isdecimal() and int(wanted) < 1 << 16 else 0


def _site(pack: Pack, wish: Wish, port: int, *, resumed: bool) -> PracticeSite | None:
    words = selectors_dir() / "sentences" / f"practice.{wish.lang}.toml"
    folder = fixtures_dir() / pack.id
    try:
        return PracticeSite(
            folder,
            words,
            flow=wish.practice or "classic",
            scenario=wish.scenario,
            port=port,
        )
    except LookupError:
        raise _unknown(folder, wish) from None
    except OSError:
        if resumed and _serves_practice(pack, port):
            return None
        raise PageUnreachable("practice.port_taken", port=port) from None


def _unknown(folder: Path, wish: Wish) -> AddressRefused:
    table = load_flows(folder)
    name = wish.practice if wish.practice not in table.flows else wish.scenario
    flows, scenarios = ", ".join(table.flows), ", ".join(table.scenarios)
    return AddressRefused(
        "practice.unknown", name=name, flows=flows, scenarios=scenarios or "—"
    )


def _serves_practice(pack: Pack, port: int) -> bool:
    """Whether it is another rehearsal that has the port, not some other program."""
    host = urlsplit(pack.start).netloc.rpartition(".")[0] + f".{PRACTICE_LABEL}"
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/practice/sms", headers={"Host": f"{host}:{port}"}
    )
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=2) as answer:
            return "messages" in json.load(answer)
    except (OSError, ValueError, TypeError):
        return False
