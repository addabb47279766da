"""Pictures of fixtures, and where things stand in them."""

from __future__ import annotations

from playwright.async_api import Frame, Page

from companion.check.report import Picture
from companion.check.stage import VIEWPORT

# Home pages go on for ten thousand pixels of goods; the form is at the top.
_HIGHEST = 2400
_QUALITY = 55


async def photograph(page: Page) -> Picture:
    """The page from its top down, as a JPEG."""
    height = int(await page.evaluate("document.documentElement.scrollHeight"))
    width, least = VIEWPORT
    height = min(max(height, least), _HIGHEST)
    jpeg = await page.screenshot(
        type="jpeg",
        quality=_QUALITY,
        full_page=True,
        clip={"x": 0, "y": 0, "width": width, "height": height},
    )
    return Picture(jpeg, width, height)


async def offset_of(page: Page, frame: Frame) -> tuple[float, float]:
    """Where the frame starts in its page, in CSS pixels."""
    if frame is page.main_frame:
        return (0.0, 0.0)
    box = await (await frame.frame_element()).bounding_box()
    return (box["x"], box["y"]) if box else (0.0, 0.0)
