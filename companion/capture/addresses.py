"""Addresses as they may be kept: without what marks a visit, at their real hosts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit, urlunsplit

from companion.pack.hosts import PRACTICE_LABEL, hosts_match

#: Documents without an address of their own; they are part of their parent.
INNER = ("", "about:blank", "about:srcdoc")

_NAME = re.compile(r"[A-Za-z_][\w.\[\]-]{0,31}")
# The counterpart of `Scrubber.url` in scripts/scrub.js, for what the browser tells us.
_RANDOM = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[\w+=-]{16,}", re.ASCII)
_DIGITS = re.compile(r"\d{5,}")
_ENDINGS = ("com", "cn", "net", "org", "vn", "example", "test", "invalid")
_PRACTICE = re.compile(
    rf"(?:https?:)?//(?P<stem>(?:[\w-]+\.)+){PRACTICE_LABEL}(?::\d+)?(?![\w.-])",
    re.ASCII,
)


def kept_address(url: str, hosts: Iterable[str], fragments: Sequence[str]) -> str:
    """`url` without user, session, fragment and values of its query.

    A value in which one of the pack's `fragments` stands keeps the fragment. Practice
    hosts are written as the hosts they stand for.
    """
    try:
        parts = urlsplit(real_hosts(url, hosts))
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return "about:blank"
    path = "/".join(_step(step.partition(";")[0]) for step in parts.path.split("/"))
    pairs = [_pair(pair, fragments) for pair in parts.query.split("&") if pair]
    return urlunsplit((parts.scheme, host, path or "/", "&".join(pairs), ""))


def real_hosts(text: str, hosts: Iterable[str]) -> str:
    """Write every practice host in `text` as the host it stands for."""
    known = tuple(hosts)

    def real(match: re.Match[str]) -> str:
        practice = f"http://{match['stem']}{PRACTICE_LABEL}/"
        host = hosts_match(known, practice).canonical_host
        stem = match["stem"].removesuffix(".")
        # The twin of a foreign host keeps its last label, others have lost theirs.
        foreign = stem.rpartition(".")[2] in _ENDINGS
        return f"https://{host or (stem if foreign else f'{stem}.com')}"

    return _PRACTICE.sub(real, text)


def told_apart(addresses: Iterable[str]) -> list[str]:
    """The same addresses, those that have become alike told apart by a number."""
    seen: dict[str, int] = {}
    told: list[str] = []
    for one in addresses:
        seen[one] = seen.get(one, 0) + 1
        path, _, query = one.partition("?")
        # In front: the pattern `?a=*` must not fit the second one.
        numbered = f"{path}?frame={seen[one]}{'&' if query else ''}{query}"
        told.append(one if seen[one] == 1 else numbered)
    return told


def host_of(url: str) -> str:
    """The host of an address, or the address itself when it has none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def slug_of(url: str) -> str:
    """A short name for a folder: host and last part of the path."""
    parts = urlsplit(url)
    host = (parts.hostname or "page").removeprefix("www.")
    last = parts.path.rpartition("/")[2].partition(".")[0]
    return re.sub(r"[^a-z0-9]+", "-", f"{host} {last}".lower()).strip("-")[:60]


def _step(step: str) -> str:
    return _DIGITS.sub(lambda run: "0" * len(run[0]), _RANDOM.sub("…", step))


def _pair(pair: str, fragments: Sequence[str]) -> str:
    name, separator, value = pair.partition("=")
    if not separator or not _NAME.fullmatch(name) or _RANDOM.search(name):
        return "*"
    fragment = next((one for one in fragments if one in value), None)
    if fragment is None:
        return f"{name}=*"
    return f"{name}={fragment}" if fragment == value else f"{name}=*{fragment}*"
