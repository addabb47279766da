"""What the companion has drawn, seen through its closed shadow root by the browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error, Page

from companion.demo.reading import Box
from tests.e2e.running import wait_until

Node = dict[str, Any]
# Above and below a button's words, with its border (agent/src/paint/sheet.css).
_PADDING = 8
_FRAMES = """() => new Promise((done) => {
  let left = 4;
  const next = () => (left-- ? requestAnimationFrame(next) : done());
  next();
})"""


class Overlay:
    """The drawings in the top document of one tab."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._cdp = page.context.new_cdp_session(page)

    def hosts(self) -> list[str]:
        """The elements of ours directly under `<html>`, by name."""
        return [host["localName"] for host in self._hosts()]

    def boxes(self, name: str) -> list[Box]:
        """Where everything of a class is drawn, as far as it is shown."""
        nodes = [node for node in self._nodes() if name in _classes(node)]
        measured = [self._box(node) for node in nodes]
        return [box for box in measured if box is not None and box[2] * box[3] > 0]

    def in_sight(self, name: str) -> bool:
        """Whether anything of a class stands where it can be seen."""
        return any(x + width > 0 for x, _, width, _ in self.boxes(name))

    def text(self, name: str) -> str:
        """The words in everything of a class."""
        nodes = [node for node in self._nodes() if name in _classes(node)]
        return " ".join(_text(node) for node in nodes)

    def button(self, label: str) -> Box | None:
        """Where a button is, as far as there is one with this label."""
        buttons = [node for node in self._nodes() if node["localName"] == "button"]
        boxes = (self._box(one) for one in buttons if label == _text(one).strip())
        return next((box for box in boxes if box is not None), None)

    def line(self, label: str) -> float:
        """How high a line of words is in a button of ours, in CSS pixels."""
        box = self.button(label)
        return box[3] - _PADDING if box else 0.0

    def await_line(self, label: str, height: float) -> None:
        """Wait until a line of words in a button is that high, to the pixel."""
        wait_until(lambda: abs(self.line(label) - height) <= 1, f"words of {height} px")

    def press(self, label: str) -> None:
        """Click a button with a real mouse."""
        box = wait_until(lambda: self._resting(label), f"{label} on screen, at rest")
        self._page.mouse.click(box[0] + box[2] / 2, box[1] + box[3] / 2, delay=40)

    def _resting(self, label: str) -> Box | None:
        """Where a button is, unless the panel is still finding its place."""
        first = self.button(label)
        # What was just opened may send the panel to another corner.
        if first is None or not self._let_paint() or first != self.button(label):
            return None
        scrolled = [b for node in self._offered(label) if (b := self._box(node))]
        for x, y, width, height in self.boxes("body") if scrolled else []:
            if first[1] + first[3] > y + height or first[1] < y:
                # Cut off by the panel's own scroller: a person turns the wheel.
                self._page.mouse.move(x + width / 2, y + height / 2)
                self._page.mouse.wheel(0, 40 if first[1] > y else -40)
                return None
        return first

    def _let_paint(self) -> bool:
        """A few frames later; not, if the page was replaced meanwhile."""
        try:
            self._page.evaluate(_FRAMES)
        except Error:
            return False
        return True

    def _offered(self, label: str) -> list[Node]:
        """Choices and sentences to copy, which stand in the part that scrolls."""
        return [
            node
            for node in self._nodes()
            if node["localName"] == "button"
            and label == _text(node).strip()
            and {"choose", "copy"} & set(node.get("attributes", []))
        ]

    def _hosts(self) -> list[Node]:
        # Ours are directly under <html>; the page below it is thousands of nodes.
        document = self._cdp.send("DOM.getDocument", {"depth": 2})
        return [
            self._whole(child)
            for html in document["root"].get("children", [])
            for child in html.get("children", [])
            if child.get("shadowRoots")
        ]

    def _whole(self, node: Node) -> Node:
        which = {"backendNodeId": node["backendNodeId"], "depth": -1, "pierce": True}
        try:
            described: Node = self._cdp.send("DOM.describeNode", which)["node"]
        except Error:  # replaced since the document was asked for
            return node
        return described

    def _nodes(self) -> list[Node]:
        return [node for host in self._hosts() for node in _below(host)]

    def _box(self, node: Node) -> Box | None:
        try:
            model = self._cdp.send(
                "DOM.getBoxModel", {"backendNodeId": node["backendNodeId"]}
            )["model"]
        except Exception:  # nothing of it is laid out
            return None
        left, top, *_ = model["border"]
        return (left, top, model["width"], model["height"])


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have more than an edge in common."""
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]


def _below(node: Node) -> Iterator[Node]:
    for child in [*node.get("shadowRoots", []), *node.get("children", [])]:
        yield child
        yield from _below(child)


def _classes(node: Node) -> list[str]:
    attributes = node.get("attributes", [])
    named = dict(zip(attributes[::2], attributes[1::2], strict=True))
    return str(named.get("class", "")).split()


def _text(node: Node) -> str:
    own = str(node["nodeValue"]) if node["nodeType"] == 3 else ""
    return own + "".join(
        _text(child) for child in _below(node) if child["nodeType"] == 3
    )
