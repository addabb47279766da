"""Reading a pack: a sound one comes back whole, others tell all their problems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from companion.errors import PackInvalid, Problem
from companion.pack.load import load_pack
from companion.pack.site import Pack

TARGETS = [
    "home.register_link",
    "home.login_link",
    "agreement.accept_button",
    "agreement.decline_button",
    "account.personal_tab",
    "account.enterprise_tab",
    "form.username",
    "form.password",
    "form.password_confirm",
    "form.country_code",
    "form.country_vietnam",
    "form.phone",
    "form.email",
    "form.contact_name",
    "form.company_name",
    "form.trade_role_buyer",
    "form.agreement_checkbox",
    "form.submit",
    "captcha.slider_handle",
    "captcha.retry",
    "otp.send_button",
    "otp.code_input",
    "otp.confirm_button",
    "login.register_link",
    "login.password_tab",
    "login.sms_tab",
    "login.forgot_password",
]

STATES = [
    "home",
    "login",
    "agreement",
    "account_choice",
    "personal_form",
    "enterprise_form",
    "phone_first_form",
    "slider",
    "otp",
    "risk_block",
    "success",
]

Spoil = Callable[..., tuple[Problem, ...]]


def test_pack_of_1688_describes_every_target_and_state(pack: Pack) -> None:
    """The pack of 1688 has no problem and holds the agreed targets and states."""
    assert set(TARGETS) == set(pack.targets)
    assert set(STATES) == set(pack.page_of_state)


def test_pages_come_in_the_order_of_the_journey(pack: Pack) -> None:
    """A page that lies over others comes after them."""
    pages = list(pack.pages)

    assert pages.index("form") < pages.index("agreement") < pages.index("otp")
    assert "home" == pages[0]


def test_sound_pack_is_read(folder: Path) -> None:
    """A pack without problems comes back whole."""
    tiny = load_pack(folder)

    assert "tiny" == tiny.id
    assert ("form.name", "form.send") == tiny.order
    assert {"form.name", "form.send"} == set(tiny.targets)


def test_a_page_has_the_addresses_of_its_place(folder: Path, spoil: Spoil) -> None:
    """What several pages share is written once; a page adds its own to it."""
    place = '[places.signup]\nhosts = [".tiny.example"]\npaths = ["*join*"]\n'
    spoil(("date = 2026-01-01\n", f"date = 2026-01-01\n{place}"), file="site")
    own = 'seen = "never"\nplace = "signup"\npaths = ["!*login*"]'
    spoil(('seen = "never"', own))

    head = load_pack(folder).pages["form"].page

    assert (".tiny.example",) == head.hosts
    assert ("*join*", "!*login*") == head.paths


def test_ten_problems_are_told_at_once(folder: Path, spoil: Spoil) -> None:
    """Problems of every kind, in several files, are all told with file and line."""
    (folder / "broken.toml").write_text('[page]\ntitle = "a" "b"\n', encoding="utf-8")
    spoil(('["form"]', '["form", "broken"]'), file="journey")
    spoil(('"form.send"', '"form.sent"'), file="journey")
    spoil(("schema = 1", "schema = 7"), file="site")

    problems = spoil(
        ("evidence = ", "evidnce = "),
        ('kind = "text"', 'kind = "txt"'),
        ("required = true", 'required = "yes"'),
        ('within = ["box"]', 'within = ["bix"]'),
        ('check = "filled"', 'check = "full"'),
        ('["nick"]', '["css-1a2b3c4d"]'),
        ('"Nhập tên ở đây."', '"Nhập 用户名 ở đây."'),
        ('after = ["form.name"]', 'after = ["form.nme"]'),
    )

    assert {
        ("broken.toml", 2, ""),
        ("form.toml", 1, "page.evidence"),
        ("form.toml", 3, "page.evidnce"),
        ("form.toml", 13, "target[form.name].kind"),
        ("form.toml", 14, "target[form.name].required"),
        ("form.toml", 17, "target[form.name].within"),
        ("form.toml", 18, "target[form.name].done.check"),
        ("form.toml", 20, "target[form.name].keys.id"),
        ("form.toml", 23, "target[form.name].words.vi.hint"),
        ("form.toml", 24, "target[form.name].words.vi.codes.field.empty"),
        ("form.toml", 28, "target[form.name].words.en.codes.field.empty"),
        ("form.toml", 34, "target[form.send].after"),
        ("journey.toml", 4, "order"),
        ("site.toml", 2, "schema"),
    } == {(problem.file.name, problem.line, problem.where) for problem in problems}


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("placeholder", "placehoder", 16, "Did you mean `placeholder`?"),
        ("hint = ", "hnt = ", 23, "Did you mean `hint`?"),
        ("rule = ", "role = ", 18, "The key `rule` is missing."),
        ('seen = "never"', "seen = 5", 4, "must be a date"),
        ("texts = [", "witnesses = [", 9, "There is no key `witnesses`."),
        ("[target.words.en]", "[target.words.eng]", 21, "The key `en` is missing."),
    ],
)
def test_wrong_key_or_value_is_told_at_its_line(
    spoil: Spoil, old: str, new: str, line: int, told: str
) -> None:
    """A slip in a key or a value is told where it stands, with what was meant."""
    problems = spoil((old, new))

    assert any(told in one.text and line == one.line for one in problems), problems


def test_reference_to_a_file_that_cannot_be_read_is_no_problem(
    folder: Path, spoil: Spoil
) -> None:
    """A syntax error in one file does not make its names unknown to the others."""
    problems = spoil(('label = ["用户名"]', 'label = ["用户名"'))

    assert ["form.toml"] == [problem.file.name for problem in problems]


def test_missing_file_is_told(folder: Path) -> None:
    """A folder without site.toml is no pack."""
    (folder / "site.toml").unlink()

    with pytest.raises(PackInvalid) as invalid:
        load_pack(folder, lang="en")

    assert ["site.toml"] == [problem.file.name for problem in invalid.value.problems]


def test_problems_are_told_in_vietnamese_by_default(folder: Path) -> None:
    """Whoever runs the program in Vietnamese reads the problems in Vietnamese."""
    (folder / "journey.toml").unlink()

    with pytest.raises(PackInvalid) as invalid:
        load_pack(folder)

    assert "Thiếu tệp này." == invalid.value.problems[0].text
