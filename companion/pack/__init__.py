"""The knowledge of one site: reading it, finding its mistakes, compiling it."""

from __future__ import annotations

from companion.pack.brief import compile_brief
from companion.pack.hosts import Standing, hosts_match
from companion.pack.load import load_pack
from companion.pack.site import Milestone, Pack

__all__ = [
    "Milestone",
    "Pack",
    "Standing",
    "compile_brief",
    "hosts_match",
    "load_pack",
]
