"""Who may have words translated: our own page, with a short text, and nobody else."""

from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit

import pytest

from companion.pages.server import LONGEST
from tests.after.conftest import Google


def ask(address: str, text: str, name: str = "keyword", **headers: str) -> int:
    """One request as another program could make it; the status of the answer."""
    parts = urlsplit(address)
    path = parts.path.replace("/page/after", f"/ask/{name}")
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    connection.request("POST", path, body=text.encode(), headers=headers)
    answer = connection.getresponse()
    if answer.status == 200:
        assert "said" in json.loads(answer.read())
    connection.close()
    return answer.status


def origin(address: str) -> str:
    """The origin of our own pages."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def test_our_own_page_may_ask(address: str, google: Google) -> None:
    """The text arrives as it was typed."""
    status = ask(address, "đũa tre", Origin=origin(address))

    assert (200, ["đũa tre"]) == (status, google.asked)


@pytest.mark.parametrize("asker", ["https://www.1688.com", "null", ""])
def test_no_other_page_may(address: str, google: Google, asker: str) -> None:
    """Without our own origin nothing is read."""
    status = ask(address, "đũa tre", Origin=asker)

    assert (403, []) == (status, google.asked)


def test_long_texts_are_refused(address: str, google: Google) -> None:
    """No name of goods is that long."""
    status = ask(address, "a" * (LONGEST + 1), Origin=origin(address))

    assert (403, []) == (status, google.asked)


def test_other_names_are_unknown(address: str, google: Google) -> None:
    """There is one thing to ask."""
    status = ask(address, "đũa tre", name="other", Origin=origin(address))

    assert (404, []) == (status, google.asked)
