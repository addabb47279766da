"""Esc puts a hint out of the way, also where the field is in a frame below it."""

from __future__ import annotations

import contextlib

from tests.e2e.conftest import Starter
from tests.e2e.overlay import Overlay
from tests.e2e.person import Person
from tests.e2e.running import wait_until


def test_esc_puts_the_hint_of_a_frame_away(start: Starter) -> None:
    """WCAG 1.4.13: the words over the page go, the next ones come as ever."""
    companion = start("--practice", "classic-frame")
    with contextlib.closing(Person(companion)) as person:
        x, y, width, height = person.go_to("form.username").rect
        page = person.page()
        drawn = Overlay(page)
        page.mouse.click(x + width / 2, y + height / 2)
        wait_until(lambda: drawn.in_sight("bubble"), "the hint")

        page.keyboard.press("Escape")

        wait_until(lambda: not drawn.in_sight("bubble"), "the hint put away")
        assert drawn.text("sentence").strip()
        page.keyboard.type("hươ")
        wait_until(lambda: drawn.in_sight("bubble"), "another hint")
