"""What an agent finds out about a page that is not the site's."""

from __future__ import annotations

import pytest

from companion.data import selectors_dir
from companion.pack.load import load_pack
from tests.agent.conftest import Looker

FOREIGN = load_pack(selectors_dir() / "1688").site.foreign.model_dump(mode="json")

SECRETS = {
    "password": "<input type=password>",
    "code": '<input autocomplete="section-a one-time-code">',
    "placeholder": '<input placeholder="Nhập mã OTP">',
    "label": "<label>验证码 <input></label>",
    "name": '<input name="otp">',
    "frame": '<iframe srcdoc="<input type=password>"></iframe>',
}
ORDINARY = {
    "search": '<input type=search placeholder="Tìm 1688">',
    "hidden": '<input type=password style="display:none">',
    "transparent": '<input type=password style="opacity:0">',
    "field": "<label>Tên <input></label>",
    "words": "<p>1688 验证码</p>",
}


def facts(look: Looker, markup: str) -> dict[str, bool]:
    """The two facts of a page."""
    look.show(markup)
    look.page.wait_for_load_state()
    found: dict[str, bool] = look.page.evaluate(
        "(foreign) => CompanionAgent.factsOf(document, foreign)", FOREIGN
    )
    return found


@pytest.mark.parametrize("markup", SECRETS.values(), ids=SECRETS)
def test_a_field_for_a_secret_is_seen(look: Looker, markup: str) -> None:
    """By its type, its purpose or its words, in frames of the same origin too."""
    assert {"secret": True, "named": False} == facts(look, markup)


@pytest.mark.parametrize("markup", ORDINARY.values(), ids=ORDINARY)
def test_other_pages_are_nobodys_business(look: Looker, markup: str) -> None:
    """What can't be seen asks for nothing; then the name is not even looked for."""
    assert {"secret": False, "named": False} == facts(look, markup)


@pytest.mark.parametrize(
    "name", ["<title>Đăng nhập 1688</title>", "<p>阿里巴巴", "<img alt='TaoBao'>"]
)
def test_a_page_that_bears_the_name(look: Looker, name: str) -> None:
    """In its title, its text, or a picture's words."""
    page = f"{name}<input type=password value=secret>"

    assert {"secret": True, "named": True} == facts(look, page)


def test_what_is_typed_is_not_read(look: Looker) -> None:
    """Neither a value nor a default one makes a field a secret or a page the site."""
    page = "<input value='mã otp 1688'><input type=password value=1688>"

    assert {"secret": True, "named": False} == facts(look, page)
