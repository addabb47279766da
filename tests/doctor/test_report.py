"""The report: complete in words, and silent about whose computer it is."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.data import selectors_dir
from companion.doctor.examine import Examination, examine
from companion.doctor.finding import Finding
from companion.doctor.report import Report, private_words
from companion.sentences import LANGUAGES, Sentences

FIELDS: dict[str, object] = {
    "browsers": "Chromium 156.0",
    "name": "Chromium",
    "oldest": 125,
    "hosts": "www.1688.com",
    "count": 6,
    "minutes": 7,
    "page": "1252",
    "free": 900,
    "days": 200,
    "probe": "network",
}
NO_PROBES = {"option", "level", "label", "not_writable"}


def every_finding() -> list[tuple[str, str]]:
    """Probe and result of everything that can be found, as the sentences have it."""
    file = selectors_dir() / "sentences" / "doctor.vi.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))["doctor"]
    return [
        (probe, result)
        for probe, table in tables.items()
        if isinstance(table, dict) and probe not in NO_PROBES
        for result in table
    ]


def found(probe: str, result: str) -> Finding:
    """A finding with every field there is."""
    level = "ok" if result in ("ok", "unknown", "untried") else "warn"
    return Finding(probe, level, result, FIELDS | {"date": date(2026, 1, 31)})  # type: ignore[arg-type]


def only(report: Report) -> dict[str, Any]:
    """The one finding of a report, as a program gets it."""
    findings: Any = report.as_json()["findings"]
    (told,) = findings
    assert isinstance(told, dict)
    return told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("probe", "result"), every_finding())
def test_every_trouble_has_a_remedy(lang: str, probe: str, result: str) -> None:
    """What is not well says what to do; what is well asks for nothing."""
    report = Report(Examination((found(probe, result),)), Sentences(lang), ())

    told = only(report)

    well = result in ("ok", "untried") or (probe, result) == ("clock", "unknown")
    assert well is (told["hint"] is None)
    assert told["what"] in report.text()


names = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=3)


@settings(deadline=None)  # a busy machine is no reason to fail
@given(user=names, host=names)
def test_no_name_is_ever_told(user: str, host: str) -> None:
    """Even if one of our findings held them, the report would not."""
    leak = {"browsers": f"Chromium in /home/{user}/.local on {host}"}
    examination = Examination((Finding("browser", "ok", "ok", leak),))
    private = [f"/home/{user}", user, host]

    report = Report(examination, Sentences(), private)

    told = only(report)
    words = told["what"].replace(".", " ").split()
    assert f"/home/{user}" not in told["what"]
    assert user.casefold() not in [word.casefold() for word in words]
    assert host.casefold() not in [word.casefold() for word in words]


def test_the_report_of_this_computer_names_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real one: neither home, nor user, nor computer, nor the program's place."""
    home = tmp_path / "nguyenthilan"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("COMPANION_HOME", str(home / "companion"))
    monkeypatch.setenv("USER", "nguyenthilan")
    monkeypatch.setattr("socket.gethostname", lambda: "may-cua-lan.local")

    # With the net taken away: no finding holds any of it.
    report = Report(examine(offline=True), Sentences(), ())

    told = report.text() + json.dumps(report.as_json(), ensure_ascii=False)
    private = {"nguyenthilan", "may-cua-lan", str(tmp_path)}
    assert private > {"may-cua-lan"}
    assert {"may-cua-lan.local", "may-cua-lan"} <= set(private_words())
    assert not [one for one in private if one in told]


def test_short_names_do_not_spoil_the_words() -> None:
    """A person called Ổ is no reason to cut up the report."""
    examination = Examination((Finding("disk", "ok", "ok", {"free": 900}),))

    report = Report(examination, Sentences(), ["Ổ", ""])

    assert "Ổ đĩa: còn 900 MB trống." in report.text()


@pytest.mark.parametrize(("level", "sound"), [("warn", True), ("fail", False)])
def test_only_what_must_be_mended_stands_in_the_way(level: str, sound: bool) -> None:
    """A note is no failure."""
    finding = Finding("disk", level, "low", {"free": 900})  # type: ignore[arg-type]

    assert sound is Examination((finding,)).sound


def test_the_way_of_text_messages_is_said_to_be_untried() -> None:
    """Nobody is led to believe that a code will come."""
    report = Report(Examination(()), Sentences(), ())

    assert Sentences().say("doctor.untested") in report.text()
    assert ["sms"] == report.as_json()["untested"]
