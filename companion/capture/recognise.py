"""What the pack recognises on a page, in all its frames at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from companion.browser.tabs import Frame as TabFrame
from companion.browser.tabs import Tab
from companion.capture.onlooker import Onlooker
from companion.check.examine import Knowing
from companion.check.fixture import UNKNOWN
from companion.check.report import FixtureResult
from companion.pack.hosts import hosts_match
from companion.session.guidance import merged_states
from companion.session.view import FrameView, TabView

_NO_TRUTHS = json.dumps({"truths": {}})


@dataclass(frozen=True)
class Recognised:
    """States and targets, in the pack's order; nothing else of the page."""

    states: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    @classmethod
    def of(cls, result: FixtureResult) -> Recognised:
        """The same of a page that was looked at as a fixture."""
        return cls(
            result.seen,
            tuple(one.target for one in result.targets if one.verdict == "found"),
            tuple(one.target for one in result.targets if one.verdict == "ambiguous"),
        )


async def recognise(onlooker: Onlooker, knowing: Knowing) -> Recognised:
    """Look at the living page; raises PageNotCaptured, CdpError."""
    frames = [one for one in await onlooker.frames() if not one.failed]
    expression = f"({knowing.look})({json.dumps(_NO_TRUTHS)})"
    told = [
        (one.url, json.loads(await onlooker.evaluate(one, expression)))
        for one in frames
    ]
    standing = hosts_match(knowing.brief["hosts"], frames[0].url)
    if not standing.official:
        return Recognised()
    view = TabView(Tab("", "", "", frames[0].url), standing)
    for number, (url, answer) in enumerate(told):
        frame = TabFrame(str(number), "", None, url)
        states = tuple(answer["states"])
        view.frames[frame.id] = FrameView(frame, states=states)
    verdicts = _verdicts(answer["targets"] for _, answer in told)
    order = [one["id"] for page in knowing.brief["pages"] for one in page["targets"]]
    return Recognised(
        merged_states(view, knowing.session) or (UNKNOWN,),
        tuple(one for one in order if verdicts.get(one) == "found"),
        tuple(one for one in order if verdicts.get(one) == "ambiguous"),
    )


def _verdicts(answers: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The surest verdict on each target over all frames."""
    rank = {"absent": 0, "ambiguous": 1, "found": 2}
    surest: dict[str, str] = {}
    for targets in answers:
        for target, told in targets.items():
            verdict: str = told["verdict"]
            if rank[verdict] > rank[surest.get(target, "absent")]:
                surest[target] = verdict
    return surest
