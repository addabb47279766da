"""What stands on the page, in its order; the words are in `sentences/welcome.*`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

from companion.agent.source import bundle
from companion.pack.models import Account
from companion.pack.site import Pack
from companion.pages import Page
from companion.sentences import Sentences
from companion.welcome.choice import Beginning

_TEMPLATES = Path(__file__).parent / "templates"

SECTIONS = (
    "what",
    "list",
    "computer",
    "browser",
    "number",
    "account",
    "privacy",
    "safety",
    "phone",
)
_ITEMS = ("phone", "sms", "email", "network", "power", "quiet")
_NEEDS = ("prices", "contact", "order", "track")
_GAINS = ("history", "range", "makers", "compare", "bargain")
_TIPS = ("full", "blocked", "sims", "abroad", "plane")
_QUESTIONS = ("licence", "invoice", "bulk")
_ADVICE = ("none", "personal", "papers", "enterprise")
_ROWS = ("who", "buying", "papers", "support", "terms", "form")
_PROMISES = ("acts", "read", "stays", "kept", "forget", "apart")
_DANGERS = (
    "secret",
    "staff",
    "coached",
    "strange",
    "entrance",
    "address",
    "fake",
    "report",
)
#: The target whose sentences the number converter borrows.
_PHONE = "form.phone"


@dataclass(frozen=True)
class Item:
    """Something to have ready: what, why, and how."""

    id: str
    title: str
    why: str
    how: str


@dataclass(frozen=True)
class Owner:
    """Whose computer it is, and what follows from that."""

    title: str
    note: str


@dataclass(frozen=True)
class Kind:
    """A kind of account as it is called here and on the site."""

    id: str
    name: str
    zh: str
    #: Whom it suits.
    suits: str


@dataclass(frozen=True)
class Row:
    """One line of the comparison."""

    aspect: str
    personal: str
    enterprise: str


def write_welcome(pack: Pack, words: Sentences, beginning: Beginning) -> Page:
    """The page, as things stand at the beginning."""
    return Page(
        title=words.say("welcome.title"),
        lead=words.say("welcome.lead"),
        template="welcome/templates/welcome.html.jinja",
        values={
            "tell": words.say,
            "written": words.written,
            "beginning": beginning,
            "host": urlsplit(beginning.address).hostname,
            "codes": _codes(pack, words.lang),
            "dangers": [_danger(words, id_, pack.start) for id_ in _DANGERS],
            **_lists(words),
            **_accounts(words),
        },
        style=_read("welcome.css"),
        script=f"{bundle()}\n{_read('welcome.js')}",
    )


def _lists(words: Sentences) -> dict[str, object]:
    say = words.say
    return {
        "sections": {id_: say(f"welcome.{id_}.title") for id_ in SECTIONS},
        "needs": [say(f"welcome.what.need.{id_}") for id_ in _NEEDS],
        "gains": [say(f"welcome.what.gain.{id_}") for id_ in _GAINS],
        "items": [_item(words, id_) for id_ in _ITEMS],
        "tips": [say(f"welcome.list.sms.tip.{id_}") for id_ in _TIPS],
        "owners": {
            "own": Owner(say("welcome.computer.own"), say("welcome.computer.own_note")),
            "shared": Owner(
                say("welcome.computer.shared"), say("welcome.computer.shared_note")
            ),
        },
        "promises": [say(f"welcome.privacy.{id_}") for id_ in _PROMISES],
    }


def _danger(words: Sentences, id_: str, start: str) -> str:
    return words.say(f"welcome.safety.{id_}", start=start)


def _item(words: Sentences, id_: str) -> Item:
    said = [words.say(f"welcome.list.{id_}.{part}") for part in ("title", "why", "how")]
    return Item(id_, *said)


def _accounts(words: Sentences) -> dict[str, object]:
    say = words.say
    return {
        "questions": {
            id_: say(f"welcome.account.question.{id_}") for id_ in _QUESTIONS
        },
        "advice": {id_: say(f"welcome.account.advice.{id_}") for id_ in _ADVICE},
        "kinds": [_kind(words, id_) for id_ in get_args(Account)],
        "rows": [_row(words, id_) for id_ in _ROWS],
        "chosen": {id_: say(f"welcome.begin.{id_}") for id_ in get_args(Account)},
    }


def _kind(words: Sentences, id_: str) -> Kind:
    said = [
        words.say(f"welcome.account.{id_}.{part}") for part in ("name", "zh", "for")
    ]
    return Kind(id_, *said)


def _row(words: Sentences, id_: str) -> Row:
    parts = ("aspect", *get_args(Account))
    return Row(*(words.say(f"welcome.account.row.{id_}.{part}") for part in parts))


def _codes(pack: Pack, lang: str) -> Mapping[str, str]:
    """Verdict code -> what the form's own field says about it."""
    codes: Mapping[str, str] = getattr(pack.targets[_PHONE].words, lang).codes
    return codes


def _read(name: str) -> str:
    # Between the tags must stand exactly what is hashed for the policy.
    return (_TEMPLATES / name).read_text(encoding="utf-8")
