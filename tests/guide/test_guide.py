"""The written guide: true pictures, readable by everybody, in need of nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab

from companion.errors import BrowserUnavailable
from companion.guide.command import Incomplete, NotWritable, Options
from companion.guide.content import targets_of
from companion.guide.plan import PlanFile
from companion.pack.site import Pack
from tests.guide.conftest import write


@pytest.fixture
def opened(page: Tab, personal: Path) -> Tab:
    """The guide in a browser, as a file."""
    page.goto(personal.as_uri())
    return page


def test_every_step_has_its_picture(opened: Tab, pack: Pack, plan: PlanFile) -> None:
    """Each step that can be pointed at has a picture.

    Rows 52, 54, 55, 56, 57, 58, 59, 61, 62, 63, 64, 65, 66, 67.
    """
    wanted = [
        target
        for way in plan.ways_of("personal")
        for number, target in targets_of(pack, way)
        if way.screens[number].pictured
    ]

    pictured = opened.eval_on_selector_all(
        ".step:has(img)",
        "(steps) => steps.map((step) => step.dataset.target)",
    )
    drawn = opened.eval_on_selector_all(
        ".step img",
        "(all) => all.every((one) => one.complete && one.naturalWidth > 0)",
    )

    assert wanted == pictured
    assert drawn


def test_everybody_can_read_it(opened: Tab) -> None:
    """Axe finds nothing; no words below 16 px; narrow windows scroll down only."""
    found = Axe().run(opened)
    opened.set_viewport_size({"width": 340, "height": 600})
    sizes = opened.evaluate(
        "[...document.querySelectorAll('body *:not(svg, svg *)')]"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    wide = opened.evaluate("document.documentElement.scrollWidth")

    assert [] == found.response["violations"]
    assert 16 <= min(sizes)
    assert wide <= 340


def test_it_says_how_old_it_is(opened: Tab) -> None:
    """Row 123: date of the data, and whether it was held against the real site."""
    told = opened.locator(".evidence").inner_text()

    assert "16/10/2025" in told
    assert "chưa đối chiếu với trang thật" in told


def test_it_asks_for_nothing_else(page: Tab, personal: Path) -> None:
    """One file: no request is made for anything but the file itself."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(personal.as_uri())

    assert [] == [url for url in asked if not url.startswith(("file:", "data:"))]


def test_it_goes_onto_paper(personal: Path) -> None:
    """The PDF is printed by the browser that is installed."""
    pdf = personal.with_suffix(".pdf").read_bytes()

    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf


@pytest.mark.thorough
def test_a_wrong_picture_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fixture's word counts: what it says is elsewhere gets no picture."""
    fixtures = _copied_fixtures(tmp_path)
    facts = fixtures / "1688/join/classic-personal/fixture.toml"
    text = facts.read_text("utf-8")
    facts.write_text(text.replace('css = "#nick"', 'css = "#password"'), "utf-8")
    out = tmp_path / "guide.html"

    with pytest.raises(Incomplete) as incomplete:
        write(Options(out=out, fixtures=fixtures))

    assert 1 == incomplete.value.exit_code
    assert "form.username" in capsys.readouterr().err
    assert "form.password" in out.read_text("utf-8")


def test_a_place_that_cannot_be_written_is_told_first(tmp_path: Path) -> None:
    """Bad usage: nothing is drawn for a file that can't be kept."""
    with pytest.raises(NotWritable) as refused:
        write(Options(out=tmp_path))

    assert 2 == refused.value.exit_code


def test_without_a_browser_it_says_so(tmp_path: Path) -> None:
    """There are no pictures without one."""
    with pytest.raises(BrowserUnavailable) as missing:
        write(Options(out=tmp_path / "a.html", browser=str(tmp_path / "none")))

    assert 3 == missing.value.exit_code


def _copied_fixtures(tmp_path: Path) -> Path:
    import shutil

    from companion.data import fixtures_dir

    return Path(shutil.copytree(fixtures_dir(), tmp_path / "fixtures"))
