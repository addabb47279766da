"""Which words and names are fit to be anchors."""

from __future__ import annotations

import pytest

from companion.pick.anchors import anchors_of, is_given, new_to, normal
from companion.pick.picked import Picked


def picked(**told: object) -> Picked:
    """A picked button with some words and keys."""
    words = {
        name: told.get(name, ()) for name in ("text", "label", "placeholder", "aria")
    }
    keys = told.get("keys", {})
    whole = {"words": words, "keys": keys, "kind_of": "button", "known": None}
    place = {"states": (), "css": "#it", "host": "www.1688.com", "path": "/"}
    return Picked.of(whole | place)


@pytest.mark.parametrize("name", ["mobile", "J_Nick", "rePassword", "password2", "pwd"])
def test_names_people_gave_are_kept(name: str) -> None:
    """A name made of words is an anchor."""
    assert is_given(name)


@pytest.mark.parametrize(
    "name", ["css-1a2b3c", "_9f8s", "login__3xYz1", "row-5fe2", "12345", "it", ":r1:"]
)
def test_names_a_bundler_made_are_refused(name: str) -> None:
    """Hashed and numbered names change with every release."""
    assert not is_given(name)


def test_countdown_becomes_a_pattern() -> None:
    """Seconds that run down stand for any number."""
    words = anchors_of(picked(text=("59秒后重新获取",))).words

    assert ("*秒后重新获取",) == words["text"]


@pytest.mark.parametrize("said", ["13812345678", "lan@example.org", "+86", "60"])
def test_what_is_somebodys_own_is_no_anchor(said: str) -> None:
    """Numbers and addresses are never taken into a pack."""
    assert {} == anchors_of(picked(text=(said,))).words


def test_address_of_a_link_is_its_path() -> None:
    """Host and query, which may hold a session, are left out."""
    href = "https://member.1688.com/member/join/common_join.htm?token=abc"

    keys = anchors_of(picked(keys={"href": href, "type": "text"})).keys

    assert {"href": ("*/member/join/common_join.htm*",)} == keys


def test_new_target_takes_all() -> None:
    """A target that the pack doesn't know gets every anchor there is."""
    anchors = anchors_of(picked(text=("注册",), keys={"id": "submitButton"}))

    assert anchors == new_to(None, anchors)


def test_spellings_are_one_word() -> None:
    """Case, width, punctuation and the usual variants make no difference."""
    assert normal("您的帐号：ＡＢＣ") == normal("你的账号abc")
