"""A check from beginning to end, on a browser it is given."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from playwright.async_api import Browser

from companion.check.cases import Cases
from companion.check.examine import Knowing, examine
from companion.check.fixture import Fixture
from companion.check.mutate.run import Seeds, Tally, mutate, summed
from companion.check.report import FixtureResult, Report
from companion.check.stage import DEADLINE_S, Stage, open_stages

Result = TypeVar("Result")


@dataclass(frozen=True)
class Plan:
    """How a check is done."""

    #: Pages looked at side by side.
    jobs: int = 2
    #: Take a picture of every fixture.
    pictures: bool = False
    #: Also look at pages changed with these seeds.
    seeds: Seeds | None = None
    #: Seconds in which a page must be open and looked at.
    deadline_s: float = DEADLINE_S

    def steps(self, fixtures: int) -> int:
        """How often `step` is called for so many fixtures."""
        return fixtures * (2 if self.seeds else 1)


def _silent() -> None:
    pass


async def check(
    browser: Browser, cases: Cases, plan: Plan, step: Callable[[], None] = _silent
) -> Report:
    """Look at every fixture; `step` is called after each piece of work.

    Problems that only a browser can show are added to the findings of `cases` and are
    in the report.
    """
    knowing = Knowing.of(cases.pack)
    stages = min(plan.jobs, len(cases.fixtures))
    async with open_stages(browser, stages, deadline_s=plan.deadline_s) as opened:

        async def look(stage: Stage, fixture: Fixture) -> FixtureResult | None:
            result = await examine(
                stage, fixture, knowing, cases.findings, pictures=plan.pictures
            )
            step()
            return result

        looked = await _share(opened, cases.fixtures, look)
        tallies: list[list[Tally]] = []
        if (seeds := plan.seeds) is not None:

            async def change(stage: Stage, fixture: Fixture) -> list[Tally]:
                own = await mutate(stage, fixture, knowing, seeds, cases.findings)
                step()
                return own

            tallies = await _share(opened, cases.fixtures, change)
    return Report(
        pack=cases.pack.id,
        fixtures=tuple(result for result in looked if result is not None),
        mutations=summed(chain.from_iterable(tallies)) if plan.seeds else (),
        problems=cases.findings.problems,
    )


async def _share(
    stages: Sequence[Stage],
    fixtures: Sequence[Fixture],
    work: Callable[[Stage, Fixture], Awaitable[Result]],
) -> list[Result]:
    """What `work` makes of every fixture; each stage takes the next one left."""
    results: dict[int, Result] = {}
    left = iter(enumerate(fixtures))

    async def take(stage: Stage) -> None:
        for number, fixture in left:
            results[number] = await work(stage, fixture)

    await asyncio.gather(*(take(stage) for stage in stages))
    return [results[number] for number in range(len(fixtures))]
