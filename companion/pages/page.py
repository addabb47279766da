"""What a page of ours consists of; its looks are in `templates/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

BASE = "page.html.jinja"


@dataclass(frozen=True)
class Copy:
    """A Chinese sentence with a button that copies it, and what it means."""

    zh: str
    meaning: str


@dataclass(frozen=True)
class Link:
    """A way to another page: the name of a served page, or a whole address."""

    to: str
    text: str


@dataclass(frozen=True)
class Part:
    """A section: paragraphs, then numbered steps, sentences to copy, links."""

    title: str = ""
    lines: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    #: Things to do in any order, each with a box to tick; nobody is told.
    checks: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    links: tuple[Link, ...] = ()
    tone: Literal["plain", "good", "warn"] = "plain"


@dataclass(frozen=True)
class Button:
    """An action that can be asked for: `action` is its name in lower case letters."""

    action: str
    text: str
    hint: str = ""
    #: Said when it has been done and `on_action` has nothing to say.
    done: str = ""


@dataclass(frozen=True)
class Page:
    """One page; `values` are for a template of the caller's own.

    A template extends `page.html.jinja` and fills its blocks `before`, `main`, `after`.
    One beside its package is named from there: `after/templates/after.html.jinja`.
    """

    title: str
    lead: str = ""
    parts: tuple[Part, ...] = ()
    buttons: tuple[Button, ...] = ()
    #: Small print at the end.
    foot: str = ""
    template: str = BASE
    values: Mapping[str, object] = field(default_factory=dict)
    #: Style and script of the page's own, beside those of every page.
    style: str = ""
    script: str = ""
