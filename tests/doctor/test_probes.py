"""What each look at the computer finds, and how it is called."""

from __future__ import annotations

import os
import threading
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.browser.find import Browser, Family, find_browser
from companion.data import selectors_dir
from companion.doctor import machine
from companion.doctor.browsers import look_at_browsers, version_of
from companion.doctor.finding import Finding, Patience
from companion.doctor.network import Answer, Host, look_at_network, read_hosts
from companion.doctor.ours import look_at_pack, look_at_settings

PACK = selectors_dir() / "1688"
HOSTS = read_hosts(PACK)
DAY_S = 24 * 60 * 60


def results(findings: list[Finding]) -> dict[str, tuple[str, str]]:
    """Probe -> level and result, of the first finding of each."""
    return {one.probe: (one.level, one.result) for one in reversed(findings)}


def answered(silent: str = "-", ahead: float | None = 0.0) -> list[Finding]:
    """What is found when all hosts answer but those with `silent` in their address."""

    def ask(host: Host, _patience: float) -> Answer:
        answers = silent not in host.url
        return Answer(host, answers, ahead if answers else None)

    return look_at_network(HOSTS, Patience(1, 1), ask)


def test_every_host_that_matters_is_tried() -> None:
    """Row 15: the site's pages, and every host of the slider's scripts."""
    tried = {host.url.split("/")[2] for host in HOSTS}

    site = {"www.1688.com", "login.1688.com", "member.1688.com"}
    scripts = {"g.alicdn.com", "cf.aliyun.com", "ynuf.aliapp.org"}
    assert site | scripts == tried


def test_a_network_that_works_is_well() -> None:
    """Row 70: all answer, and the time is right."""
    found = results(answered())

    assert {"network": ("ok", "ok"), "clock": ("ok", "ok")} == found


@pytest.mark.parametrize(
    ("silent", "network"),
    [
        ("https://", ("fail", "offline")),
        ("1688.com", ("fail", "site")),
        ("alicdn", ("warn", "scripts")),
    ],
)
def test_silence_is_told_by_what_it_means(
    silent: str, network: tuple[str, str]
) -> None:
    """No network, no site and no slider are three different troubles."""
    assert network == results(answered(silent))["network"]


def test_silent_hosts_are_named_where_they_belong() -> None:
    """A script's host is no reason to doubt the site."""
    (finding,) = (one for one in answered("alicdn") if one.probe == "network")

    assert {"hosts": "g.alicdn.com"} == finding.fields


@pytest.mark.parametrize(
    ("ahead", "clock"),
    [
        (30, ("ok", "ok")),
        (-30, ("ok", "ok")),
        (600, ("warn", "ahead")),
        (-600, ("warn", "behind")),
        (2 * DAY_S, ("fail", "ahead")),
        (None, ("ok", "unknown")),
    ],
)
def test_the_clock_is_held_against_the_hosts(
    ahead: float | None, clock: tuple[str, str]
) -> None:
    """Minutes are to be noted, a wrong day to be mended; without a time, nothing."""
    assert clock == results(answered(ahead=ahead))["clock"]


def test_a_hanging_network_is_not_waited_for() -> None:
    """Names that are looked up for ever count as silence."""
    forever = threading.Event()

    def ask(host: Host, _patience: float) -> Answer:
        forever.wait()
        return Answer(host, False)

    began = time.monotonic()
    found = look_at_network(HOSTS, Patience(0.2, 5), ask)

    forever.set()
    assert ("fail", "offline") == results(found)["network"]
    assert time.monotonic() - began < 2


def test_a_slow_network_is_waited_for() -> None:
    """Once one host has answered, the others get their time."""

    def ask(host: Host, _patience: float) -> Answer:
        time.sleep(0.0 if host is HOSTS[0] else 0.4)
        return Answer(host, True)

    found = look_at_network(HOSTS, Patience(0.2, 5), ask)

    assert ("ok", "ok") == results(found)["network"]


def test_the_installed_browser_is_started_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 13: it is named with its version, it answers, and its folder is gone."""
    monkeypatch.setenv("COMPANION_HOME", str(tmp_path))

    found = look_at_browsers(Patience(20, 20))

    assert ("ok", "ok") == results(found)["attach"]
    told = str(found[0].fields["browsers"])
    assert str(version_of(find_browser())) in told
    assert [] == list((tmp_path / "data" / "profiles").iterdir())


def test_a_browser_that_ends_at_once_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is there, but can't be used; its path, which may hold a name, is not told."""
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\nexit 7\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("COMPANION_BROWSER", str(program))

    found = look_at_browsers(Patience(5, 5))

    assert ("fail", "died") == results(found)["attach"]
    assert str(tmp_path) not in str(found)


def test_a_browser_that_does_not_exist_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong choice is one finding, and the installed ones are named."""
    monkeypatch.setenv("COMPANION_BROWSER", str(tmp_path / "nowhere"))

    found = look_at_browsers(Patience(5, 5))

    assert {"browser": ("fail", "choice")} == results(found)
    assert str(tmp_path) not in str(found)


def test_a_version_is_not_asked_of_what_cannot_run(tmp_path: Path) -> None:
    """A file that is no program has no version."""
    nothing = Browser("Chromium", tmp_path / "chromium", Family.CHROMIUM)

    assert version_of(nothing) is None


def test_no_screen_is_told() -> None:
    """Without a display there is no window."""
    assert {"screen": ("fail", "none")} == results(machine.look_at_screen({}))


def test_fonts_of_this_machine_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both alphabets are looked for; without a list nothing is claimed."""
    assert {"fonts": ("ok", "ok")} == results(machine.look_at_fonts())

    monkeypatch.setenv("PATH", os.devnull)
    assert {"fonts": ("warn", "unknown")} == results(machine.look_at_fonts())


@pytest.mark.parametrize("lacking", ["vi", "zh"])
def test_missing_letters_are_told(
    lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which letters are missing is told, since the remedies differ."""
    program = tmp_path / "fc-list"
    known = {"vi": "zh", "zh": "vi"}[lacking]
    script = f"#!/bin/sh\ncase $1 in *{known}*) echo font;; esac\n"
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert {"fonts": ("warn", lacking)} == results(machine.look_at_fonts("linux"))


def test_a_terminal_of_another_code_page_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Vietnamese would be shown wrongly there."""
    monkeypatch.setattr("locale.getencoding", lambda: "cp1252")

    (found,) = machine.look_at_letters()

    assert ("warn", {"page": "cp1252"}) == (found.level, found.fields)


@pytest.mark.parametrize(
    ("free", "disk"),
    [(100, ("fail", "full")), (500, ("warn", "low")), (5000, ("ok", "ok"))],
)
def test_room_on_the_disk_is_told(
    free: int, disk: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser on a full disk stops in the middle of the form."""

    class Usage:
        """What the system says."""

        def __init__(self) -> None:
            self.free = free << 20

    monkeypatch.setattr("shutil.disk_usage", lambda _place: Usage())

    assert {"disk": disk} == results(machine.look_at_disk(tmp_path))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Nothing can be kept there, so no browser can be started."""
    (tmp_path / "file").touch()

    found = results(machine.look_at_disk(tmp_path / "file" / "data"))

    assert {"disk": ("fail", "not_writable")} == found


@pytest.mark.parametrize(("days", "level"), [(1, "ok"), (400, "warn")])
def test_the_age_of_the_pack_is_told(days: int, level: str) -> None:
    """Row 123: the report says which day the knowledge is of, and when it is old."""
    (now,) = look_at_pack(PACK)
    written = now.fields["date"]
    assert isinstance(written, date)

    (found,) = look_at_pack(PACK, written + timedelta(days))

    assert level == found.level


def test_a_broken_pack_is_told(tmp_path: Path) -> None:
    """The number of mistakes is told, not their text."""
    (found,) = look_at_pack(tmp_path)

    assert ("fail", "invalid") == (found.level, found.result)


def test_unreadable_choices_are_told(tmp_path: Path) -> None:
    """They stop nobody."""
    file = tmp_path / "settings.json"
    file.write_text("{", encoding="utf-8")

    assert {"settings": ("warn", "broken")} == results(look_at_settings(file))
