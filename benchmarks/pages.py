"""The pages that benches run on, and the pack as the agent gets it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from companion.data import fixtures_dir, selectors_dir
from companion.pack.brief import compile_brief
from companion.pack.load import load_pack
from companion.practice.site import PracticeSite

TAG = "x-bench"
REGISTER = "home.register_link"
# One piece of a list of goods: nine elements, and texts as long as real ones.
_GOODS = """<li class="item"><div class="card"><a href="/offer/{n}.html"><img alt=""
width=1 height=1></a><p class="title"><a href="/offer/{n}.html">Offer {n}, cotton, all
sizes</a></p><p class="price"><em>12.50</em></p><span class="sold">{n} sold</span></div>
</li>"""
_GOODS_ELEMENTS = 9


def brief() -> dict[str, Any]:
    """The pack of 1688, compiled for a person in Vietnamese."""
    pack = load_pack(selectors_dir() / "1688")
    return compile_brief(pack, tag=TAG, lang="vi", account="personal")


def wording(compiled: dict[str, Any], target: str) -> str:
    """The first text by which the pack knows a target."""
    targets = (one for page in compiled["pages"] for one in page["targets"])
    return str(next(one["text"][0] for one in targets if one["id"] == target))


def goods(elements: int, before: str = "") -> str:
    """A page with about that many elements, most of them a list of goods."""
    items = "".join(_GOODS.format(n=n) for n in range(elements // _GOODS_ELEMENTS))
    return f"<!doctype html><meta charset=utf-8>{before}<ul>{items}</ul>"


@contextmanager
def practice() -> Iterator[PracticeSite]:
    """The practice site, as `start --practice classic` serves it."""
    words = selectors_dir() / "sentences" / "practice.vi.toml"
    with PracticeSite(fixtures_dir() / "1688", words, flow="classic") as site:
        yield site
