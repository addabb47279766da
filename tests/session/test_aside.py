"""What the page says that guides from aside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from companion.pack.site import Pack
from companion.sentences import Sentences
from companion.session.aside import AsideWriter
from companion.session.view import TabView
from tests.session.conftest import report, seen

Build = Callable[..., TabView]


@pytest.fixture
def writer(pack: Pack) -> AsideWriter:
    """Writes in Vietnamese for somebody who buys for themselves."""
    return AsideWriter(pack, "personal", Sentences("vi"))


@pytest.fixture
def at_the_slider(tab: Build) -> TabView:
    """A classic form: all is filled in, the slider is next, then box and button."""
    names = ("form.agreement_checkbox", "form.submit")
    view = tab(
        report(
            seen("captcha.retry"),
            seen("form.phone", status="done"),
            *map(seen, names),
        )
    )
    view.states = ("personal_form", "slider")
    return view


def test_what_is_done_is_done(writer: AsideWriter, at_the_slider: TabView) -> None:
    """The steps begin where the person is: what is on screen, then what will come."""
    expected = [
        "captcha.slider_handle",
        "form.agreement_checkbox",
        "form.submit",
        "otp.send_button",
        "otp.code_input",
        "otp.confirm_button",
    ]

    assert expected == writer.steps(at_the_slider)


def test_the_slider_comes_first(writer: AsideWriter, at_the_slider: TabView) -> None:
    """How to drag stands before the other steps; above it, what three refusals mean."""
    page = writer.write(at_the_slider, "slider_refused")

    assert "Thanh trượt đã từ chối 3 lần" == page.parts[0].title
    assert "Kéo thanh trượt" == page.parts[1].title
    assert "Giữ" in page.parts[2].steps[0]
    assert ["reattach"] == [button.action for button in page.buttons]


def test_who_only_asks_hears_of_no_refusal(writer: AsideWriter, tab: Build) -> None:
    """On a form without a slider the page is about the form."""
    view = tab(report(seen("form.phone")))

    titles = [part.title for part in writer.write(view, "asked").parts]

    assert "Các bước còn lại" == titles[0]
    assert not any("trượt" in title for title in titles)


def test_an_unknown_page_gives_the_whole_way(writer: AsideWriter, tab: Build) -> None:
    """Where nothing was recognised the steps begin at the beginning."""
    assert "home.register_link" == writer.steps(tab(report()))[0]
    assert "form.company_name" not in writer.steps(tab(report()))


def test_the_code_is_nobody_elses(writer: AsideWriter, at_the_slider: TabView) -> None:
    """Whoever is guided from aside is still told to keep the code."""
    lines = [
        line
        for part in writer.write(at_the_slider, "asked").parts
        for line in part.lines
    ]

    assert any("Không đọc mã" in line for line in lines)
