"""All pictures of a guide, taken on one browser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from playwright.async_api import Browser

from companion.check.fixture import Fixture
from companion.check.stage import open_stages
from companion.guide.camera import Camera, Missed, Shot
from companion.guide.content import targets_of
from companion.guide.plan import PlanFile
from companion.pack.models import Account
from companion.pack.site import Pack

#: Way's id, number of its screen and target.
Place = tuple[str, int, str]
_DEADLINE_S = 60.0


async def illustrate(
    browser: Browser,
    pack: Pack,
    plan: PlanFile,
    fixtures: Mapping[str, Fixture],
    wanted: tuple[Account, str],
) -> tuple[dict[Place, Shot], tuple[Missed, ...]]:
    """The pictures of every step, and those that could not be taken.

    `wanted` is the account type and the language of the words in the pictures.
    """
    account, lang = wanted
    camera = Camera(pack, lang, account)
    by_case: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for way in plan.ways_of(account):
        for number, target in targets_of(pack, way):
            screen, place = way.screens[number], (way.id, number, target)
            if screen.pictured:
                by_case[screen.case][target].append(place)
    shots: dict[Place, Shot] = {}
    missed: list[Missed] = []
    async with open_stages(browser, 1, deadline_s=_DEADLINE_S) as (stage,):
        for case, places in by_case.items():
            taken = await camera.take(stage, fixtures[case], tuple(places))
            for target, shot in taken.items():
                if isinstance(shot, Missed):
                    missed.append(shot)
                else:
                    shots.update(dict.fromkeys(places[target], shot))
    return shots, tuple(missed)
