"""Cards for the app on a phone, as written in a pack's `guide/phone-app.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from companion.errors import PackInvalid
from companion.guide.plan import read_guide_file
from companion.pack.findings import Findings
from companion.pack.models import PackModel, Wording
from companion.pack.site import Pack
from companion.pack.validation import validate
from companion.sentences import Sentences

CARDS_FILE = "phone-app.toml"

#: The drawings there are, macros of `templates/drawings.jinja`.
Drawing = Literal[
    "store",
    "publisher",
    "profile",
    "terms",
    "account",
    "username",
    "password",
    "country",
    "phone",
    "code",
    "done",
    "no_code",
    "taken",
]


class Term(PackModel):
    """Words to look for on the phone, and what they mean."""

    zh: str
    vi: str
    en: str


class CardEntry(PackModel):
    """One card as the file has it."""

    id: str
    drawing: Drawing
    #: What the drawing shows, for those who don't see it.
    alt: Wording
    title: Wording
    lines: tuple[Wording, ...]
    words: tuple[Term, ...] = ()
    #: It is about something that goes wrong.
    trouble: bool = False


class Intro(PackModel):
    """What stands before the cards."""

    title: Wording
    lead: Wording
    note: Wording


class CardsFile(PackModel):
    """`phone-app.toml`."""

    intro: Intro
    cards: tuple[CardEntry, ...] = Field(alias="card")


@dataclass(frozen=True)
class Card:
    """A card in one language; `words` are Chinese with their meaning."""

    id: str
    drawing: Drawing
    alt: str
    title: str
    lines: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    trouble: bool


@dataclass(frozen=True)
class Cards:
    """All cards in one language, in the order of the screens."""

    title: str
    lead: str
    note: str
    cards: tuple[Card, ...]


def load_cards(pack: Pack, lang: str) -> Cards:
    """The cards of a pack. Raises PackInvalid, told in the language `lang`."""
    findings = Findings(Sentences(lang))
    source = read_guide_file(pack, CARDS_FILE, findings)
    file = None if source.broken else validate(CardsFile, source, findings)
    if file is None:
        raise PackInvalid(findings.problems)
    return Cards(
        title=getattr(file.intro.title, lang),
        lead=getattr(file.intro.lead, lang),
        note=getattr(file.intro.note, lang),
        cards=tuple(_card(entry, lang) for entry in file.cards),
    )


def _card(entry: CardEntry, lang: str) -> Card:
    return Card(
        id=entry.id,
        drawing=entry.drawing,
        alt=getattr(entry.alt, lang),
        title=getattr(entry.title, lang),
        lines=tuple(getattr(line, lang) for line in entry.lines),
        words=tuple((term.zh, getattr(term, lang)) for term in entry.words),
        trouble=entry.trouble,
    )
