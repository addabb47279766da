"""Hosts and their practice twins: `www.1688.com` is `www.1688.localhost`.

A host that is not the site's own keeps its last label, so that its twin is as foreign:
`www.1688.com.dang-nhap.example` is `www.1688.com.dang-nhap.example.localhost`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_TWIN_LABEL = ".localhost"


@dataclass(frozen=True)
class PracticeHosts:
    """The mapping between hosts and loopback origins on one port.

    Chromium resolves every `*.localhost` name to loopback by itself, so the twins
    are real origins: cross-site stays cross-site, and nothing is intercepted.
    """

    official: tuple[str, ...]
    port: int
    foreign: tuple[str, ...] = ()

    def origin_of(self, host: str) -> str:
        """Return the practice origin of a host, without a final slash."""
        stem = host if host in self.foreign else host.rpartition(".")[0]
        return f"http://{stem}{_TWIN_LABEL}:{self.port}"

    def original_of(self, practice_host: str) -> str | None:
        """Return the host behind a `Host` header, or None when it is no twin."""
        name = practice_host.partition(":")[0].lower()
        if not name.endswith(_TWIN_LABEL):
            return None
        stem = name.removesuffix(_TWIN_LABEL)
        if stem in self.foreign:
            return stem
        for domain in self.official:
            host = f"{stem}.{domain.rpartition('.')[2]}"
            if _is_below(domain, host):
                return host
        return None

    def covers(self, host: str) -> bool:
        """Say whether a host is one of the official ones, or below one."""
        return any(_is_below(domain, host) for domain in self.official)

    def rewrite(self, text: str) -> str:
        """Point every absolute official address in a text at its practice origin."""
        return self._address.sub(lambda match: self.origin_of(match["host"]), text)

    @cached_property
    def _address(self) -> re.Pattern[str]:
        domains = "|".join(re.escape(domain) for domain in self.official)
        # What follows must end the host: `1688.com.vn.example` and
        # `1688.com@login.example` are other people's places.
        return re.compile(
            rf"(?:https?:)?//(?P<host>(?:[a-z0-9-]+\.)*(?:{domains}))(?![\w.@:-])",
            re.IGNORECASE,
        )


def _is_below(domain: str, host: str) -> bool:
    return host == domain or host.endswith(f".{domain}")
