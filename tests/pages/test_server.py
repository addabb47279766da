"""Who may ask for a page of ours, and who is refused."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

import pytest

from companion.pages import ServedPages


def ask(
    served: ServedPages, method: str, path: str, **headers: str
) -> tuple[int, dict[str, str], str]:
    """One request as another program could make it."""
    parts = urlsplit(served.origin)
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    body = headers.pop("body", None)
    connection.request(method, path, body=body, headers=headers)
    answer = connection.getresponse()
    told = answer.status, dict(answer.headers), answer.read().decode()
    connection.close()
    return told


def path_of(served: ServedPages, name: str = "welcome") -> str:
    """The path of a page, with its unguessable word."""
    return urlsplit(served.address(name)).path


def test_a_page_is_served_at_its_address(served: ServedPages) -> None:
    """Whoever has the address gets the page, under a strict policy."""
    status, headers, html = ask(served, "GET", path_of(served))

    assert 200 == status
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "Mở <strong>tài khoản</strong>" in html


def test_what_is_shown_is_escaped(served: ServedPages) -> None:
    """Text is never markup; Chinese is marked as Chinese."""
    _, _, html = ask(served, "GET", path_of(served))

    assert "&lt;b&gt;" in html
    assert '<span lang="zh-CN">免费注册</span>' in html


def test_a_page_can_be_made_anew(served: ServedPages, asked: list[str]) -> None:
    """A page that is a function shows how things stand now."""
    asked.extend(["begin", "begin"])

    assert "Đã bấm 2 lần" in ask(served, "GET", path_of(served, "other"))[2]


@pytest.mark.parametrize(
    "path", ["/", "/page/welcome", "/guess/page/welcome", "/../page", "/favicon.ico"]
)
def test_without_the_word_there_is_nothing(served: ServedPages, path: str) -> None:
    """Every other path is answered alike, and tells nothing."""
    assert (404, "") == ask(served, "GET", path)[::2]


def test_a_name_made_to_point_here_is_refused(served: ServedPages) -> None:
    """Only our own address counts as Host, whatever a name resolves to."""
    status, _, text = ask(served, "GET", path_of(served), Host="rebound.example")

    assert (404, "") == (status, text)


def test_an_action_reaches_the_program(served: ServedPages, asked: list[str]) -> None:
    """A press is a name in the path, from our own page."""
    path = path_of(served).replace("/page/welcome", "/action/later")

    status, _, answer = ask(served, "POST", path, Origin=served.origin)

    assert (200, ["later"]) == (status, asked)
    assert "said" in answer


@pytest.mark.parametrize(
    ("action", "headers"),
    [
        ("unknown", {}),
        ("begin", {"Origin": "https://login.example"}),
        ("begin", {"Origin": "null"}),
        ("begin", {"body": "secret"}),
    ],
    ids=["not offered", "another page", "no page", "with a body"],
)
def test_every_other_action_is_refused(
    served: ServedPages, asked: list[str], action: str, headers: dict[str, str]
) -> None:
    """Nothing is done for other pages, for other names, or with anything sent along."""
    path = path_of(served).replace("/page/welcome", f"/action/{action}")

    status, _, _ = ask(served, "POST", path, **{"Origin": served.origin, **headers})

    assert status in (403, 404)
    assert [] == asked


def test_pages_are_told_from_others(served: ServedPages) -> None:
    """A page of ours is known by its origin."""
    assert served.owns(served.address("welcome"))
    assert not served.owns(f"{served.origin}0/")
