"""The practice site as a web server: routing, rewriting, refusing."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path

import pytest

from companion.practice import PracticeSite, ReceivedRequest

Serve = Callable[..., PracticeSite]
JOIN = "/member/join/enterprise_join.htm"


def ask(
    site: PracticeSite, host: str, path: str, *, body: bytes | None = None
) -> tuple[int, str]:
    """Ask the server without a browser; a body makes it a POST."""
    connection = HTTPConnection("127.0.0.1", site.port, timeout=10)
    method = "GET" if body is None else "POST"
    connection.request(method, path, body, {"Host": f"{host}:{site.port}"})
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


def test_start_url_is_the_first_page_of_the_flow(serve: Serve) -> None:
    """A rehearsal starts at the practice twin of the official home page."""
    site = serve()

    start = site.start_url

    assert f"http://www.1688.localhost:{site.port}/" == start


def test_host_decides_which_page_answers(serve: Serve) -> None:
    """The same path is a page on one host and nothing on another."""
    site = serve()

    found = [
        ask(site, h, JOIN)[0] for h in ("member.1688.localhost", "www.1688.localhost")
    ]

    assert [200, 404] == found


def test_pages_link_to_practice_hosts(serve: Serve) -> None:
    """No served page leads to the official site."""
    site = serve()

    _, page = ask(site, "www.1688.localhost", "/")

    assert f'href="http://member.1688.localhost:{site.port}{JOIN}"' in page
    assert "1688.com/" not in page


def test_what_the_script_renders_is_left_to_the_script(serve: Serve) -> None:
    """A page with behaviour is served without what its script brings later."""
    site = serve()

    _, page = ask(site, "member.1688.localhost", JOIN)

    assert "loginAction" not in page


def test_windows_are_marked_and_frames_are_not(serve: Serve) -> None:
    """Only a top-level page carries the runtime of ribbon and phone."""
    site = serve("classic-frame")
    form = "/member/reg/fast/fast_reg?_regfrom=CBU"

    _, window = ask(site, "member.1688.localhost", JOIN)
    _, frame = ask(site, "reg.taobao.localhost", form)

    assert "/practice/runtime/phone.js" in window
    assert "/practice/runtime/" not in frame


def test_unknown_page_says_so_in_vietnamese(serve: Serve) -> None:
    """A link that leads out of the practice site ends at a page that explains it."""
    site = serve()

    status, page = ask(site, "detail.1688.localhost", "/offer/1.html")

    assert 404 == status
    assert "bản luyện tập" in page


def test_message_is_sent_without_a_number(serve: Serve) -> None:
    """An empty POST is all it takes to get a text message."""
    site = serve()

    ask(site, "member.1688.localhost", "/practice/sms", body=b"")
    _, answer = ask(site, "member.1688.localhost", "/practice/sms?after=0")

    assert [1] == [message["id"] for message in json.loads(answer)["messages"]]


def test_request_with_a_body_is_refused(
    serve: Serve, received: list[ReceivedRequest]
) -> None:
    """A page that tries to send something is refused, and it is on record."""
    site = serve()

    status, _ = ask(site, "member.1688.localhost", "/practice/sms", body=b"x")

    assert 400 == status
    assert [b"x"] == [request.body for request in received]


@pytest.mark.parametrize("path", ["../flows.toml", "home/alibar-2019/fixture.toml"])
def test_only_page_files_are_served(serve: Serve, path: str) -> None:
    """Neither files outside the fixtures nor their expectations are served."""
    site = serve()

    status, _ = ask(site, "www.1688.localhost", f"/practice/fixtures/{path}")

    assert 404 == status


def test_taken_port_is_an_error_of_the_system(serve: Serve, fixtures: Path) -> None:
    """A port that is in use is reported as the system does."""
    site = serve()
    sentences = Path(__file__).parents[2] / "selectors/sentences/practice.en.toml"

    with pytest.raises(OSError, match=str(errno.EADDRINUSE)):
        PracticeSite(fixtures, sentences, port=site.port)


def test_closing_gives_the_port_back(fixtures: Path, serve: Serve) -> None:
    """After a rehearsal its port can be used for the next one."""
    site = serve()
    sentences = Path(__file__).parents[2] / "selectors/sentences/practice.en.toml"
    site.close()

    with PracticeSite(fixtures, sentences, port=site.port) as again:
        status, _ = ask(again, "www.1688.localhost", "/")

    assert 200 == status


def test_address_can_lead_on_to_another(serve: Serve) -> None:
    """The join page of the phone-first flow leads to its practice twin on Taobao."""
    site = serve("phone-first")
    connection = HTTPConnection("127.0.0.1", site.port, timeout=10)

    connection.request("GET", JOIN, headers={"Host": "member.1688.localhost"})
    response = connection.getresponse()

    assert 302 == response.status
    assert response.headers["Location"].startswith(site.origin_of("reg.taobao.com"))
    connection.close()


def test_start_url_keeps_its_query(serve: Serve) -> None:
    """Where the person was bounced from stands in the login page's address."""
    site = serve("login")

    start = site.start_url

    assert start.startswith(f"http://login.1688.localhost:{site.port}/member/signin")
    assert "?Done=" in start


def test_look_alike_is_served_on_a_foreign_host(serve: Serve) -> None:
    """The fake site's twin is no twin of an official host, and asks for a password."""
    site = serve(scenario="fake-site")
    host = "www.1688.com.dang-nhap.example.localhost"

    status, page = ask(site, host, "/member/join/common_join.htm")

    assert 200 == status
    assert 'type="password"' in page
    assert site.start_url.startswith(f"http://{host}:{site.port}/")


def test_lost_connection_is_closed_without_a_word(serve: Serve) -> None:
    """Once the join page was asked for, nobody is answered for a while."""
    site = serve(scenario="offline")

    with pytest.raises(RemoteDisconnected):
        ask(site, "member.1688.localhost", JOIN)
