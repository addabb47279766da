"""What the agents of a tab are told, and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest

from companion.browser.tabs import Frame, Tabs
from companion.session.orders import Orders
from companion.session.view import TabView
from tests.session.conftest import CHILD, TOP, report, seen

Build = Callable[..., TabView]


class Adoptions:
    """Stands for the tabs: which frame was asked to follow which, in turn."""

    def __init__(self) -> None:
        self.pairs: list[tuple[str, str]] = []

    def adopt(self, parent: Frame, child: Frame) -> None:
        """Note who was asked."""
        self.pairs.append((parent.id, child.id))


@pytest.fixture
def asked() -> Adoptions:
    """Nobody was asked."""
    return Adoptions()


@pytest.fixture
def orders(asked: Adoptions) -> Orders:
    """Orders of a session that goes on."""
    orders = Orders(lambda: False)
    orders.tabs = cast("Tabs", asked)
    return orders


def form_below(tab: Build) -> TabView:
    """A form in a child frame."""
    return tab(report(), report(seen("name")))


def test_a_frame_with_targets_is_followed_once(
    tab: Build, orders: Orders, asked: Adoptions
) -> None:
    """The document above it tells where it stands."""
    view = form_below(tab)

    orders.adopt(view)
    orders.adopt(view)

    assert [(TOP, CHILD)] == asked.pairs


def test_a_frame_that_speaks_first_is_followed_later(
    tab: Build, orders: Orders, asked: Adoptions
) -> None:
    """On a busy machine the document above may have its agent last."""
    view = form_below(tab)
    top = view.frames.pop(TOP)
    orders.adopt(view)
    assert [] == asked.pairs

    view.frames[TOP] = top
    orders.adopt(view)

    assert [(TOP, CHILD)] == asked.pairs


def test_a_new_document_above_is_asked_anew(
    tab: Build, orders: Orders, asked: Adoptions
) -> None:
    """What the one before it has told went with it."""
    view = form_below(tab)
    orders.adopt(view)

    view.frames[TOP] = form_below(tab).frames[TOP]
    orders.adopt(view)

    assert [(TOP, CHILD)] * 2 == asked.pairs


def test_a_frame_without_targets_is_nobodys_business(
    tab: Build, orders: Orders, asked: Adoptions
) -> None:
    """An advertisement is not followed."""
    orders.adopt(tab(report(), report()))

    assert [] == asked.pairs
