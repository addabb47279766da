"""The files of a saved page as a server would send them, in whatever encoding."""

from __future__ import annotations

import codecs
import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

PAGE = "page.html"

# Where a browser looks for it, too.
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PRESCAN = 1024
# GB18030 holds GBK and GB2312, which sites name but overstep.
_CHINESE = "gb18030"
# What stays as it is in an address: everything a browser does not escape either.
_PLAIN = "%/:=&?~#+!$,;'@()*[]|"


class EncodingUnknown(Exception):
    """A text that is neither UTF-8, nor what it says it is, nor Chinese."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        #: The first line, from 1, that cannot be read.
        self.line = line


@dataclass(frozen=True)
class Document:
    """One answer: bytes and their type."""

    body: bytes
    content_type: str

    @property
    def text(self) -> str:
        """The body of an HTML document, decoded."""
        return self.body.decode(self.content_type.rpartition("charset=")[2])


def read_document(path: Path) -> Document:
    """The HTML file `path`. Raises EncodingUnknown, OSError."""
    body = path.read_bytes()
    return Document(body, f"text/html; charset={encoding_of(body)}")


def read_asset(folder: Path, page_url: str, url: str) -> Document | None:
    """A style sheet or picture of the page, addressed relatively in its folder."""
    page, asked = urlsplit(page_url), urlsplit(url)
    base = page.path.rpartition("/")[0] + "/"
    if asked.netloc != page.netloc or not asked.path.startswith(base):
        return None
    path = (folder / asked.path.removeprefix(base)).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        return None
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    body = path.read_bytes()
    # A style sheet is decoded by its own @charset or by that of the page.
    return Document(body, kind)


def encoding_of(body: bytes) -> str:
    """What `body` is written in, whatever it declares. Raises EncodingUnknown.

    Saved pages are often UTF-8 under a meta element that still says GBK, so that
    UTF-8 goes first: other text is hardly ever valid UTF-8 by chance.
    """
    declared = _DECLARED.search(body[:_PRESCAN])
    named = declared[1].decode("ascii", "replace") if declared else _CHINESE
    furthest = 0
    for encoding in ("utf-8", named, _CHINESE):
        try:
            body.decode(encoding)
        except UnicodeDecodeError as error:
            furthest = max(furthest, error.start)
        except LookupError:
            continue
        else:
            return codecs.lookup(encoding).name
    raise EncodingUnknown(body.count(b"\n", 0, furthest) + 1)


def address(url: str) -> str:
    """`url` as a browser asks for it: escaped, with a path, without a fragment."""
    try:
        scheme, host, path, query, _ = urlsplit(url)
    except ValueError:
        return url
    escaped = quote(path or "/", safe=_PLAIN)
    return urlunsplit((scheme, host.lower(), escaped, quote(query, safe=_PLAIN), ""))
