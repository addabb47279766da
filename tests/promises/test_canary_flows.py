"""Promise 2 in every flow and every trouble: what is typed stays in the page."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from companion.data import fixtures_dir, selectors_dir
from companion.demo.reading import Step
from companion.pack.load import load_pack
from companion.practice import load_flows
from tests.e2e.person import Person
from tests.e2e.running import QUICK
from tests.e2e.spot import FORM, Spot
from tests.e2e.test_scenarios_slider import REFUSED, drag
from tests.promises.canary import digits, leaks, letters
from tests.promises.conftest import Record
from tests.promises.test_hands_off import Visit, right_values

pytestmark = pytest.mark.timeout(240)

TABLE = load_flows(fixtures_dir() / "1688")
# The others: test_hands_off. The visitor of every scenario: e2e/test_scenarios.
FLOWS = ("phone-first", "enterprise", "login")
# Puts a message of the site beside the phone number, one after the other.
SAY = """async (messages) => {
  const row = document.querySelector('.mobile-row--2mzWe');
  const line = document.createElement('div');
  line.className = 'next-form-item-help';
  row.after(line);
  for (const message of messages) {
    line.textContent = message;
    await new Promise((done) => setTimeout(done, 40));
  }
}"""


def canaries() -> dict[str, str]:
    """What a person types who does everything right."""
    return right_values() | {
        "form.contact_name": letters(14),
        "form.company_name": letters(16),
        "form.email": f"{letters(12)}@{letters(10)}.example",
    }


def went(record: Record, flow: str, *more: str) -> Visit:
    """Go through a flow as far as it leads, with a canary in every field."""
    right, wrong = canaries(), {"otp.code_input": digits(6)}
    left = dict(wrong)
    account = TABLE.flow(flow).account

    def err(page: Page, step: Step) -> None:
        if text := left.pop(step.target, ""):
            x, y, width, height = step.rect
            page.mouse.click(x + width / 2, y + height / 2)
            page.keyboard.type(text)

    arguments = ("--practice", flow, "--account", account, *more)
    companion, recorder = record(*arguments, environ=QUICK)
    with contextlib.closing(Person(companion, err, right)) as person:
        person.finish()
    return Visit(companion, recorder, right | {"wrong code": wrong["otp.code_input"]})


@pytest.mark.parametrize(
    "flow",
    [FLOWS[0], *(pytest.param(one, marks=pytest.mark.thorough) for one in FLOWS[1:])],
)
def test_nothing_typed_leaves_any_flow(record: Record, flow: str) -> None:
    """No canary is in any output or file of ours, or on the way to the browser."""
    visit = went(record, flow)

    places = visit.places()

    assert any(len(content) > 10_000 for content in places.values())
    assert [] == leaks(visit.canaries, places)
    assert visit.companion.wait_for("finished")["success"]


def test_nothing_typed_leaves_in_trouble(record: Record) -> None:
    """Messages that repeat a value, unknown ones, an outline kept, the slider's end."""
    scenario = ("--scenario", "slider-refuses-always")
    companion, recorder = record("--practice", "classic", *scenario, environ=QUICK)
    spot, typed = Spot(companion), right_values()
    typed["form.password_confirm"] = letters(14)
    spot.open_form()
    for target in FORM:
        spot.type(target, typed[target])
    spot.page.keyboard.press("Tab")

    spot.page.evaluate(SAY, list(messages(typed)))
    ask_for_translations(spot)
    spot.page.evaluate(SAY, [f"您{value}不行的哟" for value in typed.values()])
    for refusals in range(3):
        if refusals:
            spot.page.click(REFUSED)
        drag(spot)

    spot.told("handed_over")
    visit = Visit(companion, recorder, typed)
    assert [] == leaks(visit.canaries, visit.places())


def messages(typed: dict[str, str]) -> Iterator[str]:
    """Every message of the site, as if it repeated what was typed."""
    values = list(typed.values())
    for number, notice in enumerate(load_pack(selectors_dir() / "1688").notices):
        value = values[number % len(values)]
        yield from (text.replace("*", value) for text in notice.texts[-2:])


def ask_for_translations(spot: Spot) -> None:
    """Agree that unknown messages are translated by machine."""
    spot.ask("Tôi bị kẹt", "Toàn chữ Trung", "Dịch thông báo lạ")
    spot.see("help", "Google")
    spot.ask("Tôi bị kẹt")


@pytest.mark.thorough
def test_nothing_typed_is_in_an_outline(record: Record) -> None:
    """What stands in a field of an unknown page is not in what is kept of it."""
    companion, recorder = record("--practice", "classic")
    spot, secret = Spot(companion), letters(16)
    spot.show("other/join-by-app-scan", ("</body>", "<input id=extra></body>"))
    spot.page.click("#extra")
    spot.page.keyboard.type(secret)

    spot.ask("Trang không giống hướng dẫn")
    kept = spot.told("captured")

    visit = Visit(companion, recorder, {"extra": secret})
    files = {f.name: f.read_bytes() for f in Path(kept["folder"]).rglob("*.*")}
    assert "page.html" in files
    assert [] == leaks(visit.canaries, visit.places() | files)
