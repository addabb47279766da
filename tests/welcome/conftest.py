"""The page before the sign-up, served, with nothing else of a session."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

import pytest
from playwright.sync_api import Page

from companion.pack.models import Account
from companion.pack.site import Pack
from companion.pages import write_page
from companion.sentences import Sentences
from companion.welcome import Beginning, Welcome
from companion.welcome.content import write_welcome

#: Where the page leads in these tests: practice, at a port that nobody listens on.
ADDRESS = "http://www.1688.localhost:9/"
_SECTION = re.compile(r'<section id="(\w+)".*?>(.*?)</section>', re.DOTALL)
_INLINE = re.compile(r"</?(?:span|strong)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def beginning(account: Account = "personal") -> Beginning:
    """What the page starts from."""
    return Beginning("Google Chrome", ADDRESS, account)


@pytest.fixture(scope="session")
def told(pack: Pack) -> Mapping[str, str]:
    """Id of a section -> all that can be read in it, unfolded."""
    words = Sentences("vi")
    html = write_page(write_welcome(pack, words, beginning()), words)
    return {
        found[1]: unescape(" ".join(_TAG.sub(" ", _INLINE.sub("", found[2])).split()))
        for found in _SECTION.finditer(html)
    }


@pytest.fixture
def welcome(pack: Pack) -> Iterator[Welcome]:
    """The page in Vietnamese, for somebody who has chosen nothing."""
    with Welcome(pack, Sentences("vi"), beginning()) as running:
        yield running


@pytest.fixture
def tab(page: Page, welcome: Welcome) -> Page:
    """A tab that shows the page."""
    page.goto(welcome.address)
    return page
