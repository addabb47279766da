"""Where guidance ends: foreign pages, lost pages, our own, and stepping aside."""

from __future__ import annotations

from collections.abc import Callable

from companion.browser.tabs import Tab
from companion.session.announcer import Announcer
from companion.session.aside import Reason
from companion.session.foreign import Asked
from companion.session.slider import SliderStages
from companion.session.view import FrameView, TabView

#: The id under which the stream tells of the bar over a foreign page.
FOREIGN = "site.foreign"

Tell = Callable[..., None]
Leave = Callable[[TabView, Reason], None]

_SLIDER = "slider"
_THRICE = "slider:thrice"
# The browser shows a page of its own where none could be loaded.
_LOST = "chrome-error:"


class Beyond:
    """What the session asks at its edges; without `leave` it never steps aside."""

    def __init__(
        self,
        announcer: Announcer,
        warning: Callable[[str, Asked], dict[str, str] | None] = lambda *_: None,
        say: Callable[..., None] = lambda *_, **__: None,
        owns: Callable[[str], bool] = lambda _: False,
        leave: Leave | None = None,
    ) -> None:
        """`owns`: whether an address is a page of our own, which nobody has to hear of.

        `leave` ends the session for now.
        """
        self._announce = announcer
        self._warning = warning
        self._say = say
        self.owns = owns
        #: Whether the session lasts for as long as this page of our own is open.
        self.stays: Callable[[str], bool] = lambda _: False
        self._leave = leave
        self._views: dict[Tab, TabView] = {}
        self._warned: set[Tab] = set()

    def is_window(self, url: str) -> bool:
        """Whether the session goes on for as long as this is open."""
        return self.stays(url) or not self.owns(url)

    def moved(self, tab: Tab) -> None:
        """A tab has another document; none, where the browser has put up its own."""
        if tab.url.startswith(_LOST):
            self.lost(tab, "page_unreachable")

    def lost(self, tab: Tab, reason: str) -> None:
        """Nothing can be drawn on what the browser shows now: the terminal tells."""
        self._announce.error(tab, reason)
        self._say(f"lost.{reason}")

    def closed(self, tab: Tab) -> None:
        """A tab is gone."""
        self._views.pop(tab, None)
        self._warned.discard(tab)

    def look(self, view: TabView, tell: Tell, slider: SliderStages) -> None:
        """Warn, or leave, as far as what is on screen asks for it."""
        self._views[view.tab] = view
        if view.top is not None:
            self._warn(view, view.top, tell)
        is_here = view.standing.official and _SLIDER in view.states
        if is_here and _THRICE in slider.signs:
            self.step_aside(view.tab, "slider_refused")

    def step_aside(self, tab: Tab, reason: Reason = "asked") -> None:
        """Leave the browser alone, if there is somewhere to guide from."""
        if self._leave is not None and tab in self._views:
            self._leave(self._views[tab], reason)

    def _warn(self, view: TabView, top: FrameView, tell: Tell) -> None:
        tab = view.tab
        asked = Asked(top.secret, top.named)
        # A form of the site in somebody else's frame is a form of somebody else's page.
        if any(frame.targets for frame in view.frames.values()):
            asked = Asked(secret=True, named=True)
        is_asked = not view.standing.official and not self.owns(tab.url)
        model = self._warning(tab.url, asked) if is_asked else None
        if model is not None and tab not in self._warned:
            self._warned.add(tab)
            sentence = f"{model['title']}. {model['text']}".replace("**", "")
            self._announce.notice(tab, FOREIGN, sentence)
        elif model is None and tab in self._warned:
            self._warned.discard(tab)
            self._announce.notice_gone(tab, FOREIGN)
        tell(top, "warning", warning=model)
