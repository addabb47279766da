"""The tree of advice: what it may hold, and that it can be walked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from companion.errors import PackInvalid, Problem
from companion.pack.help import holds
from companion.pack.load import load_pack
from companion.pack.site import Pack

TREE = """\
root = "stuck"

[[node]]
id = "stuck"
title = { vi = "Bạn vướng gì?", en = "What is it?" }
choices = ["slow"]

[[node]]
id = "slow"
ask = { vi = "Trang chậm", en = "It is slow" }
title = { vi = "Trang chậm", en = "It is slow" }
lines = [
  { when = ["state:form"], vi = "Đợi {waited}.", en = "Wait {waited}." },
]
"""

RULES = [
    ('["slow"]', '["slo"]', 6, "No choice can lead to `slo`"),
    ('["slow"]', '["stuck"]', 6, "it has no `ask`"),
    ('["slow"]', "[]", 9, "Nothing leads to `slow`"),
    ('"state:form"', '"state:frm"', 13, "There is no sign `state:frm`"),
    ('"state:form"', '"todo:form.nam"', 13, "There is no sign `todo:form.nam`"),
    ('"state:form"', '"code:late"', 13, "There is no sign `code:late`"),
    ("{waited}.", "{waiting}.", 13, "There is no key `waiting`"),
    ('"Wait {waited}."', f'"{"Wait " * 30}"', 13, "110 at most"),
    ('"Wait {waited}."', '"Press 重发."', 13, "“重发” needs its meaning"),
    ('id = "slow"', 'id = "stuck"', 9, "`stuck` is in help.toml already"),
    ("lines = [", "lins = [", 12, "Did you mean `lines`?"),
]

Load = Callable[[str], tuple[Problem, ...]]


@pytest.fixture
def load(folder: Path) -> Load:
    """Load the small pack with this tree, and get its problems, told in English."""

    def loaded(tree: str) -> tuple[Problem, ...]:
        (folder / "help.toml").write_text(tree, encoding="utf-8")
        try:
            load_pack(folder, lang="en")
        except PackInvalid as invalid:
            return invalid.problems
        return ()

    return loaded


def test_a_sound_tree_has_no_problem(load: Load) -> None:
    """The small one here."""
    assert () == load(TREE)


@pytest.mark.parametrize(("old", "new", "line", "told"), RULES)
def test_rule_finds_it(load: Load, old: str, new: str, line: int, told: str) -> None:
    """A tree that breaks a rule is told at the line that breaks it."""
    assert old in TREE

    problems = load(TREE.replace(old, new, 1))

    assert any(told in one.text and line == one.line for one in problems), problems


def test_a_pack_may_have_no_tree(folder: Path) -> None:
    """It gives no help then."""
    assert () == load_pack(folder).help.nodes


def test_signs_decide() -> None:
    """One that is asked for is enough, one that is ruled out is too much."""
    signs = frozenset({"a", "b"})

    assert holds((), (), signs)
    assert holds(("a", "c"), (), signs)
    assert not holds(("c",), (), signs)
    assert not holds(("a",), ("b",), signs)


def test_every_answer_of_the_pack_is_near(pack: Pack) -> None:
    """From the button of the stuck person, in at most three presses."""
    nodes = {node.id: node for node in pack.help.nodes}
    reached = {pack.help.root, *(n.id for n in pack.help.nodes if n.offered)}

    for _ in range(3):
        reached |= {choice for id_ in reached for choice in nodes[id_].choices}

    assert reached == nodes.keys()
