"""The whole command: a real window, a real mouse, a pack that knows more afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.pack.load import load_pack
from tests.pick.conftest import Pick

HOME = "https://www.1688.com/"
REGISTER = "home.register_link"
PAGE = """<!doctype html><meta charset=utf-8><title>1688</title>
<ul><li>首页</li><li>我的1688</li></ul>
<p><a id=it href="/open/now.htm"><span>启程采购</span></a> <a href="/help">帮助</a></p>
<canvas id=drawn width=200 height=100></canvas>
"""
FACTS = """url = "https://www.1688.com/"
states = ["home"]
[expect]
"home.register_link" = { css = "#it" }
"""


def case(folder: Path, page: str = PAGE, facts: str = FACTS) -> Path:
    """A saved page in a folder of its own."""
    place = folder / "home" / "renamed"
    place.mkdir(parents=True)
    (place / "page.html").write_text(page, "utf-8")
    (place / "fixture.toml").write_text(facts, "utf-8")
    return place


def arguments(saved: Path, pack: Path, target: str) -> list[str]:
    """A run that asks nothing."""
    folders = ["--selectors", str(pack), "--fixtures", str(saved.parents[1])]
    return [str(saved), "--target", target, "--yes", *folders]


def test_renamed_link_is_mended(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """A press on a link the pack doesn't know makes it known, comments and all."""
    saved = case(tmp_path / "saved")
    before = (pack / "home.toml").read_text("utf-8")
    run = pick(*arguments(saved, pack, REGISTER))
    page = run.page(HOME)

    run.press(page, "#it")
    ended = run.end()

    after = (pack / "home.toml").read_text("utf-8")
    assert 0 == ended.code, ended.err
    assert "refused → correct" in ended.out
    assert '"启程采购"' in ended.out
    assert "启程采购" in load_pack(pack).targets[REGISTER].text
    assert [line for line in before.splitlines() if "#" in line] == [
        line for line in after.splitlines() if "#" in line
    ]


def test_press_is_not_carried_out(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """A pressed link is not followed; what a page hears is seen in test_live."""
    saved = case(tmp_path / "saved")
    run = pick(*arguments(saved, pack, REGISTER))
    page = run.page(HOME)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    run.press(page, "#it")
    ended = run.end()

    assert [] == [url for url in asked if "/open/" in url]
    assert 0 == ended.code, ended.err


@pytest.mark.thorough
def test_new_target_is_added(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """A target that the pack doesn't know becomes a table of its page file."""
    saved = case(tmp_path / "saved", facts=FACTS.replace(REGISTER, "home.fast_link"))
    run = pick(*arguments(saved, pack, "home.fast_link"))
    page = run.page(HOME)

    run.press(page, "#it")
    ended = run.end()

    assert 0 == ended.code, ended.err
    target = load_pack(pack).targets["home.fast_link"]
    assert ("link", ("启程采购",)) == (target.kind, target.text)
    assert ("*/open/now.htm*",) == target.keys["href"]


def test_plain_words_can_not_be_picked(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """A press on nothing to act on is answered calmly; Escape ends the run."""
    saved = case(tmp_path / "saved")
    run = pick(*arguments(saved, pack, REGISTER))
    page = run.page(HOME)

    run.press(page, "li:first-child")
    run.escape(page)
    ended = run.end()

    assert 1 == ended.code
    assert "There is nothing to press" in ended.err
    assert "You ended it with Esc." in ended.err


@pytest.mark.thorough
def test_closed_window_ends_the_run(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """Closing the window changes nothing and is said so."""
    saved = case(tmp_path / "saved")
    before = (pack / "home.toml").read_bytes()
    run = pick(*arguments(saved, pack, REGISTER))
    page = run.page(HOME)
    run.hover(page, "#it")

    page.close()
    ended = run.end()

    assert 1 == ended.code
    assert "was closed before anything was picked" in ended.err
    assert before == (pack / "home.toml").read_bytes()


def test_worse_pack_is_taken_back(pick: Pick, pack: Path, tmp_path: Path) -> None:
    """With --yes a change that makes another page wrong does not stay."""
    saved = case(tmp_path / "saved")
    other = tmp_path / "saved" / "home" / "other"
    other.mkdir()
    (other / "page.html").write_text(PAGE, "utf-8")
    (other / "fixture.toml").write_text(
        FACTS.replace('{ css = "#it" }', "false"), "utf-8"
    )
    before = (pack / "home.toml").read_bytes()
    run = pick(*arguments(saved, pack, REGISTER))
    page = run.page(HOME)

    run.press(page, "#it")
    ended = run.end()

    assert 1 == ended.code
    assert "correct → wrong" in ended.out
    assert "Taken back" in ended.err
    assert before == (pack / "home.toml").read_bytes()
