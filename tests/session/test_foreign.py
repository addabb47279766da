"""Which foreign pages are warned of, and how their hosts are written."""

from __future__ import annotations

import pytest

from companion.pack.site import Pack
from companion.sentences import Sentences
from companion.session.foreign import Asked, Warner, imitates, readable_host

NAMES = ("1688", "alibaba", "taobao", "alipay")
ASKS = Asked(secret=True)

# users b.5, and the tricks that letters of other scripts allow.
IMITATIONS = [
    "https://1688.com.dang-nhap.example/",
    "https://www1688.example/",
    "https://1688-vn.example/",
    "https://l688.example/",
    "https://I688.example/",
    "https://16888.example/",
    "https://1688com.example/",
    "https://1688.com@login.example/",
    "https://login.example/1688.com/member/join",
    "http://www.1688.com/",
    "https://www.1688.com.vn.example/",
    "https://16-88.example/",
    "https://16.88.example/",
    "https://1б88.example/",
    "https://xn--188-bdd.example/",
    "https://１６８８.example/",
    "https://168В.example/1688",
    "https://tаobao.example/",
    "https://xn--tobao-4ve.example/",
    "https://ta0bao.example/",
    "https://alіbaba.example/",
    "https://a1ipay.example/",
]

OTHERS = [
    "https://accounts.google.com/signin?continue=https://www.1688.com/",
    "https://mail.google.com/mail/u/0/#search/1688",
    "https://www.facebook.com/login",
    "https://zalo.me/",
    "https://shop.example/dang-nhap",
    "https://168.example/",
    "chrome://settings/passwords",
    "about:blank",
    "file:///home/1688/passwords.html",
    "https://[bad/1688",
    "",
]


@pytest.fixture
def warner(pack: Pack) -> Warner:
    """Warns in Vietnamese, with the pack of 1688."""
    return Warner(pack, Sentences("vi"))


@pytest.mark.parametrize("url", IMITATIONS)
def test_an_imitation_that_asks_is_warned_of(warner: Warner, url: str) -> None:
    """The address alone gives it away, however it is spelt."""
    assert imitates(url, NAMES)
    assert warner.warning(url, ASKS) is not None


@pytest.mark.parametrize("url", IMITATIONS)
def test_an_imitation_that_asks_nothing_is_left_alone(warner: Warner, url: str) -> None:
    """Many honest services bear the name: where nothing is asked, all is well."""
    assert warner.warning(url, Asked(secret=False, named=True)) is None


@pytest.mark.parametrize("url", OTHERS)
def test_ordinary_pages_ask_what_they_like(warner: Warner, url: str) -> None:
    """A mailbox may ask for its password."""
    assert not imitates(url, NAMES)
    assert warner.warning(url, ASKS) is None


def test_a_page_that_calls_itself_the_site_is_warned_of(warner: Warner) -> None:
    """Its address may be any."""
    said = warner.warning("https://shop.example/login", Asked(secret=True, named=True))

    assert said is not None
    assert "Đây không phải trang chính thức của 1688" == said["title"]
    assert "shop.example" in said["text"]
    assert "www.1688.com" in said["text"]


@pytest.mark.parametrize(
    "url",
    [
        "https://login.1688.com/member/signin.htm",
        "https://reg.taobao.com/member/reg/",
        "http://login.1688.localhost:8123/",
    ],
)
def test_the_site_itself_may_ask(warner: Warner, url: str) -> None:
    """Official pages and their practice twins are never warned of."""
    assert warner.warning(url, Asked(secret=True, named=True)) is None


def test_the_right_host_without_encryption_is_told_apart(warner: Warner) -> None:
    """Its name is right: the person is told what isn't."""
    said = warner.warning("http://www.1688.com/", ASKS)

    assert said is not None
    assert "https" in said["text"]


def test_nobody_is_called_a_cheat(warner: Warner) -> None:
    """The words are true of an honest service too."""
    said = warner.warning("https://dathang1688.example/", ASKS)

    assert said is not None
    assert "lừa đảo" not in " ".join(said.values())


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://1688.com@login.example/", "login.example"),
        ("https://1б88.example/", "xn--188-bdd.example"),
        ("https://WWW.Example:8080/x", "www.example"),
        ("file:///x", ""),
        ("https://[bad", ""),
    ],
)
def test_hosts_are_written_as_they_are(url: str, host: str) -> None:
    """Look-alike letters are never drawn, and what stands before the @ is no host."""
    assert host == readable_host(url)
