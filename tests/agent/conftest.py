"""Tiny pages, tiny packs, and what the locator makes of the one by the other."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from companion.pack.brief import compile_brief
from companion.pack.site import Pack
from tests.agent.rules import Rules

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = Path(os.environ.get("AGENT_BUNDLE", ROOT / "companion/agent/dist/agent.js"))
HOST = "member.1688.com"
PATH = "/member/join/common_join.htm"
OURS = "x-kqzwvt"

LOOK = """
([brief, where]) => {
  const sight = new CompanionAgent.Locator(brief, where).look(document);
  const spots = [...sight.targets].map(([target, found]) => [target, {
    verdict: found.verdict,
    id: found.element ? found.element.id : '',
    covered: found.covered,
    evidence: found.evidence,
  }]);
  return { states: sight.states, targets: Object.fromEntries(spots) };
}
"""

# As JSON: Playwright takes an argument apart value by value, which takes longer.
START = """(brief) => {
  globalThis.reports = [];
  globalThis.agent = CompanionAgent.boot(JSON.parse(brief));
  const listen = async () => { for (;;) reports.push(...await agent.next()); };
  listen();
}"""

Brief = dict[str, Any]


@dataclass(frozen=True)
class Spot:
    """Where a target was located; `id` is the id of its element."""

    verdict: str
    id: str
    covered: bool
    evidence: list[str]


@dataclass(frozen=True)
class Seen:
    """What one look made of a page."""

    states: list[str]
    targets: dict[str, Spot]

    def __getitem__(self, target: str) -> str:
        """The id of the target's element, or the verdict that there is none."""
        spot = self.targets[target]
        return f"#{spot.id}" if spot.verdict == "found" else spot.verdict


def target(id: str, **said: object) -> Brief:  # noqa: A002 - the pack's own word
    """One target; a test names only what it is about."""
    silent: Brief = {
        "kind": "button",
        "required": True,
        "text": [],
        "label": [],
        "placeholder": [],
        "aria": [],
        "keys": {},
        "within": [],
        "forbidden": [],
        "vague": [],
        "vouched_by": [],
        "witnesses": 1,
        "after": [],
        "done": None,
        "blocked": {"texts": [], "keys": {}},
        "account": None,
        "by_shape": False,
        "ends_row_of": [],
        "leads": [],
        "aside": [],
        "repeats": None,
        "sole": False,
        "beside": [],
        "opens_row_of": [],
        "opposite": None,
        "opened_by": None,
        "words": {"label": "", "hint": "", "codes": {}},
    }
    return {"id": id, **silent, **said}


def container(id: str, **said: object) -> Brief:  # noqa: A002 - the pack's own word
    """One container."""
    return {"id": id, "kind": "box", "texts": [], "keys": {}, **said}


def state(id: str, **said: object) -> Brief:  # noqa: A002 - the pack's own word
    """One page state."""
    lists = ("all", "any", "none", "texts", "paths", "unless")
    return {"id": id, **{name: [] for name in lists}, **said}


def page_of(*targets: Brief, **said: object) -> Brief:
    """One page of a pack; it may be met anywhere unless it says otherwise."""
    silent: Brief = {"hosts": [], "paths": [], "containers": [], "states": []}
    return {"id": "page", **silent, "targets": list(targets), **said}


class Looker:
    """A browser page on which markup is put and looked at."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def show(self, markup: str, **viewport: int) -> None:
        """Put the markup on the page, under the agent's bundle."""
        self.page.set_viewport_size({"width": 1000, "height": 700, **viewport})  # type: ignore[typeddict-item]
        self.page.set_content(f"<!doctype html><meta charset=utf-8>{markup}")
        self.page.evaluate(
            BUNDLE.read_text("utf-8") + ";globalThis.CompanionAgent = CompanionAgent"
        )

    def again(self, *pages: Brief, host: str = HOST, path: str = PATH) -> Seen:
        """Look at what is on the page now."""
        where = {"host": host, "path": path}
        sight = self.page.evaluate(LOOK, [{"tag": OURS, "pages": list(pages)}, where])
        targets = {id_: Spot(**spot) for id_, spot in sight["targets"].items()}
        return Seen(sight["states"], targets)

    def __call__(self, markup: str, *targets: Brief, **said: object) -> Seen:
        """Show the markup and look for the targets, all of one page."""
        self.show(markup)
        return self.again(page_of(*targets, **said))


def start(page: Page, brief: Brief) -> None:
    """Boot an agent on the page, and wait for its first view."""
    page.evaluate(
        BUNDLE.read_text("utf-8") + ";globalThis.CompanionAgent = CompanionAgent"
    )
    page.evaluate(START, json.dumps(brief))
    page.wait_for_function("reports.some(({ kind }) => kind === 'view')")


@pytest.fixture(scope="session")
def brief(pack: Pack) -> Brief:
    """The pack of 1688 for a Vietnamese buyer."""
    return compile_brief(pack, tag=OURS, lang="vi", account="personal")


@pytest.fixture
def look(page: Page) -> Looker:
    """Look at tiny pages."""
    return Looker(page)


@pytest.fixture(scope="module")
def rules(browser: Browser) -> Iterator[Rules]:
    """Ask the checks; they are pure, so one page serves them all."""
    page = browser.new_page()
    page.evaluate(
        BUNDLE.read_text("utf-8") + ";globalThis.CompanionAgent = CompanionAgent"
    )
    yield Rules(page)
    page.close()
