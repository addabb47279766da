"""One fixture through the locator's eyes: every frame looked at, answers judged."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame, Page

from companion.agent.source import bundle
from companion.browser.tabs import Frame as TabFrame
from companion.browser.tabs import Tab
from companion.check.fixture import UNKNOWN, Fixture
from companion.check.judge import Answer, judge
from companion.check.photo import offset_of, photograph
from companion.check.report import FixtureResult
from companion.check.scripts import look_source
from companion.check.stage import NeverReady, Stage
from companion.pack.brief import compile_brief
from companion.pack.findings import Findings
from companion.pack.hosts import hosts_match
from companion.pack.site import Pack
from companion.session.guidance import merged_states
from companion.session.knowledge import Knowledge
from companion.session.view import FrameView, TabView

# Any name that pages do not use: nothing of ours is on a fixture.
_TAG = "x-companion"
_SOUGHT = ("tag", "hosts", "pages")
_NAME = "companionLook"
_LOOK = f"(asked) => {_NAME}(asked)"


@dataclass(frozen=True)
class Knowing:
    """A pack made ready for looking."""

    #: What a locator is made of: part of the brief.
    brief: Mapping[str, Any]
    session: Knowledge
    look: str

    @property
    def script(self) -> str:
        """Makes `look` known to a document, for `answers_of`."""
        return f"globalThis.{_NAME} = {self.look}"

    @classmethod
    def of(cls, pack: Pack, lang: str = "vi") -> Knowing:
        """Compile the pack and put the agent's bundle to it."""
        whole = compile_brief(pack, tag=_TAG, lang=lang, account="personal")
        # Words and notices are no help in looking, and every document would read them.
        brief = {name: whole[name] for name in _SOUGHT}
        brief["pages"] = [_wordless(page) for page in whole["pages"]]
        source = look_source(bundle("locator"), brief)
        return cls(brief, Knowledge.read(whole, ()), source)


def _wordless(page: Mapping[str, Any]) -> dict[str, Any]:
    targets = [
        {name: said for name, said in target.items() if name != "words"}
        for target in page["targets"]
    ]
    return {**page, "targets": targets}


async def examine(
    stage: Stage,
    fixture: Fixture,
    knowing: Knowing,
    findings: Findings,
    *,
    pictures: bool = False,
) -> FixtureResult | None:
    """The fixture's result; None after noting why its page cannot be looked at."""
    try:
        async with asyncio.timeout(stage.deadline_s):
            return await _examine(stage, fixture, knowing, findings, pictures)
    except (TimeoutError, NeverReady):
        findings.add(
            fixture.source, ("url",), "fixture.never_ready", seconds=stage.deadline_s
        )
    except PlaywrightError as error:
        reason = error.message.splitlines()[0]
        findings.add(fixture.source, ("url",), "fixture.not_opened", reason=reason)
    await stage.give_up()
    return None


async def _examine(
    stage: Stage,
    fixture: Fixture,
    knowing: Knowing,
    findings: Findings,
    pictures: bool,
) -> FixtureResult:
    await stage.prepare(knowing.script)
    page = await stage.show(fixture)
    answers = await answers_of(page, fixture, pictures=pictures)
    usable = _note_mismatches(fixture, answers, findings)
    if not answers[0].official:
        answers = []
    return FixtureResult(
        path=fixture.name,
        expected=fixture.states,
        seen=_states(fixture, answers, knowing),
        targets=tuple(
            judge(target, fixture.expected[target], answers) for target in usable
        ),
        picture=await photograph(page) if pictures else None,
    )


async def answers_of(
    page: Page, fixture: Fixture, *, pictures: bool = False
) -> list[Answer]:
    """What the locator makes of every frame, the top document first.

    Its stage was prepared with `Knowing.script` before it was shown.
    """
    asked = asked_frames(page, fixture)
    answers: list[Answer] = []
    for frame in page.frames:
        truths = asked.get(frame, {})
        told = json.loads(await frame.evaluate(_LOOK, json.dumps({"truths": truths})))
        offset = await offset_of(page, frame) if pictures else (0.0, 0.0)
        top = frame is page.main_frame
        answers.append(Answer(frame.url, top, truths, told, offset))
    return answers


def asked_frames(page: Page, fixture: Fixture) -> dict[Frame, dict[str, str]]:
    """Frame -> target -> selector, of the expectations that speak of the frame."""
    asked: dict[Frame, dict[str, str]] = {}
    for target, expected in fixture.expected.items():
        if expected is None:
            continue
        frames = [page.main_frame]
        if expected.frame is not None:
            pattern = expected.frame
            frames = [one for one in page.frames if fnmatchcase(one.url, pattern)]
        for frame in frames:
            asked.setdefault(frame, {})[target] = expected.css
    return asked


def _note_mismatches(
    fixture: Fixture, answers: list[Answer], findings: Findings
) -> list[str]:
    """Targets whose expectation is one element, or none at all."""
    usable: list[str] = []
    for target, expected in fixture.expected.items():
        where = ("expect", target)
        asked = [answer for answer in answers if target in answer.truths]
        counts = [answer.matches[target] for answer in asked]
        if expected is None or (counts and sum(counts) == 1 and min(counts) >= 0):
            usable.append(target)
        elif not counts:
            findings.add(
                fixture.source, where, "fixture.no_frame", frame=expected.frame
            )
        elif min(counts) < 0:
            findings.add(fixture.source, where, "fixture.no_selector", css=expected.css)
        elif sum(counts) == 0:
            findings.add(
                fixture.source, where, "fixture.matches_nothing", css=expected.css
            )
        else:
            count = sum(counts)
            findings.add(
                fixture.source,
                where,
                "fixture.matches_several",
                css=expected.css,
                count=count,
            )
    return usable


def _states(
    fixture: Fixture, answers: list[Answer], knowing: Knowing
) -> tuple[str, ...]:
    """The session's own rule over all frames; `unknown` is what is left."""
    standing = hosts_match(knowing.brief["hosts"], fixture.url)
    if not answers or not standing.official:
        return ()
    view = TabView(Tab("", "", "", fixture.url), standing)
    for number, answer in enumerate(answers):
        frame = TabFrame(str(number), "", None, answer.url)
        view.frames[frame.id] = FrameView(frame, states=answer.states)
    return merged_states(view, knowing.session) or (UNKNOWN,)
