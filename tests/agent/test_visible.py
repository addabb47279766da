"""Only what a person can see, or scroll to, is located."""

from __future__ import annotations

import pytest

from .conftest import Looker, target

LINK = target("link", kind="link", text=["免费注册"])


@pytest.mark.parametrize(
    "hiding",
    [
        "display:none",
        "visibility:hidden",
        "opacity:0",
        "position:absolute;left:-9999px",
        "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)",
        "height:0;overflow:hidden",
        "clip-path:inset(50%)",
        "position:fixed;left:2000px;top:0",
        "transform:scale(0)",
        "opacity:.01",
    ],
)
def test_a_hidden_twin_is_not_the_answer(look: Looker, hiding: str) -> None:
    """Of a hidden and a visible match the visible one is located."""
    markup = f"""
    <div style="{hiding}"><a id=decoy href=/a>免费注册</a></div>
    <a id=true href=/b>免费注册</a>"""

    seen = look(markup, LINK)

    assert "#true" == seen["link"]


@pytest.mark.parametrize("mark", ["aria-hidden=true", "inert", "hidden"])
def test_a_muted_twin_is_not_the_answer(look: Looker, mark: str) -> None:
    """What is taken away from assistive technology is no target for a person."""
    markup = f"""
    <div {mark}><a id=decoy href=/a>免费注册</a></div>
    <a id=true href=/b>免费注册</a>"""

    seen = look(markup, LINK)

    assert "#true" == seen["link"]


def test_what_can_be_scrolled_to_counts(look: Looker) -> None:
    """A target below the fold of the page and of a scroller is there."""
    markup = """
    <div style="height:2000px"></div>
    <div style="height:100px;overflow:auto"><div style="height:900px"></div>
      <a id=true href=/b>免费注册</a></div>"""

    seen = look(markup, LINK)

    assert "#true" == seen["link"]


def test_a_transparent_box_over_a_drawn_one_is_the_box(look: Looker) -> None:
    """A native tick box made transparent lies where the drawn one is seen."""
    markup = """
    <label><span style="position:relative;display:inline-block;width:16px;height:16px">
      <i style="display:block;width:16px;height:16px;background:#ccc"></i>
      <input id=box type=checkbox style="opacity:0;position:absolute;left:0;top:0;
        width:16px;height:16px;margin:0"></span><span>我同意服务条款</span></label>"""

    seen = look(markup, target("agree", kind="checkbox", label=["我同意*条款"]))

    assert "#box" == seen["agree"]


def test_a_removed_box_gives_way_to_the_drawn_one(look: Looker) -> None:
    """Where the native box is not displayed, the drawn box is what a person sees."""
    markup = """
    <label><input type=checkbox style="display:none">
      <i id=drawn style="display:inline-block;width:16px;height:16px"></i>
      我同意<a href=/terms>服务条款</a></label>"""

    seen = look(markup, target("agree", kind="checkbox", label=["我同意*条款"]))

    assert "#drawn" == seen["agree"]


def test_a_dialog_covers_what_is_behind_it(look: Looker) -> None:
    """An element behind a mask is found, and known to be covered."""
    markup = """
    <input id=m placeholder=手机号码>
    <div style="position:fixed;inset:0;background:#0008"></div>"""

    seen = look(markup, target("phone", kind="text", placeholder=["手机号码"]))

    assert ("#m", True) == (seen["phone"], seen.targets["phone"].covered)


def test_a_modal_dialog_covers_the_muted_page(look: Looker) -> None:
    """A page muted because a dialog stands before it is still seen behind it."""
    markup = """
    <main aria-hidden=true><input id=m placeholder=手机号码></main>
    <div role=dialog style="position:fixed;inset:0;background:#fff8">
      <button id=ok>同意</button></div>"""

    phone = target("phone", kind="text", placeholder=["手机号码"])
    seen = look(markup, phone, target("ok", text=["同意"]))

    assert ("#m", True) == (seen["phone"], seen.targets["phone"].covered)
    assert ("#ok", False) == (seen["ok"], seen.targets["ok"].covered)


def test_a_mask_covers_what_is_out_of_sight(look: Looker) -> None:
    """A field below the fold cannot be hit, and a mask still covers it."""
    markup = """
    <div style="height:1500px"></div><input id=m placeholder=手机号码>
    <div style="position:fixed;inset:0;background:#0008"></div>"""

    seen = look(markup, target("phone", kind="text", placeholder=["手机号码"]))

    assert ("#m", True) == (seen["phone"], seen.targets["phone"].covered)


def test_a_floating_placeholder_covers_nothing(look: Looker) -> None:
    """Words drawn over their own field are a part of it."""
    markup = """
    <div style="position:relative;width:300px;height:40px">
      <input id=m style="width:300px;height:40px;box-sizing:border-box">
      <span style="position:absolute;left:60px;top:10px;width:180px">手机号码</span>
    </div>"""

    seen = look(markup, target("phone", kind="text", placeholder=["手机号码"]))

    assert ("#m", False) == (seen["phone"], seen.targets["phone"].covered)


def test_our_own_drawings_cover_nothing(look: Looker) -> None:
    """What the companion itself draws does not count as covering."""
    markup = """
    <x-kqzwvt style="position:fixed;inset:0"></x-kqzwvt>
    <input id=m placeholder=手机号码>"""

    seen = look(markup, target("phone", kind="text", placeholder=["手机号码"]))

    assert not seen.targets["phone"].covered
