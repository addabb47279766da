"""Pages that are not the site's: which pass themselves off as it, and what is said.

Most foreign pages are nobody's business: a mailbox may ask for its password. A warning
is for those that bear the site's name, in their address or in their words, and ask for
a password or a code. An agent tells only those two facts of a page (`Asked`).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from companion.pack.hosts import hosts_match
from companion.pack.site import Pack
from companion.sentences import Sentences

#: Letters and figures that are taken for others: what they are taken for (TR39, the
#: part that names of shops are written with). Compared after NFKC and lower case.
_TAKEN_FOR = str.maketrans(
    {
        "l": "1",
        "i": "1",
        "|": "1",
        "\u0131": "1",
        "\u04cf": "1",
        "\u0456": "1",
        "\u03b9": "1",
        "\u0431": "6",
        "\u0299": "8",
        "\u0412": "8",
        "\u0432": "8",
        "b": "8",
        "g": "6",
        "\u0430": "a",
        "\u03b1": "a",
        "\u0435": "e",
        "\u043e": "o",
        "\u03bf": "o",
        "0": "o",
        "\u0440": "p",
        "\u03c1": "p",
        "\u0443": "y",
        "\u0445": "x",
        "\u0441": "c",
    }
)
_WEB = ("http", "https")


@dataclass(frozen=True)
class Asked:
    """What an agent tells of a foreign page."""

    #: It shows a field for a password or a code.
    secret: bool = False
    #: Its title or text bears one of the site's names.
    named: bool = False


class Warner:
    """Decides whether a foreign page is warned of, and in which words."""

    def __init__(self, pack: Pack, words: Sentences) -> None:
        self._pack = pack
        self._words = words
        self._official = urlsplit(pack.start).hostname or ""

    def warning(self, url: str, asked: Asked) -> dict[str, str] | None:
        """The bar's words (`WarningModel` in agent/src/messages.ts), if one is due."""
        if hosts_match(self._pack.hosts, url).official or not asked.secret:
            return None
        if not (asked.named or imitates(url, self._pack.site.foreign.names)):
            return None
        return {
            "title": self._words.say("foreign.title"),
            "text": self._text(url),
            "close": self._words.say("foreign.close"),
        }

    def _text(self, url: str) -> str:
        host = readable_host(url)
        if not host:
            return self._words.say("foreign.nameless", official=self._official)
        secure = url.replace("http:", "https:", 1)
        if url.startswith("http:") and hosts_match(self._pack.hosts, secure).official:
            return self._words.say("foreign.insecure", official=self._official)
        return self._words.say("foreign.text", host=host, official=self._official)


def imitates(url: str, names: tuple[str, ...]) -> bool:
    """Whether a name of the site stands in the host, user name or path of an address.

    Look-alike letters count, and so do dots or hyphens in between. The query does not:
    a search for the site is no imitation of it.
    """
    parts = _split(url)
    if parts is None:
        return False
    netloc, path = parts
    spelt = [_skeleton(unicode_host(part)) for part in (netloc, path)]
    return any(_skeleton(name) in text for name in names for text in spelt)


def readable_host(url: str) -> str:
    """The host as it may be shown: letters of other scripts as `xn--…`, never drawn.

    Empty where an address has none.
    """
    try:
        host = (urlsplit(url).hostname or "").encode("idna").decode("ascii")
    except ValueError:
        return ""
    return host.lower()


def unicode_host(host: str) -> str:
    """A host with its `xn--` labels as the letters they stand for, as far as valid."""
    return ".".join(_decoded(label) for label in host.split("."))


def _decoded(label: str) -> str:
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _split(url: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return (parts.netloc, parts.path) if parts.scheme in _WEB else None


def _skeleton(text: str) -> str:
    """What the eye makes of it: marks, dots and hyphens gone, look-alikes the same."""
    # Before the case is folded too: a capital may look like something else.
    plain = unicodedata.normalize("NFKD", text.translate(_TAKEN_FOR)).casefold()
    kept = (one for one in plain if one.isalnum())
    return "".join(kept).translate(_TAKEN_FOR)
