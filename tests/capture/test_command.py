"""`companion capture` as a program: what it opens, tells and leaves behind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.check.conftest import Checker, checker
from tests.cli.conftest import Run, begin, home, run, says
from tests.e2e.conftest import Starter, start
from tests.e2e.running import wait_until

__all__ = ["begin", "checker", "home", "run", "start"]

JOIN = "https://member.1688.com/member/join/common_join.htm"
WINDOW = "--window-size=1366,768"


def captures_of(out: str) -> list[dict[str, Any]]:
    """The captures of a run's JSON."""
    captures: list[dict[str, Any]] = json.loads(out)["captures"]
    return captures


def test_known_pages_are_captured_in_one_go(
    run: Run, home: Path, checker: Checker
) -> None:
    """Every public entry page is opened, saved and reported; the check agrees."""
    ended = run(
        *("capture", "--known", "--practice=classic-frame", "--json", "-"),
        COMPANION_BROWSER_ARGS=WINDOW,
    )

    assert 0 == ended.code, ended.err
    captures = {one["asked"]: one for one in captures_of(ended.out)}
    assert 4 == len(captures)
    assert ["home"] == captures["https://www.1688.com/"]["states"]
    assert "form.phone" in captures[JOIN]["found"]
    address = "https://reg.taobao.com/member/reg/fast/fast_reg?_regfrom=*"
    assert [address] == captures[JOIN]["frames"]
    folders = [Path(one["folder"]) for one in captures.values()]
    assert {home / "data" / "captures"} == {folder.parent for folder in folders}
    assert [] == [one["lost"] for one in captures.values() if one["lost"]]
    report = checker.check(*folders)
    assert report.correct
    assert () == report.problems


def test_page_of_a_session_is_captured(run: Run, start: Starter, home: Path) -> None:
    """Beside `start`, the tab in front is saved without the guidance on it."""
    companion = start("--practice", home=home)
    companion.wait_for("shown", next=True)

    ended = run("capture", "my-home", "--json", "-")

    assert 0 == ended.code, ended.err
    (captured,) = captures_of(ended.out)
    assert ["home"] == captured["states"]
    assert captured["folder"].endswith("-my-home")
    page = (Path(captured["folder"]) / "page.html").read_text("utf-8")
    assert "<x-" not in page
    assert companion.child.poll() is None
    companion.close_window()
    wait_until(companion.is_gone, "the end of every process", 10)


def test_unreachable_pages_are_told(run: Run) -> None:
    """Without a network it ends with 4 and a sentence, and leaves nothing behind."""
    dead = "--window-size=1366,768 --host-resolver-rules='MAP * ~NOTFOUND'"

    ended = run("capture", "--known", COMPANION_BROWSER_ARGS=dead)

    assert 4 == ended.code
    assert says(ended, "capture.none_opened", count=4)


def test_without_a_session_it_says_how(run: Run) -> None:
    """There is no page to capture: a sentence tells how to come to one."""
    ended = run("capture")

    assert 3 == ended.code
    assert says(ended, "capture.nothing_open")


@pytest.mark.parametrize(
    ("arguments", "key", "fields"),
    [
        (("../up",), "capture.bad_name", {"name": "../up"}),
        (("--url", "file:///etc"), "capture.no_address", {"url": "file:///etc"}),
        (("--url", "https://a.b", "--known"), "capture.one_of_two", {}),
    ],
)
def test_bad_usage_is_told(
    run: Run, arguments: tuple[str, ...], key: str, fields: dict[str, str]
) -> None:
    """What cannot be meant ends with 2 before anything is opened."""
    ended = run("capture", *arguments)

    assert 2 == ended.code
    assert says(ended, key, **fields)
