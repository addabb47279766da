"""Promises 5 and 6: no disguise, and a browser that stays whole."""

from __future__ import annotations

import contextlib
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.e2e.conftest import Starter
from tests.e2e.overlay import Overlay
from tests.e2e.person import Person
from tests.e2e.pixels import difference, take
from tests.e2e.running import Companion, wait_until
from tests.e2e.truth import box, truths
from tests.promises.site import Site

FACTS = "[navigator.webdriver, navigator.userAgent, navigator.languages.join()]"
BODY = "document.body.outerHTML"
ATTRIBUTES = """[document.documentElement, document.head, document.body].map(
  (one) => [...one.attributes].map(({ name, value }) => `${name}=${value}`).join())"""

# The bubble's soft shadow may reach that far into the target, of 255.
SHADE = 4


def press(key: str) -> None:
    """Press a key on the keyboard of the screen, as only a person can."""
    subprocess.run(["xdotool", "key", key], check=True)


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """The home of a person who has downloaded nothing yet."""
    folder = tmp_path / "person"
    folder.mkdir()
    return folder


@pytest.fixture
def guided(start: Starter, site: Site, downloads: Path) -> Companion:
    """A companion on the page where a browser has to do things for the page."""
    home = {"HOME": str(downloads)}
    companion = start("--url", site.url("/page"), environ=home)
    companion.wait_for("page", official=True, practice=True)
    return companion


@pytest.fixture
def page(guided: Companion) -> Page:
    """That page, with the panel drawn."""
    page = guided.page("p1")
    drawn = Overlay(page)
    wait_until(lambda: drawn.boxes("panel"), "the panel")
    return page


@pytest.fixture
def home(start: Starter, site: Site) -> Page:
    """The home page, with the ring drawn."""
    companion = start("--url", site.url("/"))
    companion.wait_for("shown", target="home.register_link", next=True)
    page = companion.page("p1")
    drawn = Overlay(page)
    wait_until(lambda: drawn.boxes("ring"), "the ring")
    return page


def test_it_is_the_same_browser(
    guided: Companion, page: Page, bare: BrowserContext
) -> None:
    """A page can read off nothing that the browser alone would not say."""
    facts = page.evaluate(FACTS)

    assert bare.pages[0].evaluate(FACTS) == facts
    assert not facts[0]


def test_the_page_is_left_as_it_is(home: Page, bare: BrowserContext) -> None:
    """Apart from one element under <html>, the document is the page's own."""
    alone = bare.pages[0]
    alone.goto(home.url)

    assert alone.evaluate(BODY) == home.evaluate(BODY)
    assert alone.evaluate(ATTRIBUTES) == home.evaluate(ATTRIBUTES)
    assert ["HEAD", "BODY"] == alone.evaluate(
        "[...document.documentElement.children].map((one) => one.nodeName)"
    )
    assert 3 == home.evaluate("document.documentElement.children.length")


def test_the_target_looks_as_it_does_alone(home: Page, bare: BrowserContext) -> None:
    """Nothing of ours lies on the pixels of what is ringed."""
    alone = bare.pages[0]
    alone.goto(home.url)
    link = truths("classic")["home.register_link"]

    one, other = take(home, box(home, link), 0), take(alone, box(alone, link), 0)

    assert difference(one, other) <= SHADE


def test_the_page_sees_only_our_element_come(home: Page) -> None:
    """Whoever watches the whole document sees one child of <html>, and no more."""
    home.mouse.wheel(0, 300)
    Overlay(home).press("Tôi bị kẹt")
    (host,) = Overlay(home).hosts()

    # The last change is the page's own: it shows that the watching works.
    home.evaluate("document.body.dataset.own = ''")
    home.wait_for_function("window.changes.length")

    changes = set(home.evaluate("window.changes"))
    assert {"attributes BODY "} == changes - {f"childList HTML {host.upper()}"}


def test_nothing_of_ours_is_on_the_console(home: Page) -> None:
    """Loading a page with guidance on it prints nothing and throws nothing."""
    printed: list[str] = []
    home.on("console", lambda message: printed.append(message.text))
    home.on("pageerror", lambda error: printed.append(str(error)))

    home.reload()

    drawn = Overlay(home)
    wait_until(lambda: drawn.boxes("ring"), "the ring")
    assert [] == [text for text in printed if "Failed to load resource" not in text]


@pytest.mark.parametrize(("key", "answer"), [("Return", True), ("Escape", False)])
def test_a_question_is_the_persons_to_answer(
    page: Page, key: str, answer: bool
) -> None:
    """The page's own dialog waits for a key and gives the answer to the page."""
    with page.expect_event("dialog"):
        page.click("#ask")

    page.wait_for_timeout(300)  # whoever answers by themselves has done so by now
    press(key)

    page.wait_for_function("window.answer !== undefined")
    assert answer is page.evaluate("window.answer")


def test_a_touched_page_asks_before_it_is_left(page: Page) -> None:
    """The page's question on leaving comes, and a person can answer it."""
    page.click("#field")
    page.keyboard.type("a")

    with page.expect_event("dialog") as asked:
        page.evaluate("setTimeout(() => document.querySelector('#away').click())")

    assert "beforeunload" == asked.value.type
    press("Return")
    page.wait_for_url("**/other")


def test_a_download_is_the_browsers_own(page: Page, downloads: Path) -> None:
    """A file lands in the person's folder under its own name."""
    page.click("#file")

    def written() -> list[str]:
        """What is in it; a file is there before its content."""
        return [text for it in downloads.rglob("price.dat") if (text := it.read_text())]

    assert ["content"] == wait_until(written, "the download")


def test_a_killed_companion_leaves_a_usable_browser(
    guided: Companion, page: Page
) -> None:
    """Links still lead on, fields still take text."""
    guided.child.kill()
    guided.child.wait()

    page.click("#field")
    page.keyboard.type("text")
    assert "text" == page.input_value("#field")
    page.evaluate("removeEventListener('beforeunload', guard)")
    page.click("#away")
    page.wait_for_url("**/other")
    with contextlib.suppress(Exception):
        page.context.browser.new_browser_cdp_session().send("Browser.close")  # type: ignore[union-attr]


@pytest.mark.timeout(150)
@pytest.mark.thorough
def test_a_second_start_goes_on_where_the_first_was_killed(start: Starter) -> None:
    """The next session attaches to the open window and guides to the end."""
    first = start("--practice", "classic")
    with contextlib.closing(Person(first)) as person:
        person.go_to("form.password")
    first.child.kill()
    first.child.wait()

    second = start("--practice", "classic", home=first.home)

    port = first.wait_for("browser")["port"]
    assert port == second.wait_for("browser")["port"]
    page = second.wait_for("page", front=True, url=_last_url(first))
    second.wait_for("shown", target="form.password", next=True, page=page["page"])
    with contextlib.closing(Person(second)) as person:
        person.finish()
    assert second.wait_for("finished")["success"]


def _last_url(companion: Companion) -> str:
    urls: list[str] = [e["url"] for e in companion.events() if e["event"] == "page"]
    return urls[-1]
