"""Which of the site's messages count now, and what the panel says of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from companion.browser.tabs import Frame, Tab
from companion.pack.hosts import Standing
from companion.pack.notices import Notice
from companion.pack.site import Pack
from companion.session.notices import STAYS_S, Notices
from companion.session.view import FrameView, Seen, TabView

OFFICIAL = Standing(official=True, practice=False, canonical_host="member.1688.com")
FOREIGN = Standing(official=False, practice=False, canonical_host="")
PHONE = Seen("form.phone", True, False, "done", "ok", (0, 0, 1, 1), True, None, None)


@dataclass
class Clock:
    """A clock that a test sets."""

    seconds: float = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.seconds


@pytest.fixture(scope="session")
def texts(pack: Pack) -> tuple[Notice, ...]:
    """The notices of 1688."""
    return pack.notices


@pytest.fixture
def clock() -> Clock:
    """The time at which the session looks."""
    return Clock()


@pytest.fixture
def notices(texts: tuple[Notice, ...], clock: Clock) -> Notices:
    """A session's notices, in Vietnamese."""
    return Notices(texts, "vi", now=clock)


@pytest.fixture
def view() -> TabView:
    """A tab that shows a form with a good phone number."""
    tab = Tab("p1", "T", "S", "https://member.1688.com/")
    view = TabView(tab, OFFICIAL, states=("personal_form",))
    view.frames["T"] = FrameView(Frame("T", "S", None), targets={PHONE.target: PHONE})
    return view


def show(view: TabView, *notices: str) -> TabView:
    """Let the tab's document show these messages."""
    view.frames["T"].notices = notices
    return view


def test_a_message_is_told_once(notices: Notices, view: TabView) -> None:
    """While it stands it comes once, and it goes once."""
    looks = [
        notices.look(show(view, *shown))
        for shown in (["phone.taken"], ["phone.taken"], [])
    ]

    assert [
        (("phone.taken",), ()),
        ((), ()),
        ((), ("phone.taken",)),
    ] == looks


def test_the_panel_says_what_why_and_what_next(notices: Notices, view: TabView) -> None:
    """A number with an account leads to logging in, and warns of a stranger's."""
    notices.look(show(view, "phone.taken"))

    panel = notices.panel(view.tab)

    assert panel is not None
    assert "Số này đã có tài khoản." == panel.title
    assert "立即登录" in panel.lines[-1]
    assert "người khác" in panel.lines[-1]


def test_the_gravest_message_leads(notices: Notices, view: TabView) -> None:
    """What stops the person comes before what can be mended, and that before news."""
    notices.look(show(view, "code.sent", "code.wrong", "code.too_often"))

    panel = notices.panel(view.tab)

    assert panel is not None
    assert notices["code.too_often"].meaning == panel.title


def test_good_news_needs_no_panel(notices: Notices, view: TabView) -> None:
    """A passed slider is no reason to talk."""
    notices.look(show(view, "slider.passed"))

    assert notices.panel(view.tab) is None


def test_a_toast_stays_in_the_panel(
    notices: Notices, view: TabView, clock: Clock
) -> None:
    """A message that is gone before it is read stays for a while, and no longer."""
    notices.look(show(view, "phone.taken"))
    notices.look(show(view))
    clock.seconds = STAYS_S - 1
    notices.look(view)
    before = notices.now(view.tab)

    clock.seconds = STAYS_S
    notices.look(view)

    assert {"phone.taken"} == before
    assert frozenset() == notices.now(view.tab)


def test_a_changed_field_ends_its_message(notices: Notices, view: TabView) -> None:
    """Once the number is another one, what was said of the old one is over."""
    notices.look(show(view, "phone.taken"))
    notices.look(show(view))

    changed = replace(PHONE, status="todo", code="phone.too_short")
    view.frames["T"].targets[PHONE.target] = changed
    notices.look(view)

    assert frozenset() == notices.now(view.tab)


def test_a_changed_page_ends_its_messages(notices: Notices, view: TabView) -> None:
    """In another state the site has gone on."""
    notices.look(show(view, "system.busy"))
    notices.look(show(view))

    view.states = ("personal_form", "otp")
    notices.look(view)

    assert frozenset() == notices.now(view.tab)


def test_a_newer_message_about_the_same_replaces_it(
    notices: Notices, view: TabView
) -> None:
    """The last word about a field counts."""
    notices.look(show(view, "code.wrong"))

    notices.look(show(view, "code.expired"))

    assert {"code.expired"} == notices.now(view.tab)


def test_a_foreign_page_says_nothing(notices: Notices, view: TabView) -> None:
    """What a page that is not the site's says is not explained as the site's."""
    view.standing = FOREIGN

    assert ((), ()) == notices.look(show(view, "phone.taken"))


def test_an_unknown_id_is_dropped(notices: Notices, view: TabView) -> None:
    """The list is closed on this side too."""
    assert ((), ()) == notices.look(show(view, "0912345678"))


def test_an_alert_is_explained_and_stays_until_it_is_answered(
    notices: Notices, view: TabView
) -> None:
    """What `alert()` says counts as seen while its box is open."""
    said = notices.dialog_opened(view.tab, "您的手机号码已经被使用，请更换！")
    opened = notices.look(view)

    notices.dialog_closed(view.tab)

    assert said is not None
    assert "phone.taken" == said.id
    assert (("phone.taken",), ()) == opened
    assert ((), ("phone.taken",)) == notices.look(view)


def test_an_unknown_alert_is_none(notices: Notices, view: TabView) -> None:
    """What is not known is not guessed."""
    assert notices.dialog_opened(view.tab, "今天天气很好") is None
