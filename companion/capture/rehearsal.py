"""The practice site in the place of the real one, for trying a capture out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from urllib.parse import urlsplit

from companion.capture.problems import CaptureRefused
from companion.data import fixtures_dir, selectors_dir
from companion.errors import PageUnreachable
from companion.pack.hosts import hosts_match
from companion.pack.site import Pack
from companion.practice.flows import load_flows
from companion.practice.site import PracticeSite


class Addresses:
    """Official addresses as they are opened: themselves, or at the practice site."""

    def __init__(self, pack: Pack, site: PracticeSite | None) -> None:
        self._pack = pack
        self._site = site

    @property
    def start(self) -> str:
        """Where the site begins."""
        return self._site.start_url if self._site else self._pack.start

    def known(self) -> list[str]:
        """Every public address at which a person may come in."""
        return [self._pack.start, *self._pack.site.entries]

    def opened(self, url: str) -> str:
        """The address to open for `url`."""
        if self._site is None or not hosts_match(self._pack.hosts, url).official:
            return url
        parts = urlsplit(url)
        if parts.scheme != "https":
            return url
        query = f"?{parts.query}" if parts.query else ""
        return f"{self._site.origin_of(parts.netloc)}{parts.path}{query}"


@contextlib.contextmanager
def addresses(pack: Pack, flow: str | None, lang: str) -> Iterator[Addresses]:
    """Serve the practice site if a `flow` is named; empty means the first there is.

    Raises CaptureRefused for a flow that does not exist.
    """
    if flow is None:
        yield Addresses(pack, None)
        return
    folder = fixtures_dir() / pack.id
    words = selectors_dir() / "sentences" / f"practice.{lang}.toml"
    try:
        site = PracticeSite(folder, words, flow=flow or "classic")
    except LookupError:
        table = load_flows(folder)
        raise CaptureRefused(
            "practice.unknown",
            name=flow,
            flows=", ".join(table.flows),
            scenarios=", ".join(table.scenarios) or "—",
        ) from None
    except OSError:
        raise PageUnreachable("practice.port_taken", port="") from None
    with site:
        yield Addresses(pack, site)
