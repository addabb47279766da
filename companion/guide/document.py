"""What is written: the whole guide, or the cards for the phone alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from companion.guide.cards import load_cards
from companion.guide.content import (
    Advice,
    Shots,
    advice,
    afterwards,
    chapters,
    glossary,
)
from companion.guide.plan import PlanFile
from companion.pack.models import Account
from companion.pack.site import Pack
from companion.pages.page import Page
from companion.sentences import Sentences

#: What to have ready: tables of the words of the page before the sign-up.
_PREPARED = {
    "phone": ("why", "how"),
    "sms": ("why",),
    "email": ("why", "how"),
    "network": ("why",),
    "power": ("why", "how"),
    "quiet": ("why", "how"),
}


def whole_guide(
    pack: Pack, plan: PlanFile, account: Account, shots: Shots, sentences: Sentences
) -> Page:
    """Preparation, every way through the sign-up, trouble, and what comes after."""
    lang = sentences.lang
    return Page(
        title=sentences.say("guide.title"),
        lead=sentences.say("guide.lead"),
        foot=sentences.say("guide.foot"),
        template="guide/templates/guide.html.jinja",
        style=_style(),
        values={
            "told": sentences.say,
            "evidence": evidence(pack, sentences),
            "prepared": tuple(_prepared(sentences)),
            "chapters": chapters(pack, plan, account, lang, shots),
            "cards": load_cards(pack, lang),
            "trouble": advice(pack, plan, "trouble", lang),
            "safety": advice(pack, plan, "safety", lang),
            "after": afterwards(pack, plan, lang),
            "glossary": glossary(pack, plan, lang),
        },
    )


def phone_guide(pack: Pack, sentences: Sentences, back: str = "") -> Page:
    """The cards for the app on a phone; `back`: the served page that leads here."""
    cards = load_cards(pack, sentences.lang)
    return Page(
        title=cards.title,
        lead=cards.lead,
        foot=sentences.say("guide.foot"),
        template="guide/templates/phone.html.jinja",
        style=_style(),
        values={
            "told": sentences.say,
            "cards": cards,
            "evidence": evidence(pack, sentences),
            "back": back,
        },
    )


def evidence(pack: Pack, sentences: Sentences) -> str:
    """How old the knowledge is, and whether it was held against the real site."""
    on_the_way = [page.page.seen for page in pack.pages.values()]
    seen = [day for day in on_the_way if day != "never"]
    date = f"{pack.site.date:%d/%m/%Y}"
    if len(seen) < len(on_the_way):
        return sentences.say("guide.evidence_never", date=date)
    return sentences.say("guide.evidence_seen", seen=f"{min(seen):%d/%m/%Y}", date=date)


def _prepared(sentences: Sentences) -> Iterator[Advice]:
    for name, parts in _PREPARED.items():
        told = [sentences.say(f"welcome.list.{name}.{part}") for part in parts]
        title = sentences.say(f"welcome.list.{name}.title")
        yield Advice(title=title, lines=tuple(told), copies=())


@cache
def _style() -> str:
    # Between the tags must stand exactly what is hashed, on Windows too.
    sheet = files(__package__).joinpath("templates/guide.css")
    return sheet.read_text("utf-8").replace("\r\n", "\n")
