"""What the panel advises beside the next step."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import replace
from typing import Any

import pytest

from companion.browser.tabs import Tab
from companion.pack.codes import OK
from companion.pack.hosts import FOREIGN
from companion.pack.site import Pack
from companion.session.advice import Adviser
from companion.session.knowledge import Knowledge
from companion.session.tree import Tree
from companion.session.view import TabView
from tests.session.conftest import report, seen
from tests.session.test_clock import Time

Build = Callable[..., TabView]


@pytest.fixture
def time() -> Time:
    """Now."""
    return Time()


@pytest.fixture
def known(known: Knowledge) -> Knowledge:
    """A journey whose first pages have names as on the site."""
    first = replace(known.milestones[0], states=frozenset({"home", "login"}))
    return replace(known, milestones=(first, *known.milestones[1:]))


@pytest.fixture
def adviser(pack: Pack, known: Knowledge, time: Time) -> Adviser:
    """An adviser with the pack's own tree, for a person who buys."""
    return Adviser(Tree(pack.help, "en"), known, "personal", time)


@pytest.fixture
def screen(tab: Build) -> Callable[..., TabView]:
    """One tab, always the same, with these states and targets."""
    one = tab(report())

    def show(states: tuple[str, ...], *targets: dict[str, Any]) -> TabView:
        view = TabView(one.tab, one.standing)
        view.frames |= tab(report(*targets)).frames
        view.states = states
        return view

    return show


def choices(
    adviser: Adviser, view: TabView, notices: Set[str] = frozenset()
) -> list[str]:
    """The ids of what the panel offers."""
    help_ = adviser.look(view, notices).help or {"choices": []}
    offered: Any = help_["choices"]
    return [one["id"] for one in offered]


def title(adviser: Adviser, view: TabView) -> object:
    """What is written over the advice."""
    help_ = adviser.look(view).help
    return help_ and help_["title"]


def test_an_ordinary_form_is_left_alone(adviser: Adviser, screen: Build) -> None:
    """Nothing is offered where nothing is the matter."""
    advice = adviser.look(screen(("personal_form",)))

    assert (None, None, None) == (advice.banner, advice.waited, advice.help)


def test_the_stuck_person_sees_what_fits_first(adviser: Adviser, screen: Build) -> None:
    """At the code, the code's trouble stands before the others."""
    view = screen(("personal_form", "otp"))
    adviser.look(view)

    adviser.press_stuck(view.tab)

    offered = choices(adviser, view)
    assert "no_code" in offered[:2]
    assert "offline" in offered


def test_the_button_closes_what_it_has_opened(adviser: Adviser, screen: Build) -> None:
    """From whatever depth."""
    view = screen(("personal_form",))
    adviser.press_stuck(view.tab)
    adviser.look(view)
    adviser.choose(view.tab, "number_taken")

    adviser.press_stuck(view.tab)

    assert adviser.look(view).help is None


def test_who_goes_on_needs_no_closing(adviser: Adviser, screen: Build) -> None:
    """Advice for the form makes room when the code is asked for."""
    form = screen(("personal_form",))
    adviser.look(form)
    adviser.press_stuck(form.tab)
    adviser.look(form)

    advice = adviser.look(screen(("personal_form", "otp")))

    assert advice.help is not None
    assert not advice.help["back"]
    assert "" == advice.help["title"]


def test_what_joins_the_form_closes_nothing(adviser: Adviser, screen: Build) -> None:
    """A slider that loads beside the fields takes no advice from a reader."""
    phone = seen("form.phone_input")
    form = screen(("personal_form",), phone)
    adviser.look(form)
    adviser.press_stuck(form.tab)
    read = title(adviser, form)

    joined = screen(("personal_form", "slider"), phone)

    assert read == title(adviser, joined)


def test_what_covers_the_form_closes_the_advice_for_it(
    adviser: Adviser, screen: Build
) -> None:
    """The fields are there still, but under a dialog nobody can act on them."""
    form = screen(("personal_form",), seen("form.phone_input"))
    adviser.look(form)
    adviser.press_stuck(form.tab)
    read = title(adviser, form)

    covered = screen(("personal_form", "otp"), seen("form.phone_input", covered=True))

    assert title(adviser, covered) not in {read, None}


def test_one_goes_on_and_back(adviser: Adviser, screen: Build) -> None:
    """A choice opens its node; back leads to where it was made."""
    view = screen(("personal_form",))
    adviser.press_stuck(view.tab)
    root = title(adviser, view)
    adviser.choose(view.tab, "number_taken")
    assert root != title(adviser, view)

    adviser.choose(view.tab, "back")

    assert root == title(adviser, view)


def test_what_is_aimed_at_keeps_its_place(adviser: Adviser, screen: Build) -> None:
    """The number turns out to be taken while one reads: the list stays as it is."""
    form = screen(("personal_form",))
    adviser.press_stuck(form.tab)
    read = choices(adviser, form)
    taken = {"phone.taken"}

    offered = choices(adviser, form, taken)

    assert read == offered[: len(read)]
    adviser.press_stuck(form.tab)
    adviser.look(form, taken)
    adviser.press_stuck(form.tab)
    assert "number_taken" == choices(adviser, form, taken)[0] != read[0]


@pytest.mark.parametrize("choice", ["registered", "back", "nothing", ""])
def test_only_what_was_offered_counts(
    adviser: Adviser, screen: Build, choice: str
) -> None:
    """Whatever a page may get an agent to say."""
    view = screen(("personal_form",))
    adviser.press_stuck(view.tab)
    before = title(adviser, view)

    adviser.choose(view.tab, choice)

    assert before == title(adviser, view)


def test_a_choice_with_an_action_is_carried_out(
    adviser: Adviser, screen: Build
) -> None:
    """The network is tried for the tab that asks."""
    asked: list[Tab] = []
    adviser.handlers["probe"] = asked.append
    view = screen(("personal_form",))
    adviser.press_stuck(view.tab)
    adviser.look(view)
    adviser.choose(view.tab, "page_blank")
    adviser.look(view)

    adviser.choose(view.tab, "probe")

    assert [view.tab] == asked
    adviser.probed(view.tab, "probe:offline")
    lines: Any = (adviser.look(view).help or {})["lines"]
    assert "There is no network" in lines[0]


def test_the_other_form_has_its_banner(adviser: Adviser, screen: Build) -> None:
    """Row 21: until the right one is on screen."""
    field = seen("form.company_name")

    assert "enterprise_form" == adviser.look(screen(("enterprise_form",), field)).banner
    assert adviser.look(screen(("personal_form",), field)).banner is None


def test_what_lies_over_the_other_form_comes_first(
    adviser: Adviser, screen: Build
) -> None:
    """The agreement has to be answered before the form can be left."""
    field = seen("form.company_name", covered=True)

    view = screen(("enterprise_form", "agreement"), field)

    assert adviser.look(view).banner is None


def test_who_chose_the_enterprise_form_is_told_nothing_of_the_kind(
    pack: Pack, known: Knowledge, screen: Build
) -> None:
    """They are where they want to be, with what the form needs explained."""
    adviser = Adviser(Tree(pack.help, "en"), known, "enterprise")
    view = screen(("enterprise_form",))

    advice = adviser.look(view)

    assert advice.banner is None
    assert ["company"] == choices(adviser, view)


def test_a_lost_connection_is_told(adviser: Adviser, screen: Build) -> None:
    """Before everything else: reloading now would lose what was typed."""
    view = screen(("personal_form",))
    assert view.top is not None
    view.top.offline = True

    assert "offline" == adviser.look(view).banner


def test_a_translated_page_is_told(adviser: Adviser, screen: Build) -> None:
    """With the way back to the original."""
    view = screen(("personal_form",))
    assert view.top is not None
    view.top.translated = True

    assert "translated" == adviser.look(view).banner


def test_what_is_missing_is_named(adviser: Adviser, screen: Build) -> None:
    """A grey button is explained by the fields that are still to do."""
    view = screen(("personal_form",), seen("code", missing=["name"]))
    adviser.press_stuck(view.tab)
    adviser.look(view)

    adviser.choose(view.tab, "button_dead")

    lines: Any = (adviser.look(view).help or {})["lines"]
    assert "Still missing: **name label**." == lines[0]


def test_the_clock_goes_while_the_code_is_asked_for(
    adviser: Adviser, screen: Build, time: Time
) -> None:
    """It is gone with the code's field, and no other tab shows it."""
    adviser.look(screen(("otp",), seen("otp.send_button", counting=True)))
    time.seconds += 102

    view = screen(("otp",), seen("otp.send_button", counting=True))

    assert "1:42" == adviser.look(view).waited
    assert adviser.is_waiting(view)
    assert adviser.look(screen(("personal_form",))).waited is None


def test_beside_the_code_safety_always_stands(adviser: Adviser, screen: Build) -> None:
    """Whether a code was asked for or not."""
    lines: Any = (adviser.look(screen(("otp",))).help or {})["lines"]

    assert "Read the code to nobody" in lines[-1]


def test_three_refusals_offer_another_way(adviser: Adviser, screen: Build) -> None:
    """Stepping aside, where the session can; else a time to wait."""
    for _ in range(3):
        adviser.look(screen(("slider",), seen("captcha.slider_handle")))
        refused = screen(("slider",), seen("captcha.retry"))
        adviser.look(refused)

    assert "step_aside" not in choices(adviser, refused)
    asked: list[Tab] = []
    adviser.handlers["step_aside"] = asked.append
    assert "step_aside" in choices(adviser, refused)


def test_another_tab_refuses_nothing(
    adviser: Adviser, screen: Build, tab: Build
) -> None:
    """A refusal counts once, whatever is looked at meanwhile."""
    refused = screen(("slider",), seen("captcha.retry"))
    other = tab(report())

    for view in (refused, other, refused, other):
        adviser.look(view)

    assert 1 == adviser.slider.refusals


def test_a_page_after_the_code_that_says_nothing_is_asked_about(
    adviser: Adviser, screen: Build, time: Time
) -> None:
    """Disappearance is no success: the person is asked what the page said."""
    done = seen("otp.code_input", status="done", code=OK)
    adviser.look(screen(("personal_form", "otp"), done))
    home = screen(("home",))
    adviser.look(home)
    assert adviser.is_waiting(home)
    time.seconds += 4

    assert ["registered", "not_registered"] == choices(adviser, home)


@pytest.mark.parametrize("after", ["success", "personal_form", "slider"])
def test_nothing_is_asked_where_the_answer_is_on_screen(
    adviser: Adviser, screen: Build, time: Time, after: str
) -> None:
    """The account is there, or the form has come back."""
    done = seen("otp.code_input", status="done", code=OK)
    adviser.look(screen(("otp",), done))
    adviser.look(screen((after,)))
    time.seconds += 4

    assert "registered" not in choices(adviser, screen((after,)))


def test_who_signed_up_here_is_congratulated(adviser: Adviser, screen: Build) -> None:
    """The form was seen before the account was."""
    adviser.look(screen(("form",)))

    assert not adviser.look(screen(("success",))).already


def test_who_was_logged_in_before_has_not_signed_up(
    adviser: Adviser, screen: Build
) -> None:
    """The home page greets somebody by name, and nobody has filled in a form."""
    adviser.look(screen(("home",)))

    assert adviser.look(screen(("success",))).already


def test_elsewhere_only_safety_is_advised(adviser: Adviser, screen: Build) -> None:
    """On a page that is not the site's nothing of the site is offered."""
    view = screen(())
    view.standing = FOREIGN

    adviser.look(view)
    adviser.press_stuck(view.tab)

    offered = choices(adviser, view)
    assert "wrong_page" == offered[0]
    assert "here" not in offered
    assert "number_taken" not in offered
