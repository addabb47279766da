"""The shape of a page file of a pack: its containers, targets and states.

Names and meanings are those of the agent's contract, `companion/agent/src/brief.ts`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict

Account = Literal["personal", "enterprise"]
Kind = Literal[
    "link",
    "button",
    "tab",
    "option",
    "text",
    "password",
    "code",
    "choice",
    "checkbox",
    "radio",
    "slider",
]
Texts = tuple[str, ...]
#: Attribute -> patterns, `*` for any run of characters; `css` holds plain selectors.
Keys = dict[str, Texts]


class PackModel(BaseModel):
    """What all tables of a pack have in common: no unknown keys, no later change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Wording(PackModel):
    """One phrase in each language."""

    vi: str
    en: str


class TargetWords(PackModel):
    """What a person reads at a target; `**bold**` is the only markup."""

    label: str
    hint: str
    codes: dict[str, str] = {}
    #: Verdict code -> what the tag says instead of the label.
    tags: dict[str, str] = {}


class TargetWording(PackModel):
    """The words of a target in each language."""

    vi: TargetWords
    en: TargetWords


class DoneByCheck(PackModel):
    """Done once a check of the value says so."""

    rule: Literal["check"]
    check: str
    args: dict[str, str] = {}


class DoneChecked(PackModel):
    """Done once the box is ticked."""

    rule: Literal["checked"]


class DoneSelected(PackModel):
    """Done once the tab or option is the chosen one."""

    rule: Literal["selected"]


class DoneShows(PackModel):
    """Done once the element shows one of these texts or carries one of these keys."""

    rule: Literal["shows"]
    texts: Texts = ()
    keys: Keys = {}


class DoneByState(PackModel):
    """Done once the page is in one of these states."""

    rule: Literal["state"]
    states: Texts


Done = Annotated[
    DoneByCheck | DoneChecked | DoneSelected | DoneShows | DoneByState,
    Field(discriminator="rule"),
]


class Blocked(PackModel):
    """What shows that pressing the element now would be refused."""

    texts: Texts = ()
    keys: Keys = {}


class Container(PackModel):
    """A box in which targets must stand, known by a text in it or a key of its own."""

    id: str
    kind: Literal["dialog", "form", "box"]
    texts: Texts = ()
    keys: Keys = {}


class Target(PackModel):
    """A named element of a page, every way to recognise it, and the words for it."""

    id: str
    kind: Kind
    required: Annotated[bool, Strict()] = False
    text: Texts = ()
    label: Texts = ()
    placeholder: Texts = ()
    aria: Texts = ()
    keys: Keys = {}
    within: Texts = ()
    forbidden: Texts = ()
    #: Names other things have too: they count only beside something like `vouched_by`.
    vague: Texts = ()
    vouched_by: Texts = ()
    witnesses: int = Field(default=1, ge=0, strict=True)
    after: Texts = ()
    done: Done | None = None
    blocked: Blocked = Blocked()
    account: Account | None = None
    #: A button that ends its form: its tag names what is missing before it.
    concludes: Annotated[bool, Strict()] = False
    #: May be known as the one big button below the fields, whatever it says.
    by_shape: Annotated[bool, Strict()] = False
    #: May be known as the one thing to press behind such a field, whatever it says.
    ends_row_of: Texts = ()
    #: Addresses: a link to one of them is the target, whatever it says.
    leads: Texts = ()
    #: Words on a button behind a field that make the field another form's.
    aside: Texts = ()
    #: May be known as the second of two fields of its kind, whatever it says.
    repeats: str | None = None
    #: May be known as the only field of its kind on the form, whatever it says.
    sole: Annotated[bool, Strict()] = False
    #: May be known as the field right behind such a target, whatever it says.
    beside: Texts = ()
    #: May be known as the field whose row such a target ends, whatever it says.
    opens_row_of: Texts = ()
    #: May be known as the other one of two buttons, whatever it says.
    opposite: str | None = None
    opened_by: str | None = None
    words: TargetWording


class State(PackModel):
    """A page state; it holds when all its lines hold."""

    id: str
    all: Texts = ()
    any: Texts = ()
    none: Texts = ()
    texts: Texts = ()
    paths: Texts = ()
    unless: Texts = ()


class PageHead(PackModel):
    """What a page file is about and where its knowledge comes from."""

    title: Wording
    evidence: str
    #: The day its anchors were last held against the real page.
    seen: Annotated[date, Strict()] | Literal["never"]
    #: A place of `site.toml`, whose hosts and paths come before the page's own.
    place: str | None = None
    hosts: Texts = ()
    #: `*` for any run of characters; `//host/path` where the host counts as well,
    #: `!pattern` for what the page is never at.
    paths: Texts = ()


class PageFile(PackModel):
    """One page file: `form.toml` and the like; its stem is the page's id."""

    page: PageHead
    containers: tuple[Container, ...] = Field(default=(), alias="container")
    targets: tuple[Target, ...] = Field(default=(), alias="target")
    states: tuple[State, ...] = Field(default=(), alias="state")
