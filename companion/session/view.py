"""What the session knows of a tab: the last report of each frame, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field

from companion.browser.tabs import Frame, Report, Tab
from companion.pack.codes import UNTOUCHED, VERDICTS
from companion.pack.hosts import Standing

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Seen:
    """One target in one frame, `rect` and `scroll` in that frame's viewport."""

    target: str
    found: bool
    covered: bool
    status: str
    code: str
    rect: Box
    visible: bool
    scroll: Box | None
    clear: Box | None
    missing: tuple[str, ...] = ()
    counting: bool = False


@dataclass(frozen=True)
class Owner:
    """Where a child frame's content stands in its parent's viewport."""

    box: Box
    visible: bool
    scroll: Box | None
    covered: bool


@dataclass(eq=False)
class FrameView:
    """The last report of one frame's agent."""

    frame: Frame
    states: tuple[str, ...] = ()
    targets: dict[str, Seen] = field(default_factory=dict)
    wants: str | None = None
    labels: tuple[str, ...] = ()
    viewport: tuple[float, float] = (0.0, 0.0)
    translated: bool = False
    offline: bool = False
    #: Ids of the site's messages that are seen in it.
    notices: tuple[str, ...] = ()
    #: Of a foreign page: it asks for a password or a code; it bears the site's name.
    secret: bool = False
    named: bool = False
    owners: dict[str, Owner] = field(default_factory=dict)
    #: The frame above it that was asked to tell where it stands.
    adopted_by: FrameView | None = None
    told: dict[str, dict[str, object]] = field(default_factory=dict)

    def take(self, report: Report) -> None:
        """Replace what was known by a new `view` report."""
        self.states = tuple(report["states"])
        self.targets = {seen["target"]: _seen(seen) for seen in report["targets"]}
        self.wants = report["wants"]
        self.labels = tuple(report["labels"])
        width, height = report["viewport"]
        self.viewport = (width, height)
        self.translated = bool(report.get("translated", False))
        self.offline = bool(report.get("offline", False))

    def note(self, report: Report) -> None:
        """Take in a report that stands beside the view."""
        match report["kind"]:
            case "frame":
                self.take_owner(report)
            case "notices":
                self.take_notices(report)
            case "foreign":
                self.secret, self.named = bool(report["secret"]), bool(report["named"])

    def take_notices(self, report: Report) -> None:
        """Replace the messages that are seen, from a `notices` report."""
        self.notices = tuple(seen["notice"] for seen in report["seen"])

    def take_owner(self, report: Report) -> None:
        """Note where an adopted child frame stands, from a `frame` report."""
        self.owners[report["frame"]] = Owner(
            _box(report["box"]),
            report["visible"],
            _optional(report["scroll"]),
            report["covered"],
        )


@dataclass(eq=False)
class TabView:
    """One tab with everything shown in it."""

    tab: Tab
    standing: Standing
    frames: dict[str, FrameView] = field(default_factory=dict)
    states: tuple[str, ...] = ()
    unknown: bool = False
    hidden: bool = False

    @property
    def top(self) -> FrameView | None:
        """The view of the tab's own document, once its agent has spoken."""
        return self.frames.get(self.tab.target)


def _seen(report: Report) -> Seen:
    return Seen(
        target=report["target"],
        found=report["verdict"] == "found",
        covered=report["covered"],
        status=report["status"],
        # The list is closed on this side too: nothing else may ever be passed on.
        code=report["code"] if report["code"] in VERDICTS else UNTOUCHED,
        rect=_box(report["rect"]),
        visible=report["visible"],
        scroll=_optional(report["scroll"]),
        clear=_optional(report["clear"]),
        missing=tuple(report.get("missing", ())),
        counting=bool(report.get("counting", False)),
    )


def _box(value: list[float]) -> Box:
    x, y, width, height = value
    return (x, y, width, height)


def _optional(value: list[float] | None) -> Box | None:
    return None if value is None else _box(value)
