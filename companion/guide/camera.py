"""Pictures of fixtures with the ring and bubble that the agent itself draws.

A picture counts only if the drawn ring stands where the fixture says the target is: the
agent's own verdict is not asked.
"""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playwright.async_api import CDPSession, Page
from playwright.async_api import Error as PlaywrightError

from companion.agent.source import bundle
from companion.check.fixture import Fixture
from companion.check.stage import VIEWPORT, Stage
from companion.guide.drawn import Box, Drawn, read_drawn
from companion.pack.brief import compile_brief
from companion.pack.models import Account
from companion.pack.site import Pack

#: How far a drawn ring may stand from the true element, in CSS pixels.
TOLERANCE = 2.0
_TAG = "x-companion"
_WORLD = "companion"
_PATIENCE_S = 5.0
_QUALITY = 80
# Paper shows finer points than a screen.
_SCALE = 1.5
#: What is shown around ring and bubble, in CSS pixels.
_MARGIN = 36
_LEAST = (860, 330)
_FRAMES = """
(async () => {
  const frame = () => new Promise((seen) => requestAnimationFrame(seen));
  for (let left = 3; left; left -= 1) await frame();
})()
"""
_INTO_VIEW = """
(element) => {
  const { top, bottom } = element.getBoundingClientRect();
  const isSeen = top >= 80 && bottom <= innerHeight - 80;
  if (!isSeen) element.scrollIntoView({ block: 'center' });
}
"""


@dataclass(frozen=True)
class Shot:
    """One picture; `width` and `height` in CSS pixels."""

    jpeg: bytes
    width: int
    height: int

    @property
    def uri(self) -> str:
        """The picture as an address that a page can carry in itself."""
        return f"data:image/jpeg;base64,{b64encode(self.jpeg).decode()}"


@dataclass(frozen=True)
class Missed:
    """Why there is no picture: `reason` is a key of `guide.missed`."""

    case: str
    target: str
    reason: str


class Camera:
    """Shows fixtures to the agent of one pack, language and account type."""

    def __init__(self, pack: Pack, lang: str, account: Account) -> None:
        self._brief = compile_brief(pack, tag=_TAG, lang=lang, account=account)
        self._bundle = bundle()

    async def take(
        self, stage: Stage, fixture: Fixture, targets: Sequence[str]
    ) -> Mapping[str, Shot | Missed]:
        """Target -> its picture on the fixture, or why there is none."""
        taken: dict[str, Shot | Missed] = {}
        try:
            async with asyncio.timeout(stage.deadline_s):
                page = await stage.show(fixture)
                view = await _View.of(page)
                for target in targets:
                    shot = await self._shot(view, fixture, target)
                    taken[target] = (
                        Missed(fixture.name, target, shot)
                        if isinstance(shot, str)
                        else shot
                    )
        except (TimeoutError, PlaywrightError):
            await stage.give_up()
        for target in targets:
            taken.setdefault(target, Missed(fixture.name, target, "not_opened"))
        return taken

    async def _shot(self, view: _View, fixture: Fixture, target: str) -> Shot | str:
        expected = fixture.expected.get(target)
        if expected is None or expected.frame is not None:
            return "not_expected"
        truth = view.page.locator(f"css={expected.css}")
        if await truth.count() != 1:
            return "not_expected"
        await truth.evaluate(_INTO_VIEW)
        await view.boot(self._source(target))
        try:
            drawn = await view.settled()
            if drawn is None:
                return "no_ring"
            box = await truth.bounding_box()
            if box is None or not drawn.rings(
                Box(box["x"], box["y"], box["width"], box["height"]), TOLERANCE
            ):
                return "misplaced"
            return await view.photograph(drawn)
        finally:
            await view.retire()

    def _source(self, target: str) -> str:
        """The agent's boot, with this target before all others in the order."""
        order = [target, *(one for one in self._brief["order"] if one != target)]
        data = json.dumps(json.dumps({**self._brief, "order": order}))
        boot = f"CompanionAgent.boot(JSON.parse({data}))"
        return f"{self._bundle}\nglobalThis.companion = {boot}; undefined"


@dataclass(frozen=True)
class _View:
    """An open fixture, and the isolated world in it where the agent lives."""

    page: Page
    cdp: CDPSession
    world: int

    @classmethod
    async def of(cls, page: Page) -> _View:
        cdp = await page.context.new_cdp_session(page)
        width, height = VIEWPORT
        metrics = {"width": width, "height": height, "mobile": False}
        await cdp.send(
            "Emulation.setDeviceMetricsOverride",
            {**metrics, "deviceScaleFactor": _SCALE},
        )
        calm = [{"name": "prefers-reduced-motion", "value": "reduce"}]
        await cdp.send("Emulation.setEmulatedMedia", {"features": calm})
        tree = await cdp.send("Page.getFrameTree")
        frame = tree["frameTree"]["frame"]["id"]
        made = await cdp.send(
            "Page.createIsolatedWorld", {"frameId": frame, "worldName": _WORLD}
        )
        return cls(page, cdp, made["executionContextId"])

    async def boot(self, source: str) -> None:
        await self._run(source)

    async def retire(self) -> None:
        await self._run("companion.retire()")

    async def settled(self) -> Drawn | None:
        """What is drawn once it stays where it is; None if no ring comes."""
        before: Drawn | None = None
        deadline = asyncio.get_running_loop().time() + _PATIENCE_S
        while asyncio.get_running_loop().time() < deadline:
            await self._run(_FRAMES)
            drawn = await read_drawn(self.cdp, _TAG)
            if drawn is not None and drawn == before:
                return drawn
            before = drawn
        return None

    async def photograph(self, drawn: Drawn) -> Shot:
        clip = drawn.whole.grown(_MARGIN).at_least(*_LEAST).inside(*VIEWPORT)
        jpeg = await self.page.screenshot(
            type="jpeg", quality=_QUALITY, clip=clip.as_clip(), scale="device"
        )
        return Shot(jpeg, round(clip.width), round(clip.height))

    async def _run(self, expression: str) -> None:
        asked = {"expression": expression, "contextId": self.world}
        await self.cdp.send("Runtime.evaluate", {**asked, "awaitPromise": True})
