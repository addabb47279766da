"""Picking inside frames and shadow roots of saved pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.pack.load import load_pack
from tests.pick.conftest import Pick
from tests.pick.drawn import drawn, round_about
from tests.pick.saved import renamed
from tests.pick.test_pick import arguments


def test_field_in_a_frame_is_picked(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """A field in another site's frame is outlined where it stands and made known."""
    name = "join/classic-frame-personal"
    saved = renamed(tmp_path / "saved", name, {"会员名": "呢称登记"})
    run = pick(*arguments(saved, pack, "form.username"))
    page = run.page("https://member.1688.com/")
    frame = run.frame(page, "#nick", "reg.taobao.com")

    box = run.hover(page, "#nick", frame)
    outlines = drawn(page, "outline")
    run.press(page, "#nick", frame)
    ended = run.end()

    assert round_about(box) == outlines
    assert 0 == ended.code, ended.err
    target = load_pack(pack).targets["form.username"]
    assert "呢称登记" in target.label
    assert "设置呢称登记" in target.placeholder
    place = "https://reg.taobao.com/member/reg/fast/fast_reg*"
    line = f'"form.username" = {{ css = "#nick", frame = "{place}" }}'
    assert line in ended.out


@pytest.mark.thorough
def test_outline_follows_into_a_frame(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """Only one element is outlined at a time, the frame's or the page's."""
    words = {"短信登录": "手机快登", "免费注册": "马上开户"}
    saved = renamed(tmp_path / "saved", "login/iframe-2025", words)
    run = pick(*arguments(saved, pack, "login.sms_tab"))
    page = run.page("https://login.1688.com/")
    frame = run.frame(page, ".sms-login-tab-item", "login.taobao.com")
    run.hover(page, "a >> nth=0")

    box = run.hover(page, ".sms-login-tab-item", frame)
    outlines = drawn(page, "outline")
    run.press(page, ".sms-login-tab-item", frame)
    ended = run.end()

    assert round_about(box) == outlines
    assert 0 == ended.code, ended.err
    assert "手机快登" in load_pack(pack).targets["login.sms_tab"].text


def test_field_in_a_shadow_root_is_picked(
    pick: Pick, pack: Path, tmp_path: Path
) -> None:
    """A field of a web component is made known, with a selector a fixture can use."""
    saved = renamed(tmp_path / "saved", "join/shadow-form", {"会员名": "呢称登记"})
    run = pick(*arguments(saved, pack, "form.username"))
    page = run.page("https://member.1688.com/")

    box = run.hover(page, "input[name=nick]")
    outlines = drawn(page, "outline")
    run.press(page, "input[name=nick]")
    ended = run.end()

    assert round_about(box) == outlines
    assert 0 == ended.code, ended.err
    assert "呢称登记" in load_pack(pack).targets["form.username"].label
    line = '"form.username" = { css = "input[name=\\"nick\\"]" }'
    assert line in ended.out
