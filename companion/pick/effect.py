"""What a change of the pack does to the saved pages, before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser

from companion.browser.find import Browser as Installed
from companion.check.against import Change, changes
from companion.check.cases import load_cases, site_folder
from companion.check.fixture import all_cases, folder_of, load_fixture
from companion.check.report import Report
from companion.check.run import Plan, check
from companion.check.stage import windowless
from companion.pack.findings import Findings
from companion.pack.site import Pack
from companion.sentences import Sentences


@dataclass(frozen=True)
class Effect:
    """The changes a new pack makes."""

    changed: tuple[Change, ...]
    #: Saved pages that were looked at.
    pages: int

    @property
    def worse(self) -> tuple[Change, ...]:
        """What was right, or at least not wrong, and is so no more."""
        rank = ("correct", "refused", "wrong")
        return tuple(
            one
            for one in self.changed
            if one.before in rank and rank.index(one.after) > rank.index(one.before)
        )


class Checks:
    """Checks of the saved pages that one page file concerns, on one hidden browser."""

    def __init__(self, names: tuple[str, ...], fixtures: Path, lang: str) -> None:
        self._names = list(names)
        self._fixtures = fixtures
        self._lang = lang

    async def reports(self, browser: Installed, *packs: Path) -> tuple[Report, ...]:
        """The report for each pack; nothing for no pages. Raises CompanionError."""
        if not self._names:
            return ()
        async with windowless(browser) as hidden:
            return tuple([await self._report(hidden, pack) for pack in packs])

    async def _report(self, browser: Browser, pack: Path) -> Report:
        cases = load_cases(self._names, pack, self._fixtures, lang=self._lang)
        return await check(browser, cases, Plan())


def effect_of(before: Report, after: Report) -> Effect:
    """What the second report has otherwise than the first."""
    return Effect(tuple(changes(before, after)), len(after.fixtures))


def concerned(
    pack: Pack, page: str, fixtures: Path, at_hand: str | None
) -> tuple[str, ...]:
    """The saved pages that expect something of the page file, the one at hand first."""
    held = pack.pages[page]
    named = {target.id for target in held.targets} | {one.id for one in held.states}
    root = site_folder(fixtures, pack.id)
    findings = Findings(Sentences("en"))
    names = [] if at_hand is None else [at_hand]
    held_already = {folder_of(name, root).resolve() for name in names}
    for name in all_cases(root):
        fixture = load_fixture(name, root, pack, findings)
        if fixture is None or fixture.folder.resolve() in held_already:
            continue
        if named & {*fixture.expected, *fixture.states}:
            names.append(name)
    return tuple(names)
