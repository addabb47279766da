"""The plan of the guide against the pack and the fixtures."""

from __future__ import annotations

import pytest

from companion.check.fixture import all_cases
from companion.data import fixtures_dir
from companion.guide.content import advice, glossary, targets_of
from companion.guide.plan import PlanFile
from companion.pack.models import Account
from companion.pack.site import Pack

ACCOUNTS: tuple[Account, ...] = ("personal", "enterprise")


@pytest.mark.parametrize("account", ACCOUNTS)
def test_every_required_step_has_its_place(
    pack: Pack, plan: PlanFile, account: Account
) -> None:
    """Rows 48, 56, 68: no step that an account needs is left out of its guide."""
    needed = {
        name
        for name in pack.order
        if pack.targets[name].required
        and pack.targets[name].account in (None, account)
        and not name.startswith("login.")
    }

    shown = {
        target for way in plan.ways_of(account) for _, target in targets_of(pack, way)
    }

    assert set() == needed - shown


def test_steps_on_one_page_go_in_the_order_of_the_journey(
    pack: Pack, plan: PlanFile
) -> None:
    """On one screen the guide follows journey.toml, however the plan lists them."""
    for way in plan.ways:
        ranks: dict[int, list[int]] = {}
        for number, target in targets_of(pack, way):
            ranks.setdefault(number, []).append(pack.order.index(target))

        assert all(sorted(own) == own for own in ranks.values())


def test_the_plan_names_what_exists(pack: Pack, plan: PlanFile) -> None:
    """Fixtures, nodes of advice and groups of words are all there."""
    cases = set(all_cases(fixtures_dir() / pack.id))
    nodes = {node.id for node in pack.help.nodes}
    groups = {group.id for group in pack.glossary.groups}

    used = {screen.case for way in plan.ways for screen in way.screens}

    assert set() == used - cases
    assert set() == {topic.node for topic in plan.topics} - nodes
    assert set() == set(plan.glossary) - groups


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_advice_on_paper_is_whole(pack: Pack, plan: PlanFile, lang: str) -> None:
    """Each topic has words, none of them with a gap.

    Rows 69, 70, 71, 72, 73, 102, 103, 104, 105, 106.
    """
    told = [
        one
        for part in ("trouble", "safety", "after")
        for one in advice(pack, plan, part, lang)
    ]

    assert all(one.title and one.lines for one in told)
    assert not any("{" in line for one in told for line in one.lines)


def test_words_to_look_for_have_a_meaning(pack: Pack, plan: PlanFile) -> None:
    """Rows 18, 50: the Chinese words on the way, with what they mean."""
    known = dict(pair for group in glossary(pack, plan, "vi") for pair in group)

    assert "免费注册" in known
    assert "个人账户注册" in known
    assert all(known.values())
