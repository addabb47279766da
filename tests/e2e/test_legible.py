"""Every sentence of the pack, drawn: large, in contrast, whole, not in the way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from companion.pack.codes import tone_of
from companion.pack.help import Node
from companion.pack.site import Pack
from companion.sentences import Sentences
from tests.agent.paint.conftest import PANEL, Board

pytestmark = pytest.mark.timeout(240)

SCRIPT = Path(__file__).with_name("legible.js")
PAGE = """<style>body { margin: 0; background: #fff4e8; font: 14px sans-serif }
#target { position: fixed; left: 12%; top: 24%; width: 36%; height: 34px }</style>
<p>会员名</p><input id=target>"""
Scene = tuple[str, dict[str, Any]]

# The longest that comes in the place of each name.
FIELDS = {
    "missing": "Tên đăng nhập, Mật khẩu, Nhập lại mật khẩu, Mã quốc gia, Số điện thoại",
    "browsers": "Google Chrome, Microsoft Edge, Cốc Cốc, Chromium",
    "waited": "12:34",
    "refusals": "3",
    "folder": "/home/huong/.local/share/companion-1688/captures/2026-11-23-join-form",
}
FOREIGN = {"host": "www.1688.com.dang-nhap-tai-khoan.example", "official": "1688.com"}
# A window, the part of it that our words get, and the size of these in per cent.
WINDOWS = {
    "at 125 %": ((1093, 614), 100),
    "at 200 %": ((683, 384), 100),
    "A+": ((1366, 768), 200),
}


@pytest.fixture(
    params=[
        pytest.param(one, marks=pytest.mark.thorough if one == "at 125 %" else ())
        for one in WINDOWS
    ]
)
def drawn(request: pytest.FixtureRequest, page: Page) -> Iterator[Judge]:
    """A painter on a plain page with one field."""
    (width, height), scale = WINDOWS[request.param]
    page.set_viewport_size({"width": width, "height": height})
    board = Board(page)
    board.open(PAGE)
    board.run(f"(() => {{{SCRIPT.read_text('utf-8')}}})()")
    yield Judge(board, scale)
    board.cdp.detach()


class Judge:
    """Draws scenes, and says which of them could not be read."""

    def __init__(self, board: Board, scale: int) -> None:
        self._board = board
        self._scale = scale

    @property
    def target(self) -> list[float]:
        """The box of the page's field."""
        return list(self._board.box("#target"))

    def __call__(self, scenes: list[Scene]) -> dict[str, list[str]]:
        """What is wrong, by what was drawn."""
        asked = f"judge({json.dumps(scenes)}, {self._scale})"
        return dict(self._board.run(asked))


def test_every_hint_can_be_read(pack: Pack, drawn: Judge) -> None:
    """Hints, and the sentences of verdicts, in the bubble beside the field."""
    scenes: list[Scene] = []
    for id_, target in pack.targets.items():
        words = target.words.vi
        said = {"": words.hint} | words.codes
        for code, sentence in said.items():
            next_ = [sentence, tone_of(code)]
            scenes.append((f"{id_} {code}", {"next": next_, "wanted": ".bubble"}))

    assert len(scenes) > 80
    assert {} == drawn(scenes)


def test_every_tag_can_be_read(pack: Pack, drawn: Judge) -> None:
    """Names of fields, short verdicts, and what the site's messages mean."""
    tags: dict[str, tuple[str, str]] = {}
    for id_, target in pack.targets.items():
        words = target.words.vi
        tags[id_] = (words.label, "todo")
        tags |= {f"{id_} {c}": (said, tone_of(c)) for c, said in words.tags.items()}
    for notice in pack.notices:
        said = notice.words.vi
        tags[notice.id] = (f"{said.meaning} {said.remedy}", "bad")

    scenes = [
        (what, {"label": tag, "wanted": ".label"})
        for what, tag in tags.items()
        if tag[0]
    ]

    assert len(scenes) > 100
    assert {} == drawn(scenes)


def test_every_panel_can_be_read(pack: Pack, drawn: Judge) -> None:
    """Advice, messages, banners, badges and the clock; only the body scrolls."""
    panels: dict[str, dict[str, Any]] = {
        node.id: {"help": advice(pack, node)} for node in pack.help.nodes
    }
    for notice in pack.notices:
        said = notice.words.vi
        lines = [line for line in (said.cause, said.remedy) if line]
        panels[notice.id] = {"notice": {"title": said.meaning, "lines": lines}}
    say = Sentences("vi").say
    for name in ("enterprise_form", "personal_form", "translated"):
        banner = {"text": say(f"panel.banner.{name}"), "tone": "warn"}
        panels[f"banner {name}"] = {"banner": banner, "clock": "Đã chờ 12:34"}
    for tone in ("official", "practice", "foreign"):
        badge = {"text": say(f"panel.badge.{tone}"), "tone": tone}
        panels[f"badge {tone}"] = {"badge": badge}

    scenes = [
        (what, {"panel": PANEL | parts, "wanted": ".panel"})
        for what, parts in panels.items()
    ]

    assert {} == drawn(scenes)


def advice(pack: Pack, node: Node) -> dict[str, Any]:
    """A node as the panel takes it, with every line that it may have."""
    asked = {one.id: one.ask.vi for one in pack.help.nodes if one.ask}
    choices = [{"id": one, "text": asked[one]} for one in node.choices if one in asked]
    return {
        "title": node.title.vi if node.title else "",
        "lines": [line.vi.format_map(FIELDS) for line in node.lines],
        "choices": choices,
        "copies": [{"zh": one.zh, "meaning": one.vi} for one in node.copies],
        "back": True,
    }


def test_every_warning_can_be_read(drawn: Judge) -> None:
    """The bar over a page that only looks like the site's."""
    say = Sentences("vi").say
    title, close = say("foreign.title"), say("foreign.close")
    scenes: list[Scene] = []
    for name in ("text", "nameless", "insecure"):
        text = say(f"foreign.{name}", **FOREIGN)
        warning = {"title": title, "text": text, "close": close}
        scenes.append(
            (name, {"panel": PANEL, "warning": warning, "wanted": ".bar .words"})
        )

    assert {} == drawn(scenes)


def test_every_meaning_can_be_read(pack: Pack, drawn: Judge) -> None:
    """The tag beside a word that is pointed at."""
    longest = sorted(pack.glossary.entries, key=lambda one: -len(one.vi))[:20]
    box = drawn.target

    scenes = [
        (
            entry.vi,
            {
                "gloss": {
                    "words": [{"word": entry.zh[0], "meaning": entry.vi, "hint": ""}],
                    "rect": box,
                    "keep": box,
                },
                "wanted": ".gloss",
            },
        )
        for entry in longest
    ]

    assert {} == drawn(scenes)
