"""What is true of a tab now, as the signs that advice goes by (companion/pack/help.py).

Pure: no clock; the session's memory is added in session/advice.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from companion.pack.models import Account
from companion.session.knowledge import Knowledge
from companion.session.view import Seen, TabView

SLIDER = "slider"
CODE = "otp"
FORM_OF: dict[Account, str] = {
    "personal": "personal_form",
    "enterprise": "enterprise_form",
}

_HANDLE = "captcha.slider_handle"
_RETRY = "captcha.retry"
_SEND = "otp.send_button"
_CODE_INPUT = "otp.code_input"


def screen_signs(view: TabView, account: Account, notices: Set[str]) -> set[str]:
    """The signs of what is on screen: states, what lies on top, what is to do."""
    signs = {f"account:{account}", *(f"notice:{one}" for one in notices)}
    if not view.standing.official:
        return {"foreign"}
    signs.update(f"state:{state}" for state in view.states)
    signs.add(f"here:{view.states[-1] if view.states else 'none'}")
    signs.update(f"todo:{seen.target}" for seen in _found(view) if _is_open(seen))
    if is_translated(view):
        signs.add("translated")
    return signs


def open_targets(view: TabView) -> frozenset[str]:
    """What a person can act on now: nothing lies over it."""
    return frozenset(seen.target for seen in _found(view) if not seen.covered)


def is_translated(view: TabView) -> bool:
    """Whether the browser has put another language into a document of the tab."""
    return any(frame.translated for frame in view.frames.values())


def other_form(view: TabView, account: Account) -> str | None:
    """The state of the other account type's form, while it is on screen alone."""
    mine = FORM_OF[account]
    others = [state for state in FORM_OF.values() if state != mine]
    # What lies over the form has to be dealt with first.
    is_open = any(s.target.startswith("form.") and not s.covered for s in _found(view))
    if mine in view.states or not view.standing.official or not is_open:
        return None
    return next((state for state in others if state in view.states), None)


def missing(view: TabView, known: Knowledge) -> list[str]:
    """The labels of what has to be done before the button that ends the form."""
    targets = dict.fromkeys(one for seen in _found(view) for one in seen.missing)
    return [known.words[one].label for one in targets if one in known.words]


def is_counting(view: TabView) -> bool | None:
    """Whether a send-code button counts down; None while there is none."""
    buttons = [seen for seen in _found(view) if seen.target == _SEND]
    return any(seen.counting for seen in buttons) if buttons else None


def has_code(view: TabView) -> bool:
    """Whether a whole code stands in its field."""
    codes = [seen for seen in _found(view) if seen.target == _CODE_INPUT]
    return any(seen.status == "done" for seen in codes)


def handle_status(view: TabView) -> str | None:
    """The status of the slider's handle; None while there is none."""
    return next((s.status for s in _found(view) if s.target == _HANDLE), None)


def offers_retry(view: TabView) -> bool:
    """Whether the slider offers to be got anew."""
    return any(seen.target == _RETRY and _is_open(seen) for seen in _found(view))


def _found(view: TabView) -> Iterator[Seen]:
    for frame in view.frames.values():
        for seen in frame.targets.values():
            if seen.found:
                yield seen


def _is_open(seen: Seen) -> bool:
    return seen.status == "todo" and not seen.covered
