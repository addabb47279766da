"""The guide as plain data in one language, ready to be laid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from companion.guide.camera import Shot
from companion.guide.plan import PlanFile, Topic, Way
from companion.pack.codes import tone_of
from companion.pack.help import Node, holds
from companion.pack.models import Account, Target
from companion.pack.site import Pack

#: Way's id, number of its screen and target -> the step's picture.
Shots = Mapping[tuple[str, int, str], Shot]

#: Longer texts are messages of the site, not words to look for: characters.
_WORD = 8


@dataclass(frozen=True)
class Step:
    """One thing to do; `seen` are the words that stand on the page."""

    target: str
    title: str
    hint: str
    seen: str
    #: What may have to be said while it is filled in.
    remarks: tuple[str, ...]
    shot: Shot | None


@dataclass(frozen=True)
class Stretch:
    """The steps of one milestone."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Chapter:
    """A way through the sign-up."""

    id: str
    title: str
    lead: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Advice:
    """A node of the pack's advice; `copies`: Chinese sentences and their meaning."""

    title: str
    lines: tuple[str, ...]
    copies: tuple[tuple[str, str], ...]


def chapters(
    pack: Pack, plan: PlanFile, account: Account, lang: str, shots: Shots
) -> tuple[Chapter, ...]:
    """Every way for this kind of account."""
    return tuple(
        Chapter(
            id=way.id,
            title=getattr(way.title, lang),
            lead=getattr(way.lead, lang, ""),
            stretches=tuple(_stretches(pack, way, lang, shots)),
        )
        for way in plan.ways_of(account)
    )


def targets_of(pack: Pack, way: Way) -> Iterator[tuple[int, str]]:
    """Number of the screen and target, in the journey's order on each screen."""
    for number, screen in enumerate(way.screens):
        for target in sorted(screen.targets, key=pack.order.index):
            yield number, target


def _stretches(pack: Pack, way: Way, lang: str, shots: Shots) -> Iterator[Stretch]:
    milestones = {
        target: getattr(milestone.words, lang)
        for milestone in pack.milestones
        for target in milestone.targets
    }
    steps = targets_of(pack, way)
    for title, own in groupby(steps, key=lambda step: milestones.get(step[1], "")):
        yield Stretch(
            title,
            tuple(
                _step(pack.targets[target], lang, shots.get((way.id, number, target)))
                for number, target in own
            ),
        )


def _step(target: Target, lang: str, shot: Shot | None) -> Step:
    words = getattr(target.words, lang)
    written = (*target.text, *target.label, *target.placeholder)
    bad = [said for code, said in words.codes.items() if tone_of(code) != "good"]
    return Step(
        target=target.id,
        title=words.label,
        hint=words.hint,
        seen=next((text for text in written if "*" not in text), ""),
        remarks=tuple(bad),
        shot=shot,
    )


def advice(pack: Pack, plan: PlanFile, part: str, lang: str) -> tuple[Advice, ...]:
    """What the pack advises in one part of the guide."""
    nodes = {node.id: node for node in pack.help.nodes}
    asked = [topic for topic in plan.topics if topic.part == part]
    return tuple(_advice(nodes[topic.node], topic, lang) for topic in asked)


def afterwards(pack: Pack, plan: PlanFile, lang: str) -> tuple[Advice, ...]:
    """What to do once the account exists; a few words where the pack has no more."""
    if pack.after is None:
        return advice(pack, plan, "after", lang)
    groups = pack.after.groups
    return tuple(
        Advice(
            title=getattr(section.title, lang),
            lines=tuple(
                getattr(line, lang)
                for block in section.blocks
                for line in (
                    *block.lines,
                    *block.points,
                    *block.steps,
                    *block.checks,
                )
            ),
            copies=tuple(
                (phrase.zh, getattr(phrase, lang))
                for block in section.blocks
                for name in block.phrases
                for phrase in groups[name].phrases
            ),
        )
        for section in pack.after.tasks.sections
    )


def _advice(node: Node, topic: Topic, lang: str) -> Advice:
    signs = frozenset(topic.signs)
    lines = (
        getattr(line, lang)
        for line in node.lines
        if holds(line.when, line.unless, signs)
    )
    return Advice(
        title=getattr(node.title or node.ask, lang, ""),
        # What a session would have to fill in can't be known on paper.
        lines=tuple(line for line in lines if "{" not in line),
        copies=tuple((copy.zh, getattr(copy, lang)) for copy in node.copies),
    )


def glossary(
    pack: Pack, plan: PlanFile, lang: str
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The Chinese words on the way with their meaning, in groups that stand together.

    One way to write each; whole sentences of the site are left out.
    """
    groups = {group.id: group.entries for group in pack.glossary.groups}
    return tuple(
        tuple(
            (entry.zh[0], getattr(entry, lang))
            for entry in groups[name]
            if len(entry.zh[0]) <= _WORD
        )
        for name in plan.glossary
    )
