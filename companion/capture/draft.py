"""The draft of a capture's expectations: what the pack finds on the saved page today.

The saved page, not the living one, is looked at, in the check's own browser without a
network: so the draft is true of the fixture, and the person's browser is left alone.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

from companion.browser.find import find_browser
from companion.capture.folder import Draft, write_facts
from companion.capture.problems import PageNotCaptured
from companion.capture.scripts import lone_selectors
from companion.check.examine import Knowing, examine
from companion.check.fixture import Expected, Fixture, load_fixture
from companion.check.report import FixtureResult, TargetResult
from companion.check.stage import Stage, open_stages, windowless
from companion.pack.findings import Findings
from companion.pack.site import Pack
from companion.sentences import Sentences

_INTO_SHADOW = " >>> "


@contextlib.asynccontextmanager
async def drafting(choice: str | None) -> AsyncIterator[Stage]:
    """A stage on which captures are looked at; raises what the browser's start does."""
    installed = find_browser(choice)
    async with windowless(installed) as browser, open_stages(browser, 1) as (stage,):
        yield stage


class Drafter:
    """Writes the expectations of captures."""

    def __init__(self, stage: Stage, pack: Pack, knowing: Knowing) -> None:
        self._stage = stage
        self._pack = pack
        self._knowing = knowing

    async def write(
        self, folder: Path, url: str, files: dict[str, str], today: date
    ) -> FixtureResult:
        """Write `fixture.toml`; the value is what holds of it when it is read again.

        Raises PageNotCaptured when the saved page is no fixture.
        """
        silent = Draft(("unknown",), dict.fromkeys(self._pack.targets))
        write_facts(folder, url, files, silent, today)
        result, fixture = await self._look(folder)
        expected = {
            one.target: await self._expected(one, fixture) for one in result.targets
        }
        doubtful = [one.target for one in result.targets if one.verdict == "ambiguous"]
        draft = Draft(result.seen, expected, tuple(doubtful))
        write_facts(folder, url, files, draft, today)
        return (await self._look(folder))[0]

    async def _look(self, folder: Path) -> tuple[FixtureResult, Fixture]:
        findings = Findings(Sentences("en"))
        fixture = load_fixture(str(folder), folder.parent, self._pack, findings)
        if fixture is None:
            raise PageNotCaptured("capture.no_fixture")
        result = await examine(self._stage, fixture, self._knowing, findings)
        if result is None:
            raise PageNotCaptured("capture.no_fixture")
        return result, fixture

    async def _expected(self, one: TargetResult, fixture: Fixture) -> Expected | None:
        if one.verdict != "found":
            return None
        css: str | None = one.css
        if _INTO_SHADOW in one.css:
            css = await self._lone_selector(fixture, one)
        return Expected(css=css, frame=one.frame or None) if css else None

    async def _lone_selector(self, fixture: Fixture, one: TargetResult) -> str | None:
        """A selector of its own for an element in a shadow root.

        Those of `fixture.toml` look into all shadow roots at once.
        """
        page = await self._stage.show(fixture)
        frames = [frame for frame in page.frames if frame.url == one.frame]
        frame = frames[0] if one.frame and frames else page.main_frame
        told = await frame.evaluate(lone_selectors(), json.dumps([one.css]))
        (css,) = json.loads(told)
        return str(css) if css else None
