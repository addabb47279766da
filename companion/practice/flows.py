"""The table of practice flows and scenarios, as written in a site's `flows.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from pydantic import BaseModel, ConfigDict, Field


class _Table(BaseModel):
    """A table of `flows.toml`: a misspelt key is an error, a read value stays."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Route(_Table):
    """One official address and the fixture that answers it.

    `behaviour` names files of the site's `behaviour/` folder: style sheets and
    ECMAScript modules, loaded in this order. A `frame` is served without the
    practice marks, which belong to the window and not to a part of its page.
    """

    url: str
    case: str
    file: str = "page.html"
    behaviour: tuple[str, ...] = ()
    frame: bool = False

    @property
    def host(self) -> str:
        """The official host, such as `member.1688.com`."""
        return urlsplit(self.url).netloc

    def answers(self, host: str, path: str, query: str) -> bool:
        """Say whether this route answers a request; its own query must be there."""
        parts = urlsplit(self.url)
        wanted = set(parse_qsl(parts.query))
        return (host, path) == (parts.netloc, parts.path) and wanted <= set(
            parse_qsl(query)
        )


class Flow(_Table):
    """One way through registration, from its first page to its last."""

    title: str
    start: str
    routes: tuple[Route, ...]

    def route_for(self, host: str, path: str, query: str) -> Route | None:
        """Return the first route that answers, in the order of the table."""
        for route in self.routes:
            if route.answers(host, path, query):
                return route
        return None


class Answer(_Table):
    """What the site says at one step instead of letting the person go on.

    `says` is a key of `behaviour/messages.json`; `times` is how often it is said
    before the step works after all (absent: always).
    """

    says: str
    times: int | None = Field(default=None, ge=1)


class Scenario(_Table):
    """What goes wrong in a rehearsal: delays, and answers by step."""

    title: str
    flows: tuple[str, ...] = ()
    sms_delay: float | None = Field(default=None, ge=0)
    answers: dict[str, Answer] = Field(default_factory=dict)


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
