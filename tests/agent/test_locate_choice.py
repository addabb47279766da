"""Half of a choice is known by its other half; a link by where it leads."""

from __future__ import annotations

import pytest

from .conftest import Looker, target

PERSON = target(
    "person",
    kind="tab",
    text=["个人账户注册", "*个人*"],
    forbidden=["信息"],
    vague=["*个人*"],
    vouched_by=["firm"],
)
FIRM = target(
    "firm", kind="tab", text=["*企业*"], vague=["*企业*"], vouched_by=["person"]
)
LINK = target(
    "link",
    kind="link",
    text=["免费注册"],
    forbidden=["协议"],
    leads=["*/member/join/*_join*"],
)
JOIN = "https://member.1688.com/member/join/common_join.htm"

CHOICES = {
    "tabs": """<ul><li role=tab id=a>个人采购</li>
      <li role=tab id=b>企业采购/供货</li></ul>""",
    "cards": """<div><div onclick=x() id=a><b>个人用户</b><p>自用或开小店</p></div>
      <div onclick=x() id=b><b>企业用户</b><p>有营业执照</p></div></div>""",
    "labels": """<p><label id=a><input type=radio name=t hidden>我是个人</label>
      <label id=b><input type=radio name=t hidden>我有企业执照</label></p>""",
    "a link beside what is open": """<ul><li id=a tabindex=0>个人会员</li>
      <li><a id=b href=x>企业会员</a></li></ul>""",
}


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES.keys())
def test_two_halves_side_by_side_are_a_choice(look: Looker, choice: str) -> None:
    """New words on both are the old choice, if each has its own word in them."""
    seen = look(f"<form>{choice}</form>", PERSON, FIRM)

    assert ("#a", "#b") == (seen["person"], seen["firm"])


NO_CHOICES = {
    "a menu": """<nav><a href=1>首页</a><a href=2>个人中心</a><a href=3>企业采购</a>
      <a href=4>客服</a></nav>""",
    "parts far apart": """<p><a href=1>个人中心</a></p><hr>
      <div><a href=2>企业采购</a></div>""",
    "sentences": """<p><a href=1>在填写之前请您先阅读我们的个人用户守则</a>
      <a href=2>在填写之前请您先阅读我们的企业用户守则</a></p>""",
    "one alone": "<p><a href=1>个人中心</a></p>",
}


@pytest.mark.parametrize("links", NO_CHOICES.values(), ids=NO_CHOICES.keys())
def test_words_of_every_menu_are_no_choice(look: Looker, links: str) -> None:
    """A person and a firm are spoken of everywhere."""
    seen = look(links, PERSON, FIRM)

    assert ("absent", "absent") == (seen["person"], seen["firm"])


def test_what_says_all_goes_before_half_a_word(look: Looker) -> None:
    """The pack's whole words need nothing beside them."""
    seen = look("<p><a id=it href=1>个人账户注册</a></p><a href=2>个人中心</a>", PERSON)

    assert "#it" == seen["person"]


def test_a_link_is_where_it_leads(look: Looker) -> None:
    """Whatever it says, behind it one signs up."""
    seen = look(f"<p>还没有账号? <a id=it href={JOIN}>新人开户</a></p>", LINK)

    assert "#it" == seen["link"]


@pytest.mark.parametrize(
    "link",
    [
        "<a href=https://member.1688.com/help.htm>新人开户</a>",
        f"<a href={JOIN}>会员协议</a>",
        f"<a href={JOIN}><img></a>",
        f"<a href={JOIN}>新人专享百元大礼包限时领取马上注册成为会员</a>",
    ],
    ids=["elsewhere", "forbidden", "without words", "an advert"],
)
def test_not_all_links_there_are_it(look: Looker, link: str) -> None:
    """What is forbidden stays so, and pictures and adverts say nothing for sure."""
    seen = look(f"<p>{link}</p>", LINK)

    assert "absent" == seen["link"]
