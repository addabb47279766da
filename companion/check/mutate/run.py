"""Every operator over every document of every fixture, for some seeds."""

from __future__ import annotations

import asyncio
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from playwright.async_api import Error as PlaywrightError

from companion.agent.source import bundle
from companion.check.examine import Knowing, asked_frames
from companion.check.fixture import Fixture
from companion.check.report import Miss, OperatorResult
from companion.check.scripts import mutate_source
from companion.check.stage import Stage
from companion.pack.findings import Findings

#: After these a person reads on the page exactly what they read before.
SAME_WORDS = (
    "rename_ids",
    "rename_classes",
    "rename_names",
    "hash_classes",
    "wrap",
    "unwrap",
    "reorder_fields",
    "swap_tags",
    "move_to_frame",
    "move_to_shadow",
    "relabel",
    "hidden_copies",
    "mixed",
)
#: Here the words change, something alike comes, or the target goes.
OTHER_WORDS = ("synonyms", "decoys", "delete")
OPERATORS = SAME_WORDS + OTHER_WORDS

# A page has this long for all changes of one seed.
_SEED_S = 60.0


@dataclass(frozen=True)
class Seeds:
    """`count` seeds from `first` on; the same ones give the same changes."""

    count: int
    first: int = 1

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.first + self.count))


@dataclass(frozen=True)
class Tally:
    """One operator on one document with one seed."""

    operator: str
    cases: int
    found: int
    misses: tuple[Miss, ...]


async def mutate(
    stage: Stage, fixture: Fixture, knowing: Knowing, seeds: Seeds, findings: Findings
) -> list[Tally]:
    """All changes of one fixture; each of its documents is changed by itself."""
    try:
        async with asyncio.timeout(stage.deadline_s + _SEED_S * seeds.count):
            return await _mutate(stage, fixture, knowing, seeds)
    except TimeoutError:
        findings.add(
            fixture.source, ("url",), "fixture.never_ready", seconds=stage.deadline_s
        )
    except PlaywrightError as error:
        reason = error.message.splitlines()[0]
        findings.add(fixture.source, ("url",), "fixture.not_opened", reason=reason)
    await stage.give_up()
    return []


async def _mutate(
    stage: Stage, fixture: Fixture, knowing: Knowing, seeds: Seeds
) -> list[Tally]:
    page = await stage.show(fixture)
    source = mutate_source(bundle("locator"), knowing.brief, _words())
    tallies: list[Tally] = []
    asked_of = asked_frames(page, fixture)
    # Inner documents first: a page that is put back loses its frames.
    for frame in reversed(page.frames):
        truths = asked_of.get(frame, {})
        name = f"{fixture.name} {frame.url}"
        for seed in seeds:
            asked = {
                "truths": truths,
                "name": name,
                "seeds": [seed],
                "operators": OPERATORS,
            }
            told = json.loads(await frame.evaluate(source, json.dumps(asked)))
            tallies += [_tally(fixture, one) for one in told]
    return tallies


def summed(tallies: Iterable[Tally]) -> tuple[OperatorResult, ...]:
    """One result for each operator, in their order."""
    by_operator: dict[str, list[Tally]] = {operator: [] for operator in OPERATORS}
    for tally in tallies:
        by_operator[tally.operator].append(tally)
    return tuple(
        OperatorResult(
            operator,
            sum(tally.cases for tally in own),
            sum(tally.found for tally in own),
            tuple(miss for tally in own for miss in tally.misses),
        )
        for operator, own in by_operator.items()
    )


def _tally(fixture: Fixture, told: Mapping[str, Any]) -> Tally:
    misses = tuple(
        Miss(
            fixture=fixture.name,
            target=miss["target"],
            seed=miss["seed"],
            outcome=miss["outcome"],
            css=miss["css"],
            evidence=tuple(miss["evidence"]),
        )
        for miss in told["missed"]
    )
    return Tally(told["operator"], told["cases"], told["found"], misses)


def _words() -> dict[str, Any]:
    file = files("companion.check.mutate").joinpath("words.toml")
    return tomllib.loads(file.read_text("utf-8"))
