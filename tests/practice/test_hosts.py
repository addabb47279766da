"""The mapping between official hosts and their practice twins."""

from __future__ import annotations

import pytest

from companion.practice.hosts import PracticeHosts

HOSTS = PracticeHosts(("1688.com", "taobao.com"), 8000)


def test_origin_is_the_host_with_its_last_label_replaced() -> None:
    """The practice twin of a host keeps every label but the last."""
    origin = HOSTS.origin_of("member.1688.com")

    assert "http://member.1688.localhost:8000" == origin


@pytest.mark.parametrize(
    ("practice", "official"),
    [
        ("www.1688.localhost:8000", "www.1688.com"),
        ("1688.localhost:8000", "1688.com"),
        ("REG.taobao.localhost", "reg.taobao.com"),
        ("evil1688.localhost:8000", None),
        ("1688.example.localhost:8000", None),
        ("127.0.0.1:8000", None),
        ("www.1688.com", None),
    ],
)
def test_only_twins_of_official_hosts_are_known(
    practice: str, official: str | None
) -> None:
    """A practice host leads back to its official host, any other to none."""
    found = HOSTS.original_of(practice)

    assert official == found


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ('href="//www.1688.com/"', 'href="http://www.1688.localhost:8000/"'),
        ("https://reg.taobao.com/a?b", "http://reg.taobao.localhost:8000/a?b"),
        ("http://1688.com", "http://1688.localhost:8000"),
        ("https://1688.com.vn.example/", "https://1688.com.vn.example/"),
        ("https://1688.com@login.example/", "https://1688.com@login.example/"),
        ("https://not1688.com/", "https://not1688.com/"),
        ("//example.com/1688.com", "//example.com/1688.com"),
    ],
)
def test_rewriting_touches_official_addresses_alone(text: str, rewritten: str) -> None:
    """Absolute official addresses become practice ones; look-alikes stay."""
    found = HOSTS.rewrite(text)

    assert rewritten == found


def test_foreign_host_stays_foreign() -> None:
    """The twin of a look-alike keeps its last label, and leads back to it."""
    fake = "www.1688.com.dang-nhap.example"
    hosts = PracticeHosts(("1688.com",), 8000, (fake,))

    origin = hosts.origin_of(fake)

    assert f"http://{fake}.localhost:8000" == origin
    assert fake == hosts.original_of(f"{fake}.localhost:8000")
