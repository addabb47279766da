"""What a picker has drawn, in whichever frame, seen by the browser itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from companion.demo.reading import Box

Node = dict[str, Any]


def drawn(page: Page, name: str) -> list[Box]:
    """The boxes of a class that are shown, in CSS pixels of the page.

    Only frames in the page's process are looked into: all, on a stage.
    """
    cdp = page.context.new_cdp_session(page)
    document = cdp.send("DOM.getDocument", {"depth": -1, "pierce": True})
    boxes: list[Box] = []
    for node in _below(document["root"]):
        if _class(node) not in (name, f"{name} held"):
            continue
        try:
            told = cdp.send("DOM.getBoxModel", {"backendNodeId": node["backendNodeId"]})
        except Exception:  # nothing of it is laid out
            continue
        left, top, *_ = told["model"]["border"]
        boxes.append((left, top, told["model"]["width"], told["model"]["height"]))
    return boxes


def round_about(box: Box) -> list[Any]:
    """The one outline, to the pixel, that belongs to an element with this box."""
    left, top, width, height = box
    return [pytest.approx((left - 3, top - 3, width + 6, height + 6), abs=1)]


def _below(node: Node) -> Iterator[Node]:
    inner = [node["contentDocument"]] if "contentDocument" in node else []
    for child in [*node.get("shadowRoots", []), *node.get("children", []), *inner]:
        yield child
        yield from _below(child)


def _class(node: Node) -> str:
    attributes = node.get("attributes", [])
    named = dict(zip(attributes[::2], attributes[1::2], strict=True))
    return str(named.get("class", ""))
