"""What the guide is made of, as written in a pack's `guide/ways.toml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from companion.errors import PackInvalid
from companion.pack.findings import Findings
from companion.pack.models import Account, PackModel, Texts, Wording
from companion.pack.site import Pack
from companion.pack.source import Source, read_source
from companion.pack.validation import validate
from companion.sentences import Sentences

FOLDER = "guide"
WAYS_FILE = "ways.toml"


class Screen(PackModel):
    """One page as a person meets it: a fixture, and what is dealt with on it."""

    case: str
    targets: Texts
    #: False where nothing is drawn on such a page yet: then words have to do.
    pictured: bool = True


class Way(PackModel):
    """A way through the sign-up; without an account type it is for both."""

    id: str
    title: Wording
    lead: Wording | None = None
    account: Account | None = None
    screens: tuple[Screen, ...] = Field(alias="screen")


class Topic(PackModel):
    """A node of the pack's advice, read as if `signs` were true."""

    part: Literal["trouble", "safety", "after"]
    node: str
    signs: Texts = ()


class PlanFile(PackModel):
    """`ways.toml`."""

    #: Groups of the pack's glossary.
    glossary: Texts
    ways: tuple[Way, ...] = Field(alias="way")
    topics: tuple[Topic, ...] = Field(alias="topic")

    def ways_of(self, account: Account) -> tuple[Way, ...]:
        """The ways that somebody opening this kind of account may be led."""
        return tuple(way for way in self.ways if way.account in (None, account))


def load_plan(pack: Pack, lang: str) -> PlanFile:
    """The plan of a pack. Raises PackInvalid, told in the language `lang`."""
    findings = Findings(Sentences(lang))
    source = read_guide_file(pack, WAYS_FILE, findings)
    plan = None if source.broken else validate(PlanFile, source, findings)
    if plan is None:
        raise PackInvalid(findings.problems)
    for number, way in enumerate(plan.ways):
        for screen in way.screens:
            for name in screen.targets:
                if name not in pack.targets:
                    where = ("way", number)
                    findings.add(source, where, "unknown_target", name=name)
    if findings.problems:
        raise PackInvalid(findings.problems)
    return plan


def read_guide_file(pack: Pack, name: str, findings: Findings) -> Source:
    """A file of the pack's `guide/`; that it is no TOML is noted."""
    source = read_source(pack.folder / FOLDER / name)
    if source.broken:
        line, reason = source.broken
        source.mark(line)
        findings.add(source, (), "not_toml", reason=reason)
    return source
