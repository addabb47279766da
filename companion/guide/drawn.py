"""Where ring and bubble stand, read from outside: the agent's own root is closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.async_api import CDPSession, FloatRect
from playwright.async_api import Error as PlaywrightError


@dataclass(frozen=True)
class Box:
    """A rectangle in CSS pixels of the viewport."""

    x: float
    y: float
    width: float
    height: float

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        right = max(self.x + self.width, other.x + other.width)
        bottom = max(self.y + self.height, other.y + other.height)
        return Box(x, y, right - x, bottom - y)

    def grown(self, by: float) -> Box:
        """The box with so much more on every side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def at_least(self, width: float, height: float) -> Box:
        """The box, about the same centre, no smaller than this."""
        wide, high = max(width, self.width), max(height, self.height)
        x = self.x - (wide - self.width) / 2
        y = self.y - (high - self.height) / 2
        return Box(x, y, wide, high)

    def inside(self, width: float, height: float) -> Box:
        """The box moved, and cut where that is not enough, into a viewport."""
        wide, high = min(self.width, width), min(self.height, height)
        x = min(max(self.x, 0.0), width - wide)
        y = min(max(self.y, 0.0), height - high)
        return Box(x, y, wide, high)

    def as_clip(self) -> FloatRect:
        """As screenshots take it."""
        return {"x": self.x, "y": self.y, "width": self.width, "height": self.height}

    def near(self, other: Box, tolerance: float) -> bool:
        """Whether each side is at most so far from the other's."""
        pairs = zip(self._sides(), other._sides(), strict=True)
        return all(abs(own - others) <= tolerance for own, others in pairs)

    def _sides(self) -> tuple[float, float, float, float]:
        return (self.x, self.y, self.x + self.width, self.y + self.height)


@dataclass(frozen=True)
class Drawn:
    """The ring's box, which equals its target's, and the bubble's."""

    ring: Box
    bubble: Box

    @property
    def whole(self) -> Box:
        """Both."""
        return self.ring.around(self.bubble)

    def rings(self, truth: Box, tolerance: float) -> bool:
        """Whether the ring stands round this element."""
        return self.ring.near(truth, tolerance)


async def read_drawn(cdp: CDPSession, tag: str) -> Drawn | None:
    """What the agent whose element is called `tag` has drawn; None without a ring."""
    document = await cdp.send("DOM.getDocument", {"depth": 0})
    found = await cdp.send(
        "DOM.querySelector", {"nodeId": document["root"]["nodeId"], "selector": tag}
    )
    if not found["nodeId"]:
        return None
    asked = {"nodeId": found["nodeId"], "depth": -1, "pierce": True}
    host = (await cdp.send("DOM.describeNode", asked))["node"]
    ring = _with_class(host, "ring")
    bubble = _with_class(ring, "bubble") if ring else None
    boxes = [await _box(cdp, node) for node in (ring, bubble) if node]
    match boxes:
        case [Box() as first, Box() as second]:
            return Drawn(first, second)
    return None


def _with_class(node: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    return next((one for one in _below(node) if name in _classes(one)), None)


def _below(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for child in (*node.get("children", ()), *node.get("shadowRoots", ())):
        yield child
        yield from _below(child)


def _classes(node: Mapping[str, Any]) -> list[str]:
    attributes = node.get("attributes", [])
    named = dict(zip(attributes[::2], attributes[1::2], strict=True))
    return str(named.get("class", "")).split()


async def _box(cdp: CDPSession, node: Mapping[str, Any]) -> Box | None:
    try:
        asked = {"backendNodeId": node["backendNodeId"]}
        quad = (await cdp.send("DOM.getBoxModel", asked))["model"]["border"]
    except PlaywrightError:  # it is not on screen
        return None
    return Box(quad[0], quad[1], quad[4] - quad[0], quad[5] - quad[1])
