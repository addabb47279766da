"""The shape of `help.toml`: the tree of advice behind the button of the stuck person.

Which nodes, lines and choices are shown is decided by *signs*: short words for what is
true now. `state:otp` (on screen), `here:otp` (it lies on top), `notice:ID` (the site
says so), `todo:TARGET` (still to do), or one of `FACTS`, which the session finds out.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from companion.pack.models import PackModel, Texts, Wording

HELP_FILE = "help.toml"

#: What the session can find out, beside what is on screen (session/signs.py).
FACTS: frozenset[str] = frozenset(
    {
        "account:personal",
        "account:enterprise",
        "translated",
        "missing",
        "other_browsers",
        "foreign",
        "maybe_registered",
        "can_step_aside",
        "can_look_different",
        "code:fresh",
        "code:check",
        "code:resend",
        "code:stop",
        "code:exits",
        "slider:ready",
        "slider:checking",
        "slider:passed",
        "slider:failed",
        "slider:refused",
        "slider:thrice",
        "probe:running",
        "probe:well",
        "probe:site",
        "probe:scripts",
        "probe:offline",
        "looking_up",
        "outline:running",
        "outline:kept",
        "outline:failed",
    }
)

#: What a line may leave open: filled in by the session (session/advice.py).
FIELDS: frozenset[str] = frozenset(
    {"missing", "browsers", "waited", "refusals", "folder"}
)

#: `probe` tries the network, `step_aside` detaches, `different` keeps the page's
#: structure for a report, `lookup` explains words that are pointed at, `registered` is
#: the person's word that the account exists.
#: `translate` is their leave to have unknown messages translated by a machine, `after`
#: opens what to do once the account exists (companion/after).
Action = Literal[
    "probe",
    "step_aside",
    "different",
    "lookup",
    "lookup_off",
    "registered",
    "not_registered",
    "translate",
    "after",
]


class Line(Wording):
    """One line of advice; without `when` it always holds."""

    when: Texts = ()
    unless: Texts = ()


class Copy(PackModel):
    """A Chinese sentence to paste to the site's support, with its meaning."""

    zh: str
    vi: str
    en: str


class Node(PackModel):
    """One short screen of advice."""

    id: str
    #: The words of the button that leads here; without it nothing may.
    ask: Wording | None = None
    title: Wording | None = None
    lines: tuple[Line, ...] = ()
    #: Ids of the nodes one can go on to.
    choices: Texts = ()
    copies: tuple[Copy, ...] = ()
    #: Signs with one of which its button is there; empty: always.
    when: Texts = ()
    unless: Texts = ()
    #: Signs with one of which its button comes first.
    first: Texts = ()
    #: Signs with one of which it stands in the panel unasked.
    offered: Texts = ()
    #: Notices whose words are in it already: the panel need not say them twice.
    says: Texts = ()
    action: Action | None = None


class Probe(PackModel):
    """An address the network is tried with; `part` says what its silence means."""

    part: Literal["site", "scripts", "elsewhere"]
    url: str


class HelpFile(PackModel):
    """`help.toml`: the tree; an empty one gives no help."""

    #: The node behind the button of the stuck person.
    root: str = ""
    nodes: tuple[Node, ...] = Field(default=(), alias="node")
    probes: tuple[Probe, ...] = Field(default=(), alias="probe")


def holds(when: Texts, unless: Texts, signs: frozenset[str]) -> bool:
    """Whether one of `when`, if there are any, and none of `unless` is among them."""
    asked = not when or bool(signs.intersection(when))
    return asked and not signs.intersection(unless)
