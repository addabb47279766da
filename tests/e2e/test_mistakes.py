"""A person errs, the site says so, and the guidance leads back."""

from __future__ import annotations

import contextlib

import pytest

from tests.e2e.conftest import Starter
from tests.e2e.person import Person
from tests.e2e.running import QUICK


@pytest.mark.timeout(150)
def test_a_refused_code_is_asked_for_again(start: Starter) -> None:
    """After the site has called a code wrong, its field is next and not the button."""
    companion = start("--practice", "classic", environ=QUICK)
    with contextlib.closing(Person(companion)) as person:
        x, y, width, height = person.go_to("otp.code_input").rect
        page = person.page()
        page.mouse.click(x + width / 2, y + height / 2)
        page.keyboard.type("000000")
        person.go_to("otp.confirm_button")
    before = len(companion.events())

    page.click("[role=dialog] .next-dialog-footer button")

    page.wait_for_selector("[role=dialog] .has-error")
    companion.wait_for("shown", target="otp.code_input", next=True, since=before)
