"""What is known when the page opens, and what a person chooses on it."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from companion.pack.models import Account


@dataclass(frozen=True)
class Beginning:
    """What the page starts from; `address` is where it leads."""

    browser: str
    address: str
    account: Account
    shared: bool = False


class Choice(BaseModel):
    """All that the page tells the program: nothing that was typed fits in here."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    account: Account
    #: Others use this computer too.
    shared: bool = False
    #: Go without the page next time.
    remember: bool = False
