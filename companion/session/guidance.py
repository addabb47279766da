"""From a tab's reports to what is shown in it. Pure: no browser, no clock."""

from __future__ import annotations

from dataclasses import dataclass

from companion.session.knowledge import Knowledge, plain
from companion.session.view import Box, FrameView, Seen, TabView


@dataclass(frozen=True)
class Shown:
    """One target as the person sees it; boxes in the top viewport, in CSS pixels."""

    target: str
    next: bool
    hint: str
    rect: Box
    visible: bool
    scroll: Box | None
    frame: str | None

    def same_but_for_place(self, other: Shown) -> bool:
        """Whether only rectangles differ."""
        return self.words == other.words

    @property
    def words(self) -> tuple[object, ...]:
        """Everything that is not a place."""
        return (self.target, self.next, self.hint, self.visible, self.frame)


@dataclass(frozen=True)
class Framed:
    """The bubble that the top document draws for a target in a child frame."""

    frame: str
    rect: Box
    clear: Box | None
    words: str
    tone: str


def merged_states(view: TabView, known: Knowledge) -> tuple[str, ...]:
    """The states on screen over all frames, in the pack's order."""
    seen = {state for frame in view.frames.values() for state in frame.states}
    return tuple(
        state
        for state in known.states
        if state in seen and not known.unless[state] & seen
    )


def is_covered(view: TabView, frame: FrameView) -> bool:
    """Whether something of a parent lies over the frame, such as a dialog."""
    for below in _path(view, frame):
        parent = view.frames.get(below.frame.parent or "")
        owner = parent.owners.get(below.frame.id) if parent else None
        if owner is not None and owner.covered:
            return True
    return False


def leader(view: TabView, known: Knowledge) -> FrameView | None:
    """The frame that holds the next step: the earliest wanted target of the tab."""
    wanting = [
        frame
        for frame in view.frames.values()
        if frame.wants in known.rank and not is_covered(view, frame)
    ]
    return min(wanting, key=lambda frame: known.rank[frame.wants or ""], default=None)


def shown(view: TabView, lead: FrameView | None, known: Knowledge) -> dict[str, Shown]:
    """Every ring and label of the tab; empty while the person has hidden them."""
    if view.hidden or not view.standing.official:
        return {}
    marks: dict[str, Shown] = {}
    for frame in view.frames.values():
        if is_covered(view, frame):
            continue
        wanted = frame.wants if frame is lead else None
        for target in (*([wanted] if wanted else []), *frame.labels):
            mark = _shown(view, frame, frame.targets[target], target == wanted, known)
            if mark and (target not in marks or mark.next):
                marks[target] = mark
    return marks


def framed(view: TabView, lead: FrameView | None, known: Knowledge) -> Framed | None:
    """The bubble for the top document to draw, when the next target is below it."""
    if lead is None or lead.wants is None or lead is view.top:
        return None
    path = _path(view, lead)
    seen = lead.targets[lead.wants]
    if not path:
        return None
    outermost = path[-1]
    offset = _offset(view, lead, until=outermost)
    if offset is None:
        return None
    words = known.words[seen.target]
    return Framed(
        frame=outermost.frame.id,
        rect=_moved(seen.rect, offset),
        clear=_moved(seen.clear, offset) if seen.clear else None,
        words=words.at(seen.code),
        tone=words.tone(seen.code),
    )


def _shown(
    view: TabView, frame: FrameView, seen: Seen, is_next: bool, known: Knowledge
) -> Shown | None:
    offset = _offset(view, frame)
    if offset is None:
        return None
    rect = _moved(seen.rect, offset)
    visible, scroll = _sight(view, frame, seen, rect, offset)
    tag = known.tag(seen.target, seen.code, seen.missing)
    hint = plain(known.words[seen.target].at(seen.code) if is_next else tag)
    address = None if frame is view.top else _bare(frame.frame.url)
    return Shown(seen.target, is_next, hint, rect, visible, scroll, address)


def _sight(
    view: TabView,
    frame: FrameView,
    seen: Seen,
    rect: Box,
    offset: tuple[float, float],
) -> tuple[bool, Box | None]:
    """Whether its centre can be clicked in the top window; what to scroll if not."""
    if not seen.visible:
        return False, _moved(seen.scroll, offset) if seen.scroll else None
    top = view.top
    if top is None or frame is top:
        return True, None
    x, y = rect[0] + rect[2] / 2, rect[1] + rect[3] / 2
    width, height = top.viewport
    if 0 <= x <= width and 0 <= y <= height:
        return True, None
    return False, (0.0, 0.0, width, height)


def _path(view: TabView, frame: FrameView) -> list[FrameView]:
    """The frame and its parents up to, but without, the top document."""
    path: list[FrameView] = []
    current: FrameView | None = frame
    while current is not None and current is not view.top:
        path.append(current)
        current = view.frames.get(current.frame.parent or "")
    return path


def _offset(
    view: TabView, frame: FrameView, until: FrameView | None = None
) -> tuple[float, float] | None:
    """Where the frame starts in the viewport of the top (or `until`), if known."""
    x = y = 0.0
    current = frame
    while current is not view.top and current is not until:
        parent = view.frames.get(current.frame.parent or "")
        owner = parent.owners.get(current.frame.id) if parent else None
        if parent is None or owner is None:
            return None
        x, y = x + owner.box[0], y + owner.box[1]
        current = parent
    return x, y


def _moved(box: Box, offset: tuple[float, float]) -> Box:
    x, y, width, height = box
    return (round(x + offset[0], 1), round(y + offset[1], 1), width, height)


def _bare(url: str) -> str:
    return url.split("?", 1)[0].split("#", 1)[0]
