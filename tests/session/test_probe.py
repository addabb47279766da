"""Trying the network for somebody who is stuck: what each silence means."""

from __future__ import annotations

import pytest

from companion.pack.site import Pack
from companion.session.probe import to_try, try_network
from tests.loops import apart


@pytest.mark.parametrize(
    ("silent", "sign"),
    [
        ("-", "probe:well"),
        ("//", "probe:offline"),
        ("//www.1688.com", "probe:site"),
        ("ynuf.aliapp.org", "probe:scripts"),
        ("google.com", "probe:well"),
    ],
)
def test_silence_is_told_by_what_it_means(pack: Pack, silent: str, sign: str) -> None:
    """Row 70: every host that the doctor asks counts, each by its part."""
    told = apart(try_network(to_try(pack), reachable=lambda url: silent not in url))

    assert sign == told


def test_no_host_is_asked_twice(pack: Pack) -> None:
    """The lists of help and doctor have hosts in common."""
    asked = [one.url for one in to_try(pack)]

    assert len(set(asked)) == len(asked)
    assert {one.url for one in pack.help.probes} < set(asked)
