"""What is really on the screen: screenshots of a part of a page, pixel by pixel."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

from companion.demo.reading import Box

RING_BLUE = (0x00, 0x3C, 0xB3)
# Where the ring's line runs, in CSS pixels outside the element's box: it is 3 px wide
# and stands off by 4 px (companion/agent/src/paint/sheet.css).
RING_LINE = 5.5
# The bubble's soft shadow falls on the line.
_SHADE = 20
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Picture:
    """A screenshot; `left` and `top` are its corner in the page's viewport."""

    left: int
    top: int
    rows: list[bytes]
    channels: int

    def at(self, x: float, y: float) -> Colour:
        """The colour at a point of the viewport, in CSS pixels."""
        row = self.rows[int(y) - self.top]
        start = (int(x) - self.left) * self.channels
        return (row[start], row[start + 1], row[start + 2])

    def is_inside(self, x: float, y: float) -> bool:
        """Whether the picture holds that point."""
        width = len(self.rows[0]) // self.channels
        across = 0 <= int(x) - self.left < width
        return across and 0 <= int(y) - self.top < len(self.rows)


def take(page: Page, box: Box, margin: float = 12) -> Picture:
    """Take a picture of a box of the viewport and of some margin around it."""
    x, y, width, height = box
    size = page.evaluate("[innerWidth, innerHeight]")
    left, top = max(0, int(x - margin)), max(0, int(y - margin))
    right = min(size[0], int(x + width + margin))
    bottom = min(size[1], int(y + height + margin))
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    # `caret` as it is: hiding it would put a style of Playwright's into the page.
    image = page.screenshot(clip=clip, caret="initial", scale="css")  # type: ignore[arg-type]
    rows, channels = decode(image)
    return Picture(left, top, rows, channels)


def blue_sides(page: Page, box: Box, window: Box) -> set[str]:
    """The sides of a box along which the ring's line runs from end to end.

    Looked at near both ends: the bubble's arrow may touch the middle. A line that would
    run outside `window`, where nothing can be drawn, counts as drawn.
    """
    picture = take(page, box)
    x, y, width, height = box
    right, bottom = x + width, y + height
    ends = {
        "left": [(x - RING_LINE, y + 1), (x - RING_LINE, bottom - 1)],
        "right": [(right + RING_LINE, y + 1), (right + RING_LINE, bottom - 1)],
        "top": [(x + 1, y - RING_LINE), (right - 1, y - RING_LINE)],
        "bottom": [(x + 1, bottom + RING_LINE), (right - 1, bottom + RING_LINE)],
    }
    return {
        side
        for side, points in ends.items()
        if all(is_blue_near(picture, u, v) for u, v in points)
        or not any(_holds(window, u, v) for u, v in points)
    }


def is_blue_near(picture: Picture, x: float, y: float) -> bool:
    """Whether the ring's blue is within a pixel: boxes need not end at whole ones."""
    near = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    return any(picture.is_inside(u, v) and is_blue(picture.at(u, v)) for u, v in near)


def _holds(window: Box, x: float, y: float) -> bool:
    left, top, width, height = window
    # The line is 3 px wide: half of it must fit as well.
    return left + 2 <= x <= left + width - 2 and top + 2 <= y <= top + height - 2


def is_blue(colour: Colour) -> bool:
    """Whether a colour is the ring's, be it in a shadow."""
    pairs = zip(colour, RING_BLUE, strict=True)
    return all(abs(one - other) <= _SHADE for one, other in pairs)


def difference(one: Picture, other: Picture) -> int:
    """The largest difference of a colour between two pictures of one size, of 255."""
    rows = zip(one.rows, other.rows, strict=True)
    return max(abs(a - b) for row in rows for a, b in zip(*row, strict=True))


def decode(image: bytes) -> tuple[list[bytes], int]:
    """The rows of an 8-bit PNG without interlacing, and the bytes of one pixel."""
    chunks = dict[bytes, bytes]()
    for kind, content in _chunks(image):
        chunks[kind] = chunks.get(kind, b"") + content
    width, height, depth, colours = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, colours) in ((8, 2), (8, 6)), "not a PNG as Chromium writes them"
    channels = 3 if colours == 2 else 4
    packed = zlib.decompress(chunks[b"IDAT"])
    length = width * channels + 1
    rows: list[bytes] = []
    above = bytes(length - 1)
    for start in range(0, height * length, length):
        line = packed[start + 1 : start + length]
        above = _unfiltered(packed[start], line, above, channels)
        rows.append(above)
    return rows, channels


def _chunks(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(image):
        (length,) = struct.unpack(">I", image[at : at + 4])
        yield image[at + 4 : at + 8], image[at + 8 : at + 8 + length]
        at += length + 12


def _unfiltered(kind: int, line: bytes, above: bytes, step: int) -> bytes:
    """One row with its filter undone (PNG specification, section 9)."""
    row = bytearray(line)
    for i in range(len(row)):
        left = row[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        guess = (0, left, above[i], (left + above[i]) // 2)
        best = _paeth(left, above[i], corner) if kind == 4 else guess[kind]
        row[i] = (row[i] + best) & 0xFF
    return bytes(row)


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda value: abs(guess - value))
