"""The table of practice flows and scenarios, as written in a site's `flows.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import parse_qsl, urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

from companion.practice.hosts import PracticeHosts


class _Table(BaseModel):
    """A table of `flows.toml`: a misspelt key is an error, a read value stays."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Route(_Table):
    """One address, and the fixture that answers it or the address it leads on to.

    `behaviour` names files of the site's `behaviour/` folder: style sheets and
    ECMAScript modules, loaded in this order. A `frame` is served without the
    practice marks, which belong to the window and not to a part of its page.
    """

    url: str
    case: str = ""
    to: str = ""
    file: str = "page.html"
    behaviour: tuple[str, ...] = ()
    frame: bool = False

    @property
    def host(self) -> str:
        """The host on the real web, such as `member.1688.com`."""
        return urlsplit(self.url).netloc

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if bool(self.case) == bool(self.to):
            msg = f"{self.url}: name either a case or the address it leads to"
            raise ValueError(msg)
        return self

    def answers(self, host: str, path: str, query: str) -> bool:
        """Say whether this route answers a request; its own query must be there."""
        parts = urlsplit(self.url)
        wanted = set(parse_qsl(parts.query))
        return (host, path) == (parts.netloc, parts.path) and wanted <= set(
            parse_qsl(query)
        )


class Flow(_Table):
    """One way through registration, from its first page to its last.

    `account` is the kind that a demonstration of the flow opens.
    """

    title: str
    start: str
    routes: tuple[Route, ...]
    account: Literal["personal", "enterprise"] = "personal"

    def route_for(self, host: str, path: str, query: str) -> Route | None:
        """Return the first route that answers, in the order of the table."""
        for route in self.routes:
            if route.answers(host, path, query):
                return route
        return None

    def in_trouble(self, scenario: Scenario) -> Flow:
        """Return the flow with the scenario's own start and routes before its own."""
        return self.model_copy(
            update={
                "start": scenario.start or self.start,
                "routes": scenario.routes + self.routes,
            }
        )


class Answer(_Table):
    """What the site says at one step instead of letting the person go on.

    `says` is a key of `behaviour/messages.json`; `times` is how often it is said
    before the step works after all (absent: always).
    """

    says: str
    times: int | None = Field(default=None, ge=1)


class Loss(_Table):
    """A lost connection: from the first request of a path on, for some seconds."""

    at: str
    seconds: float = Field(gt=0)


class Ending(_Table):
    """An event that is the right end of a rehearsal no account can come of.

    It is met by the `times`-th event of this kind that has all fields of `where`.
    """

    event: str
    where: dict[str, Any] = Field(default_factory=dict)
    times: int = Field(default=1, ge=1)

    def is_met(self, events: Iterable[Mapping[str, Any]]) -> bool:
        """Say whether these events of the stream, oldest first, hold it."""
        found = sum(self._fits(event) for event in events)
        return found >= self.times

    def _fits(self, event: Mapping[str, Any]) -> bool:
        wanted = {"event": self.event, **self.where}
        return all(event.get(key) == value for key, value in wanted.items())


class Reaction(_Table):
    """What a person who follows the advice does about a notice: press a target."""

    notice: str
    press: str


class Scenario(_Table):
    """What goes wrong in a rehearsal: delays, answers by step, other pages.

    `speed` is how many times faster than real the clocks of a demonstration run;
    without `ends` the account can be had all the same. `sms_again`: a second message
    comes by itself so many seconds after the first. `reload`: a visitor whom a step
    has led nowhere loads the page anew, once, as the panel advises.
    """

    title: str
    flows: tuple[str, ...] = ()
    start: str = ""
    routes: tuple[Route, ...] = ()
    sms_delay: float | None = Field(default=None, ge=0)
    sms_again: float | None = Field(default=None, gt=0)
    loss: Loss | None = None
    speed: float = Field(default=1.0, gt=0)
    answers: dict[str, Answer] = Field(default_factory=dict)
    reload: bool = False
    ends: tuple[Ending, ...] = ()


class Sms(_Table):
    """The text message; delays are in seconds, `{code}` is the six digits."""

    text: str
    delay: float = Field(ge=0)
    resend_after: int = Field(ge=1)


class FlowTable(_Table):
    """All of `flows.toml`."""

    official: tuple[str, ...]
    sms: Sms
    flows: dict[str, Flow]
    scenarios: dict[str, Scenario] = Field(default_factory=dict)
    reactions: tuple[Reaction, ...] = ()

    def hosts(self, flow: Flow, port: int) -> PracticeHosts:
        """Return the practice twins of the official hosts and the flow's others."""
        official = PracticeHosts(self.official, port)
        foreign = {it.host for it in flow.routes if not official.covers(it.host)}
        return PracticeHosts(self.official, port, tuple(sorted(foreign)))

    def flow(self, name: str) -> Flow:
        """Return a flow, or raise LookupError with the names there are."""
        if name not in self.flows:
            msg = f"no practice flow {name!r}; there are: {', '.join(self.flows)}"
            raise LookupError(msg)
        return self.flows[name]

    def scenario(self, name: str | None, flow: str) -> Scenario:
        """Return a scenario that fits the flow; None is the day nothing goes wrong."""
        if name is None:
            return Scenario(title="")
        fitting = [
            key
            for key, it in self.scenarios.items()
            if not it.flows or flow in it.flows
        ]
        if name not in fitting:
            msg = f"no scenario {name!r} for {flow!r}; there are: {', '.join(fitting)}"
            raise LookupError(msg)
        return self.scenarios[name]


def load_flows(fixtures: Path) -> FlowTable:
    """Read `flows.toml` of one site's fixtures folder, such as `fixtures/1688`.

    Raises OSError when it can't be read, `tomllib.TOMLDecodeError` or
    `pydantic.ValidationError` when it is not what it should be.
    """
    text = (fixtures / "flows.toml").read_text(encoding="utf-8")
    return FlowTable.model_validate(tomllib.loads(text))
