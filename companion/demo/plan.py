"""What a demonstration is about: the kind of account, the pace, the right end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from companion.practice.flows import Ending, Reaction, Scenario, load_flows


@dataclass(frozen=True)
class Plan:
    """Read from a site's `flows.toml`; without `ends` an account must come of it."""

    account: str = "personal"
    speed: float = 1.0
    reactions: tuple[Reaction, ...] = ()
    ends: tuple[Ending, ...] = ()
    reload: bool = False

    @classmethod
    def of(cls, fixtures: Path, flow: str, scenario: str | None) -> Plan:
        """Read the plan; names that are not there get an empty one.

        `companion start`, which is about to be started with them, says what is wrong.
        """
        table = load_flows(fixtures)
        try:
            trouble: Scenario = table.scenario(scenario, flow)
            account = table.flow(flow).account
        except LookupError:
            return cls()
        return cls(
            account, trouble.speed, table.reactions, trouble.ends, trouble.reload
        )

    def environ(self) -> dict[str, str]:
        """What the program that serves the practice site has to know."""
        return {"COMPANION_PRACTICE_SPEED": str(self.speed)}
