"""A small tab to decide about: made of reports, as the agents send them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from companion.browser.tabs import Frame, Tab
from companion.pack.hosts import Standing
from companion.session.knowledge import Knowledge, Milestone, Words
from companion.session.view import FrameView, TabView

TOP = "TOP"
CHILD = "CHILD"


def seen(target: str, **changes: object) -> dict[str, Any]:
    """One found target of a report, 100 by 40 at 10, 20."""
    return {
        "target": target,
        "verdict": "found",
        "covered": False,
        "status": "todo",
        "code": "",
        "rect": [10, 20, 100, 40],
        "visible": True,
        "scroll": None,
        "clear": None,
    } | changes


def report(*targets: dict[str, Any], **changes: object) -> dict[str, Any]:
    """A whole `view` report; wants its first target and labels the others."""
    names = [target["target"] for target in targets]
    return {
        "kind": "view",
        "states": [],
        "targets": list(targets),
        "wants": names[0] if names else None,
        "labels": names[1:],
        "viewport": [1366, 700],
    } | changes


@pytest.fixture
def known() -> Knowledge:
    """A journey of three targets over two milestones."""
    order = ("tab", "name", "code")
    words = {
        target: Words(
            f"{target} label",
            f"**{target}** hint",
            {"phone.leading_zero": f"{target} bad"},
        )
        for target in (*order, "login")
    }
    return Knowledge(
        rank={target: index for index, target in enumerate(order)},
        words=words,
        states=("home", "choice", "form", "success"),
        unless={
            "home": frozenset(),
            "choice": frozenset({"form"}),
            "form": frozenset(),
            "success": frozenset(),
        },
        milestones=(
            Milestone("pick", "Pick", frozenset({"tab"}), frozenset({"home"})),
            Milestone("fill", "Fill", frozenset({"name"}), frozenset({"form"})),
            Milestone("done", "Done", frozenset(), frozenset({"success"})),
        ),
    )


@pytest.fixture
def tab() -> Callable[..., TabView]:
    """A tab on an official page, from the reports of its top and its child frame."""

    def build(
        top: dict[str, Any],
        child: dict[str, Any] | None = None,
        owner: list[float] | None = None,
        *,
        covered: bool = False,
    ) -> TabView:
        view = TabView(Tab("p1", TOP, "s1"), Standing(True, False, "www.1688.com"))
        view.frames[TOP] = FrameView(Frame(TOP, "s1", None, "https://www.1688.com/"))
        view.frames[TOP].take(top)
        if child is not None:
            address = "https://reg.taobao.com/form?secret=1"
            view.frames[CHILD] = FrameView(Frame(CHILD, "s2", TOP, address))
            view.frames[CHILD].take(child)
        if owner is not None:
            place = {"frame": CHILD, "box": owner, "covered": covered}
            view.frames[TOP].take_owner(place | {"visible": True, "scroll": None})
        return view

    return build
