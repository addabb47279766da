"""What is proposed for fields, boxes to tick and sliders, and what can't be picked."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.pack.load import load_pack
from tests.pick.conftest import Pick
from tests.pick.saved import renamed, written
from tests.pick.test_pick import arguments

HOME = "https://member.1688.com/"
TICK = "<p><label><input type=checkbox id=agreeNews>愿意接收活动通知</label>"
TWICE = """<p><button>知道啦</button>
<div role=dialog style="position:fixed;top:200px;left:200px;background:#fff">
<h2>注册协议</h2><p>请仔细阅读</p><button id=it>知道啦</button></div>"""
NOTHING = """<canvas style="display:block;width:200px;height:100px"></canvas>
<x-closed style="display:block;width:200px"><template shadowrootmode=closed>
<button>注册</button></template></x-closed>
<div id=under style="position:fixed;inset:200px 0 0"></div>"""


def test_box_to_tick_is_a_checkbox(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """A press on the words of a tick box makes a target of the box."""
    name = "form.news_checkbox"
    saved = written(tmp_path / "saved", TICK, name, "#agreeNews")
    run = pick(*arguments(saved, pack, name))
    page = run.page(HOME)

    run.press(page, "label")
    ended = run.end()

    assert 0 == ended.code, ended.err
    target = load_pack(pack).targets[name]
    assert ("checkbox", ("愿意接收活动通知",)) == (target.kind, target.label)
    assert ("agreeNews",) == target.keys["id"]


@pytest.mark.thorough
def test_slider_is_known_by_its_track(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """A handle says nothing: the words of its track become its anchor."""
    words = {"请按住滑块，拖动到最右边": "捏住方块送到头", "nc_": "zx_", "nc-": "zx-"}
    name = "join/classic-personal"
    saved = renamed(tmp_path / "saved", name, words | {"btn_slide": "slide_it"})
    target = "captcha.other_handle"
    run = pick(*arguments(saved, pack, target))
    page = run.page("https://")

    run.press(page, "#zx_1_n1z")
    ended = run.end()

    assert 0 == ended.code, ended.err
    made = load_pack(pack).targets[target]
    assert ("slider", ("捏住方块送到头",)) == (made.kind, made.text)


@pytest.mark.thorough
def test_twin_is_told_by_its_dialog(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """Words that stand on the page twice are looked for within a container."""
    name = "agreement.seen_button"
    saved = written(tmp_path / "saved", TWICE, name, "#it")
    run = pick(*arguments(saved, pack, name))
    page = run.page(HOME)

    run.press(page, "#it")
    ended = run.end()

    assert 0 == ended.code, ended.err
    target = load_pack(pack).targets[name]
    assert ("button", ("agreement_dialog",)) == (target.kind, target.within)


def test_what_can_not_be_picked_is_said(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """Pictures, closed components and a layer over the page are each named calmly."""
    saved = written(tmp_path / "saved", NOTHING, "form.phone", "canvas")
    run = pick(*arguments(saved, pack, "form.phone"))
    page = run.page(HOME)

    for css in ("canvas", "x-closed", "#under"):
        run.press(page, css)
    run.escape(page)
    ended = run.end()

    assert 1 == ended.code
    said = [line for line in ended.err.splitlines() if "press Esc to end" in line]
    begun = ("This is a picture", "The page keeps the inside", "The page has laid")
    assert len(begun) == len(said), ended.err
    assert all(map(str.startswith, said, begun))
