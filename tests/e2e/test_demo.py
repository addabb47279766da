"""`companion demo` as a program: both flows to the end, and what its stream says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from tests.e2e.running import ROOT, Event, processes_of

pytestmark = pytest.mark.timeout(150)


@dataclass(frozen=True)
class Played:
    """A demonstration that has ended."""

    code: int
    home: Path
    out: Path
    events: list[Event]

    def of(self, event: str, **fields: object) -> list[Event]:
        """The events of one kind, with these fields."""
        named = [e for e in self.events if e["event"] == event]
        return [e for e in named if all(e[k] == v for k, v in fields.items())]

    @property
    def steps(self) -> list[str]:
        """The targets that were next, each as often as it became it."""
        following = [e["target"] for e in self.of("shown", next=True)]
        return [b for a, b in pairwise(["", *following]) if a != b]


@pytest.fixture(
    scope="module",
    params=[pytest.param("classic", marks=pytest.mark.thorough), "classic-frame"],
)
def played(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Played:
    """One demonstration of a flow."""
    home = tmp_path_factory.mktemp("demo")
    out, stream = home / "gallery", home / "events.jsonl"
    command = [sys.executable, "-m", "companion", "demo", request.param]
    command += ["--out", str(out), "--events", str(stream)]

    ended = subprocess.run(
        command,
        env=os.environ | {"COMPANION_HOME": str(home)},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )

    lines = stream.read_text("utf-8").splitlines()
    return Played(ended.returncode, home, out, [json.loads(line) for line in lines])


def test_the_flow_is_finished(played: Played) -> None:
    """The visitor reaches the account, and the program says so."""
    finished = played.of("finished")

    assert 0 == played.code
    assert [True] == [event["success"] for event in finished]


def test_every_step_has_its_picture(played: Played) -> None:
    """The gallery shows each thing that was next, and the end."""
    page = (played.out / "index.html").read_text("utf-8")
    pictures = sorted(path.name for path in played.out.glob("*.jpg"))

    assert [name for name in pictures if name not in page] == []
    for target in {*played.steps, "finished"}:
        name = target.replace(".", "-")
        assert any(picture.endswith(f"-{name}.jpg") for picture in pictures), target


def test_nothing_is_left_running(played: Played) -> None:
    """Browser, screen and session are gone when the program is."""
    assert {} == processes_of(played.home)


def test_at_most_one_thing_is_next(played: Played) -> None:
    """No tab ever has two next things at a time."""
    following: dict[str, str] = {}
    for event in played.events:
        page, target = event.get("page", ""), event.get("target", "")
        was_next = following.get(page) == target
        if event["event"] == "shown" and event["next"]:
            assert following.get(page, target) == target
            following[page] = target
        elif event["event"] in ("shown", "hidden") and was_next:
            del following[page]


def test_the_code_is_asked_for_once(played: Played) -> None:
    """While it counts down, the send-code button is not next again."""
    assert 1 == played.steps.count("otp.send_button")


def test_the_country_is_shown_once_the_list_is_open(played: Played) -> None:
    """Vietnam has no box before its list is open; the list's button comes first."""
    steps = played.steps
    first = next(e for e in played.events if e.get("target") == "form.country_vietnam")

    assert first["next"]
    assert steps.index("form.country_code") == steps.index("form.country_vietnam") - 1


def test_the_new_tab_comes_to_the_front(played: Played) -> None:
    """The sign-up link opens a second tab, and the events follow the person there."""
    fronts = [event["page"] for event in played.of("page", front=True)]

    assert ["p1", "p2"] == sorted(set(fronts))
    assert "p2" == fronts[-1]


def test_covered_fields_are_taken_back(played: Played) -> None:
    """Under the agreement no field is shown in its place."""
    shown: dict[str, Event] = {}
    for event in played.events:
        if event["event"] == "shown":
            shown[event["target"]] = event
        elif event["event"] == "hidden":
            shown.pop(event["target"], None)
        accept = shown.get("agreement.accept_button", {"next": False})
        if accept["next"]:
            assert "form.username" not in shown


def test_the_account_comes_step_by_step(played: Played) -> None:
    """Milestones go up, from the first to the last."""
    done = [event["done"] for event in played.of("milestone")]

    assert sorted(done) == done
    assert played.of("milestone")[-1]["of"] == done[-1]
