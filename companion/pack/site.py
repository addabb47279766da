"""A pack as a whole, and its two files that are no page: `site`, `journey`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from companion.pack.after import After
from companion.pack.glossary import GlossaryFile
from companion.pack.help import HelpFile
from companion.pack.models import PackModel, PageFile, Target, Texts, Wording
from companion.pack.notices import Notice
from companion.pack.synonyms import Synonyms

SITE_FILE = "site.toml"
JOURNEY_FILE = "journey.toml"

#: The version of the pack format this program reads.
SCHEMA = 1


class ForeignTexts(PackModel):
    """What tells a page that passes itself off as the site from any other."""

    #: Names of the site and its owners, as they stand in addresses, titles and texts.
    names: Texts = ()
    #: What is written at a field for a code that came by message.
    codes: Texts = ()


class Place(PackModel):
    """Addresses that several pages share; each adds its own."""

    hosts: Texts = ()
    paths: Texts = ()


class SynonymGroups(PackModel):
    """Words that may stand for one another in the texts of targets and containers."""

    #: In messages, too.
    things: tuple[Texts, ...] = ()
    turns: tuple[Texts, ...] = ()


class SupposedTexts(PackModel):
    """Words that make a condition: what is said with them has not happened."""

    #: Begins a clause, and the words stand in it or behind it.
    before: Texts = ()
    #: Stands right behind the words.
    after: Texts = ()


class SiteFile(PackModel):
    """`site.toml`: which site this is and which hosts are its own."""

    id: str
    schema_: Literal[1] = Field(alias="schema")
    title: Wording
    #: The address that `companion start` opens.
    start: str
    #: Public addresses, besides `start`, at which a sign-up or a login begins.
    entries: Texts = ()
    #: `login.1688.com` exactly, or `.1688.com` for that host and all below it.
    hosts: Texts
    #: Name -> addresses, as `place` of a page file names them.
    places: dict[str, Place] = Field(default_factory=dict)
    synonyms: SynonymGroups = SynonymGroups()
    foreign: ForeignTexts = ForeignTexts()
    supposed: SupposedTexts = SupposedTexts()
    #: The day the pack was last changed in substance.
    date: date


class Milestone(PackModel):
    """A stretch of the journey as a person names it.

    Reached while one of its targets is the next one, done in one of its states.
    """

    id: str
    words: Wording
    targets: Texts = ()
    states: Texts = ()


class JourneyFile(PackModel):
    """`journey.toml`: in which order a person meets the targets, and the milestones."""

    #: Ids of the pages as a person meets them; a later one lies over an earlier one.
    pages: Texts
    order: Texts
    milestones: tuple[Milestone, ...] = Field(alias="milestone")


@dataclass(frozen=True)
class Pack:
    """The knowledge of one site, free of problems."""

    folder: Path
    site: SiteFile
    journey: JourneyFile
    #: Page id (the file's stem) -> page.
    pages: Mapping[str, PageFile]
    #: The tree of advice; empty where the pack has none.
    help: HelpFile = field(default_factory=HelpFile)
    #: What the site says to people.
    notices: tuple[Notice, ...] = ()
    #: What single words of it mean.
    glossary: GlossaryFile = field(default_factory=GlossaryFile)
    #: What a person does once the account exists; None where nobody wrote it.
    after: After | None = None

    @property
    def id(self) -> str:
        """The site's id, `1688`."""
        return self.site.id

    @property
    def hosts(self) -> Texts:
        """The official hosts, as `hosts_match` takes them."""
        return self.site.hosts

    @property
    def start(self) -> str:
        """The address a session begins at."""
        return self.site.start

    @cached_property
    def synonyms(self) -> Synonyms:
        """Words that may stand for one another."""
        groups = self.site.synonyms
        return Synonyms((*groups.things, *groups.turns))

    @property
    def order(self) -> Texts:
        """Target ids in the order a person deals with them."""
        return self.journey.order

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """From the home page to success."""
        return self.journey.milestones

    @cached_property
    def targets(self) -> dict[str, Target]:
        """Target id -> target, over all pages."""
        return {
            target.id: target for page in self.pages.values() for target in page.targets
        }

    @cached_property
    def page_of_state(self) -> dict[str, str]:
        """State id -> id of the page whose file describes it."""
        return {
            state.id: page_id
            for page_id, page in self.pages.items()
            for state in page.states
        }
