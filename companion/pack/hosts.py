"""Whether an address belongs to the site itself: guidance is given nowhere else.

Every doubtful spelling counts as foreign (promise 4). Packs list hosts as
`login.1688.com` (exactly that) or `.1688.com` (that host and all below it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

PRACTICE_LABEL = "localhost"

# What a browser's own serialiser writes. It leaves out the shapes on which urllib and
# browsers disagree: `https://evil.example\@www.1688.com`, `https:/host`, tabs in hosts.
_PLAIN = re.compile(r"(https?)://[^/?#\\\s]+(?:[/?#].*)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Standing:
    """How an address stands to a pack's site."""

    #: The page may be guided: it is the site's own, or a practice twin of it.
    official: bool
    #: It is the practice twin (then `official` is true as well).
    practice: bool
    #: The official host it is or stands for; empty for a foreign page.
    canonical_host: str


FOREIGN = Standing(official=False, practice=False, canonical_host="")


def hosts_match(hosts: Iterable[str], url: str) -> Standing:
    """Tell how `url` stands to the official `hosts` of a pack.

    https only; over plain http only practice hosts, which are official hosts with their
    last label replaced by `localhost`, on any port.
    """
    scheme, host = _split(url)
    if not host:
        return FOREIGN
    official = tuple(hosts)
    if scheme == "https" and any(_covers(entry, host) for entry in official):
        return Standing(official=True, practice=False, canonical_host=host)
    if scheme == "http":
        return _practice(official, host)
    return FOREIGN


def _practice(hosts: tuple[str, ...], host: str) -> Standing:
    stem, _, last = host.rpartition(".")
    if last != PRACTICE_LABEL:
        return FOREIGN
    for entry in hosts:
        canonical = f"{stem}.{entry.rpartition('.')[2]}"
        if _covers(entry, canonical):
            return Standing(official=True, practice=True, canonical_host=canonical)
    return FOREIGN


def _covers(entry: str, host: str) -> bool:
    if entry.startswith("."):
        return host == entry[1:] or host.endswith(entry)
    return host == entry


def _split(url: str) -> tuple[str, str]:
    """Scheme and ASCII host of `url`; empty when a browser might read it otherwise."""
    if not _PLAIN.fullmatch(url):
        return "", ""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  raises ValueError for a port that is none
        # The codec's nameprep applies NFKC, lower case and the ideographic full stops,
        # as browsers do; a look-alike letter stays different and becomes `xn--…`.
        host = (parts.hostname or "").encode("idna").decode("ascii").lower()
    except ValueError:
        return "", ""
    return parts.scheme, host
