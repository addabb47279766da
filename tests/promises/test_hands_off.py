"""Promises 1 and 2: it never acts, and what is typed stays in the page."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from companion.demo.reading import Step
from tests.e2e.person import Person
from tests.e2e.running import QUICK, ROOT, Companion
from tests.promises.canary import digits, leaks, letters, written_under
from tests.promises.conftest import Record
from tests.promises.recorder import Recorder

pytestmark = pytest.mark.timeout(150)

# Everything that looks or draws, and nothing that clicks, types or navigates.
ALLOWED = {
    "DOM.getFrameOwner",
    "DOM.resolveNode",
    "Inspector.enable",
    "Page.addScriptToEvaluateOnNewDocument",
    "Page.createIsolatedWorld",
    "Page.enable",
    "Page.getFrameTree",
    "Runtime.callFunctionOn",
    "Runtime.evaluate",
    "Target.createTarget",
    "Target.setAutoAttach",
}
# Expressions are fixed; only the orders of `tell` differ, and they are ours.
CALLS = ("?.next()", "?.tell(JSON.parse(", "?.retire()", "?.adopt(frame, this)")
PROBE = "globalThis.companion === undefined"

LEAK = """
import companion.agent.source as source

whole = source.agent_source
planted = '''
;(() => {
  const agent = globalThis.companion;
  if (!agent || agent.leaks) return;
  agent.leaks = true;
  const next = agent.next.bind(agent);
  const typed = () => [...document.querySelectorAll("input")].map((one) => one.value);
  agent.next = async () => (await next()).map((one) => ({ ...one, typed: typed() }));
})();
'''
source.agent_source = lambda brief: whole(brief) + planted
"""


@dataclass(frozen=True)
class Visit:
    """A flow gone through with canaries in every field."""

    companion: Companion
    recorder: Recorder
    canaries: dict[str, str]

    def places(self) -> dict[str, bytes]:
        """Everything outside the page that could hold one."""
        talk = {f"talk {n}": b for n, b in enumerate(self.recorder.everything())}
        return written_under(self.companion.home) | talk


def right_values() -> dict[str, str]:
    """Canaries that the form accepts."""
    password = f"Qz9-{letters(12)}"
    return {
        "form.username": letters(18),
        "form.password": password,
        "form.password_confirm": password,
        "form.phone": f"91{digits(7)}",
    }


def wrong_values() -> dict[str, str]:
    """Canaries that no field accepts, so that every verdict is about one."""
    return {
        "form.username": f"{letters(12)}@{letters(8)}.example",
        "form.password": letters(14),
        "form.password_confirm": letters(15),
        "form.phone": f"0{digits(10)}",
        "otp.code_input": digits(6),
    }


@pytest.fixture(
    scope="module",
    params=[pytest.param("classic", marks=pytest.mark.thorough), "classic-frame"],
)
def visit(request: pytest.FixtureRequest, record: Record) -> Visit:
    """Type, cut and paste something wrong into every field, then what is right."""
    right, wrong = right_values(), wrong_values()
    left = dict(wrong)

    def err(page: Page, step: Step) -> None:
        if text := left.pop(step.target, ""):
            x, y, width, height = step.rect
            page.mouse.click(x + width / 2, y + height / 2)
            page.keyboard.type(text)
            for key in ("A", "X", "V", "A"):
                page.keyboard.press(f"ControlOrMeta+{key}")
            page.keyboard.press("Backspace")

    companion, recorder = record("--practice", request.param, environ=QUICK)
    with contextlib.closing(Person(companion, err, right)) as person:
        person.finish()
    assert {} == left
    named = {f"right {k}": v for k, v in right.items()}
    return Visit(
        companion, recorder, named | {f"wrong {k}": v for k, v in wrong.items()}
    )


def test_only_harmless_commands_are_sent(visit: Visit) -> None:
    """No input event, no navigation, no network, no console: a closed list."""
    methods = {message["method"] for message in visit.recorder.messages("sent")}

    assert set() == methods - ALLOWED
    assert {"Runtime.evaluate", "Target.setAutoAttach"} <= methods


def test_only_our_own_world_is_spoken_to(visit: Visit) -> None:
    """What is evaluated are calls of our agent, never anything of the page."""
    for message in visit.recorder.messages("sent"):
        params = message["params"]
        code = params.get("expression", params.get("functionDeclaration"))
        if code is not None:
            calls = [f"globalThis.companion{call}" for call in CALLS]
            assert code == PROBE or any(call in code for call in calls)


def test_nothing_of_the_pages_network_or_console_is_heard(visit: Visit) -> None:
    """The browser sends only news of tabs and documents."""
    heard = {
        m["method"].split(".")[0]
        for m in visit.recorder.messages("received")
        if "method" in m
    }

    assert heard <= {"Target", "Page", "Inspector", "DOM"}


def test_nothing_typed_leaves_the_page(visit: Visit) -> None:
    """No canary is in any output, in any file of ours, or on the way to the browser."""
    places = visit.places()

    assert "events0.jsonl" in places
    assert any(len(content) > 10_000 for content in places.values())
    assert [] == leaks(visit.canaries, places)


def test_a_planted_leak_is_found(record: Record, tmp_path: Path) -> None:
    """The search above does find a value that an agent gives away."""
    (tmp_path / "sitecustomize.py").write_text(LEAK, "utf-8")
    planted = {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    companion, recorder = record("--practice", "classic", environ=planted)
    right = right_values()

    with contextlib.closing(Person(companion, typed=right)) as person:
        person.go_to("form.password_confirm")

    visit = Visit(companion, recorder, right)
    found = leaks(right, visit.places())
    assert any(leak.startswith("form.username in talk") for leak in found)
    assert any(leak.startswith("form.password in talk") for leak in found)
