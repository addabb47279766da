"""Pages move: what is shown follows, and is quiet when nothing moves."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import Page

from companion.demo.reading import Box
from tests.e2e.conftest import Starter
from tests.e2e.person import Person
from tests.e2e.running import Companion, Event, wait_until
from tests.e2e.truth import box, truths

TRUE = truths("classic")
QUIET_MS = 1500


@pytest.fixture(scope="module")
def companion(start_shared: Starter) -> Companion:
    """A person has come to the personal form, in a window lower than the page."""
    small = {"COMPANION_BROWSER_ARGS": "--window-size=1366,560"}
    companion = start_shared("--practice", "classic", environ=small)
    with contextlib.closing(Person(companion)) as person:
        person.go_to("form.username")
    return companion


@pytest.fixture
def page(companion: Companion) -> Page:
    """The tab with the form, scrolled to its top."""
    page = companion.page("p2")
    page.evaluate("scrollTo(0, 0)")
    _wait_for_truth(companion, page, "form.username")
    return page


def _wait_for_truth(companion: Companion, page: Page, target: str) -> Event:
    """Wait until the stream gives the target's true box."""

    def agrees() -> Event | None:
        event = companion.now_shown().get(("p2", target))
        true = box(page, TRUE[target])
        return event if event is not None and _close(event["rect"], true) else None

    found: Event = wait_until(agrees, f"the true box of {target}", seconds=5)
    return found


def _close(one: list[float], other: Box) -> bool:
    return all(abs(a - b) <= 1 for a, b in zip(one, other, strict=True))


def test_late_links_are_shown_where_they_come(companion: Companion) -> None:
    """The home page paints its links late; they are shown once they are there."""
    event = companion.wait_for("shown", target="home.register_link")
    true = box(companion.page("p1"), TRUE["home.register_link"])

    assert _close(event["rect"], true)


def test_it_is_quiet_when_nothing_moves(companion: Companion, page: Page) -> None:
    """Not a line is written while the person only reads."""
    page.wait_for_timeout(QUIET_MS)  # the last movement's echo
    before = len(companion.events())

    page.wait_for_timeout(QUIET_MS)

    assert [] == companion.events()[before:]


def test_boxes_follow_the_wheel(companion: Companion, page: Page) -> None:
    """A box is where the element is, also after scrolling."""
    page.mouse.move(400, 300)

    page.mouse.wheel(0, 80)

    wait_until(lambda: page.evaluate("scrollY") == 80, "the scrolling")
    _wait_for_truth(companion, page, "form.username")
    _wait_for_truth(companion, page, "form.submit")


def test_boxes_come_at_most_ten_times_a_second(
    companion: Companion, page: Page
) -> None:
    """Scrolling goes on for a while; nobody is flooded."""
    before = len(companion.events())
    page.mouse.move(400, 300)

    for turn in range(60):
        page.mouse.wheel(0, 8 if turn < 30 else -8)
        page.wait_for_timeout(25)

    moments = [
        event["t"]
        for event in companion.events()[before:]
        if event.get("target") == "form.username" and event["event"] == "shown"
    ]
    assert 3 <= len(moments)
    assert max(sum(t <= one < t + 1 for one in moments) for t in moments) <= 11


def test_what_is_scrolled_away_says_what_to_scroll(
    companion: Companion, page: Page
) -> None:
    """Out of sight means not visible, an unclipped box, and the box to scroll."""
    page.mouse.move(400, 300)

    page.mouse.wheel(0, 400)

    wait_until(lambda: page.evaluate("scrollY") > 300, "the scrolling")
    event = _wait_for_truth(companion, page, "form.username")
    assert (False, True) == (event["visible"], event["rect"][1] < 0)
    assert event["scroll"]["rect"][3] <= page.evaluate("innerHeight")


def test_boxes_follow_the_window(companion: Companion, page: Page) -> None:
    """The page is centred anew in a window of another size."""
    cdp = page.context.new_cdp_session(page)
    window = cdp.send("Browser.getWindowForTarget")
    left = box(page, TRUE["form.username"])[0]

    _resize(page, window["windowId"], 1600, 900)

    wait_until(lambda: box(page, TRUE["form.username"])[0] != left, "the new size")
    _wait_for_truth(companion, page, "form.username")
    _resize(page, window["windowId"], 1366, 560)
    wait_until(lambda: box(page, TRUE["form.username"])[0] == left, "the old size")


def _resize(page: Page, window: int, width: int, height: int) -> None:
    bounds = {"width": width, "height": height}
    page.context.new_cdp_session(page).send(
        "Browser.setWindowBounds", {"windowId": window, "bounds": bounds}
    )


def test_a_form_made_anew_is_shown_anew(companion: Companion, page: Page) -> None:
    """Another tab of the site is another form: the old boxes go, the new ones come."""
    before = len(companion.events())

    page.click(TRUE["account.enterprise_tab"].css)
    companion.wait_for("hidden", target="form.username", since=before)
    companion.wait_for("shown", target="form.company_name", since=before)
    back = len(companion.events())
    page.click(TRUE["account.personal_tab"].css)

    companion.wait_for("shown", target="form.username", next=True, since=back)
    _wait_for_truth(companion, page, "form.username")
