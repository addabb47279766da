"""Which addresses are the site's own: every trick in the book is foreign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.pack.hosts import FOREIGN, Standing, hosts_match
from companion.pack.site import Pack

HOSTS = (".1688.com", "login.taobao.com")

OFFICIAL = [
    ("https://www.1688.com/", "www.1688.com"),
    ("https://1688.com", "1688.com"),
    ("https://WWW.1688.COM/x?y=1#z", "www.1688.com"),
    ("HTTPS://member.1688.com:443/member/join/", "member.1688.com"),
    ("https://login.m.1688.com/index.html", "login.m.1688.com"),
    ("https://login.taobao.com/member/login.jhtml?style=b2b", "login.taobao.com"),
    ("https://someone@www.1688.com/", "www.1688.com"),
    ("https://ｗｗｗ.１６８８.ｃｏｍ/", "www.1688.com"),
    ("https://www。1688。com/", "www.1688.com"),
]

PRACTICE = [
    ("http://member.1688.localhost:8123/member/join/x.htm", "member.1688.com"),
    ("http://www.1688.localhost/", "www.1688.com"),
    ("http://login.taobao.localhost:5000/", "login.taobao.com"),
    ("http://1688.localhost:5000/", "1688.com"),
]

TRICKS = [
    "https://1688.com.dang-nhap.example/",
    "https://www1688.example/",
    "https://1688-vn.example/",
    "https://l688.example/",
    "https://l688.com/",
    "https://16888.example/",
    "https://1688com.example/",
    "https://1688.com@login.example/",
    "https://www.1688.com:password@login.example/",
    "https://login.example/1688.com/member/join",
    "https://login.example/?www.1688.com",
    "https://login.example/#@www.1688.com",
    "http://www.1688.com/",
    "https://www.1688.com.vn.example/",
    "https://www.1688.com.vn/",
    "https://evil1688.com/",
    "https://xn--1688-5x0b.com/",
    "https://1б88.com/",
    "https://www.1688.com\u0435.example/",
    "https://login.example\\@www.1688.com/",
    "https://login.example\\.1688.com/",
    "https:/www.1688.com/",
    "https:///www.1688.com/",
    "https:www.1688.com",
    "//www.1688.com/",
    "www.1688.com",
    "https://www.1688.com\t.example/",
    "https://www.1688.com /",
    " https://www.1688.com/",
    "https://www.1688.com:99999/",
    "https://www.1688.com:x/",
    "https://www.1688.com./",
    "https://www..1688.com/",
    "https://.1688.com/",
    "https://www%2e1688.com/",
    "https://taobao.com/",
    "https://www.login.taobao.com/",
    "https://shop.taobao.com/",
    "https://",
    "",
    "about:blank",
    "data:text/html,https://www.1688.com/",
    "javascript:location='https://www.1688.com/'",
    "blob:https://www.1688.com/x",
    "file:///www.1688.com/",
    "ftp://www.1688.com/",
    "chrome-error://chromewebdata/",
    "https://www.1688.localhost/",
    "http://localhost:8123/www.1688.com",
    "http://1688.com.localhost:8123/",
    "http://www.1688.localhost.example/",
    "http://evil1688.localhost/",
    "http://www.1688-vn.localhost:8123/",
    "http://shop.taobao.localhost/",
    "http://127.0.0.1:8123/",
    "https://[::1]/",
    "https://[1688.com]/",
]


@pytest.mark.parametrize(("url", "host"), OFFICIAL)
def test_own_host_over_https_is_official(url: str, host: str) -> None:
    """An exact host, or one below a host with a leading dot, is official over https."""
    expected = Standing(official=True, practice=False, canonical_host=host)

    assert expected == hosts_match(HOSTS, url)


@pytest.mark.parametrize(("url", "host"), PRACTICE)
def test_localhost_twin_stands_for_its_host(url: str, host: str) -> None:
    """A practice host is treated as the official one, and marked."""
    expected = Standing(official=True, practice=True, canonical_host=host)

    assert expected == hosts_match(HOSTS, url)


@pytest.mark.parametrize("url", TRICKS)
def test_look_alike_is_foreign(url: str) -> None:
    """Whatever only looks like the site, or might be read in two ways, is foreign."""
    assert FOREIGN == hosts_match(HOSTS, url)


@given(st.text(max_size=40))
def test_no_host_before_the_site_makes_another_the_site(name: str) -> None:
    """Nothing written before a foreign host makes it official."""
    assert not hosts_match(HOSTS, f"https://{name}.login.example/").practice
    assert FOREIGN == hosts_match(HOSTS, f"http://{name}")


def test_pack_of_1688_leaves_shops_of_taobao_out(pack: Pack) -> None:
    """Only Taobao's hosts on the way of a sign-up are official."""
    assert hosts_match(pack.hosts, "https://reg.taobao.com/member/reg/").official
    assert not hosts_match(pack.hosts, "https://shop123.taobao.com/").official
    assert hosts_match(pack.hosts, pack.start).official
