"""Official hosts and their practice twins: `www.1688.com` is `www.1688.localhost`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_TWIN_LABEL = ".localhost"


@dataclass(frozen=True)
class PracticeHosts:
    """The mapping between official hosts and loopback origins on one port.

    Chromium resolves every `*.localhost` name to loopback by itself, so the twins
    are real origins: cross-site stays cross-site, and nothing is intercepted.
    """

    official: tuple[str, ...]
    port: int

    def origin_of(self, official_host: str) -> str:
        """Return the practice origin of an official host, without a final slash."""
        stem = official_host.rpartition(".")[0]
        return f"http://{stem}{_TWIN_LABEL}:{self.port}"

    def official_of(self, practice_host: str) -> str | None:
        """Return the official host behind a `Host` header, or None for any other."""
        name = practice_host.partition(":")[0].lower()
        if not name.endswith(_TWIN_LABEL):
            return None
        stem = name.removesuffix(_TWIN_LABEL)
        for domain in self.official:
            host = f"{stem}.{domain.rpartition('.')[2]}"
            if host == domain or host.endswith(f".{domain}"):
                return host
        return None

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
