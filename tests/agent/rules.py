"""The checks of the agent, asked about whole tables of values at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from playwright.sync_api import Page

_ANSWERS = """([rule, values, others, args]) => values.map((value) => {
  const field = { value, other: (id) => others[id] ?? null };
  return CompanionAgent.RULES[rule](field, args);
})"""

Verdict = dict[str, Any]


class Rules:
    """Rules by name, in a page that holds the bundle."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def verdicts(
        self,
        rule: str,
        values: Iterable[str],
        others: Mapping[str, str] | None = None,
        args: Mapping[str, str] | None = None,
    ) -> list[Verdict]:
        """What the rule makes of each value; `others` are the form's other fields."""
        asked = [rule, list(values), dict(others or {}), dict(args or {})]
        answers: list[Verdict] = self._page.evaluate(_ANSWERS, asked)
        return answers

    def codes(
        self,
        rule: str,
        values: Sequence[str],
        others: Mapping[str, str] | None = None,
        args: Mapping[str, str] | None = None,
    ) -> dict[str, str]:
        """Value -> verdict code."""
        answers = self.verdicts(rule, values, others, args)
        return {
            value: answer["code"] for value, answer in zip(values, answers, strict=True)
        }

    def corrections(self, rule: str, values: Sequence[str]) -> dict[str, str | None]:
        """Value -> the form to type instead."""
        answers = self.verdicts(rule, values)
        return {
            value: answer.get("correction")
            for value, answer in zip(values, answers, strict=True)
        }

    def listed(self, name: str) -> set[str]:
        """A list of codes that the bundle exports."""
        codes: list[str] = self._page.evaluate(
            "(name) => [...CompanionAgent[name]]", name
        )
        return set(codes)


def table(**groups: str | Sequence[str]) -> dict[str, str]:
    """Value -> code, from values grouped by code (`__` for the dot)."""
    return {
        value: code.replace("__", ".")
        for code, values in groups.items()
        for value in (values.split() if isinstance(values, str) else values)
    }
