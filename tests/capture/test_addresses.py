"""Addresses are kept without what marks a visit, at their real hosts."""

from __future__ import annotations

from fnmatch import fnmatchcase
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.capture.addresses import (
    kept_address,
    real_hosts,
    slug_of,
    told_apart,
)

HOSTS = (".1688.com", "reg.taobao.com")
PARTS = ("person_pc", "common_join")


@pytest.mark.parametrize(
    ("kept", "given_"),
    [
        ("https://www.1688.com/", "https://www.1688.com"),
        ("https://www.1688.com/a.htm", "https://me:pw@www.1688.com/a.htm#b"),
        (
            "https://reg.taobao.com/r?_regfrom=*",
            "https://reg.taobao.com/r?_regfrom=CBU",
        ),
        ("https://a.1688.com/r?*&b=*", "https://a.1688.com/r?secret&b=1"),
        ("https://a.1688.com/r?biz=person_pc", "https://a.1688.com/r?biz=person_pc"),
        (
            "https://a.1688.com/r?to=*common_join*",
            "https://a.1688.com/r?to=xcommon_joiny",
        ),
        ("https://a.1688.com/x", "https://a.1688.com/x;jsessionid=1A2B"),
        ("https://a.1688.com/00000/…", "https://a.1688.com/12345/a1b2c3d4e5f6a7b8c9"),
        ("https://reg.taobao.com/r", "http://reg.taobao.localhost:4711/r"),
    ],
)
def test_address_keeps_what_is_public(kept: str, given_: str) -> None:
    """User, session, fragment, tokens and values go; path and names stay."""
    assert kept == kept_address(given_, HOSTS, PARTS)


@given(value=st.text(min_size=1))
def test_no_value_of_a_query_is_kept(value: str) -> None:
    """Whatever stands in a query, only its name is kept."""
    url = f"https://www.1688.com/p?q={quote(value, safe='')}"

    assert "https://www.1688.com/p?q=*" == kept_address(url, HOSTS, PARTS)


def test_practice_hosts_become_real() -> None:
    """Addresses of practice pages are those of the pages they stand for."""
    text = '"http://www.1688.localhost:1234/a" //g.alicdn.localhost:1234/b'

    real = '"https://www.1688.com/a" https://g.alicdn.com/b'
    assert real == real_hosts(text, HOSTS)


def test_equal_addresses_are_told_apart() -> None:
    """Of two frames alike, each has an address that the other's does not fit."""
    first, second = told_apart(["https://a.b/c?d=*", "https://a.b/c?d=*"])

    assert "https://a.b/c?d=*" == first
    assert not fnmatchcase(second, first)
    assert not fnmatchcase(first, second)


def test_folder_is_named_for_the_page() -> None:
    """Host and last part of the path, in characters every file system takes."""
    slug = slug_of("https://member.1688.com/member/join/common_join.htm")

    assert "member-1688-com-common-join" == slug
