"""The brief is what the agent's contract says, no more and no less."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import companion
from companion.pack.brief import compile_brief
from companion.pack.codes import CHECKS, VERDICTS
from companion.pack.site import Pack

AGENT = Path(companion.__file__).parent / "agent" / "src"


@pytest.fixture(scope="module")
def contract() -> dict[str, set[str]]:
    """Interface name -> its fields, as brief.ts declares them."""
    source = (AGENT / "brief.ts").read_text(encoding="utf-8")
    interfaces = re.findall(r"interface (\w+) \{\n(.*?)\n\}", source, re.DOTALL)
    return {
        name: set(re.findall(r"^  readonly (\w+)\??:", body, re.MULTILINE))
        for name, body in interfaces
    }


@pytest.fixture
def brief(pack: Pack) -> dict[str, Any]:
    """The pack of 1688 for a Vietnamese buyer."""
    return compile_brief(pack, tag="x-companion", lang="vi", account="personal")


def test_brief_survives_json(brief: dict[str, Any]) -> None:
    """The brief is plain JSON: what the agent gets is what Python compiled."""
    assert brief == json.loads(json.dumps(brief))


def test_brief_has_the_fields_of_the_contract(
    brief: dict[str, Any], contract: dict[str, set[str]]
) -> None:
    """Every table has exactly the fields that brief.ts declares for it."""
    pages = brief["pages"]

    assert contract["Brief"] == set(brief)
    for page in pages:
        assert contract["PageBrief"] == set(page)
        for kind, name in (
            ("containers", "ContainerBrief"),
            ("targets", "TargetBrief"),
            ("states", "StateBrief"),
        ):
            for table in page[kind]:
                assert contract[name] == set(table)
        for target in page["targets"]:
            assert contract["WordsBrief"] == set(target["words"])


def test_kinds_and_rules_are_those_of_the_contract(brief: dict[str, Any]) -> None:
    """Kinds and rules of done are words that brief.ts knows."""
    known = re.findall(r"'(\w+)'", (AGENT / "brief.ts").read_text(encoding="utf-8"))
    targets = [target for page in brief["pages"] for target in page["targets"]]

    assert {target["kind"] for target in targets} <= set(known)
    rules = {target["done"]["rule"] for target in targets if target["done"]}
    assert rules <= set(known)


def test_brief_speaks_one_language(pack: Pack) -> None:
    """The words of the other language stay behind."""
    english = compile_brief(pack, tag="x-companion", lang="en", account="enterprise")

    phone = next(
        target
        for page in english["pages"]
        for target in page["targets"]
        if target["id"] == "form.phone"
    )
    assert "Phone number" == phone["words"]["label"]
    assert "enterprise" == english["account"]


def test_checks_are_those_of_the_agent() -> None:
    """Checks and codes are the ones that the agent's rules can give."""
    files = sorted((AGENT / "check").glob("*.ts"))
    sources = "".join(file.read_text(encoding="utf-8") for file in files)
    rules = (AGENT / "check" / "rules.ts").read_text(encoding="utf-8")
    table = rules[rules.index("RULES") :]
    names = re.findall(r"(\w+)", table[table.index("{") : table.index("}")])

    assert set(CHECKS) == set(names)
    assert VERDICTS - {"", "ok"} == set(re.findall(r"'(\w+\.\w+)'", sources))
