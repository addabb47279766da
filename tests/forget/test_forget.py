"""`companion forget`: everything that was written goes, and nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from companion.browser.find import Family
from companion.browser.lock import guiding
from companion.browser.profile import prepare_profile
from companion.browser.throwaway import throwaway_path
from companion.forget import traces
from companion.forget.traces import Trace, erase, find_traces
from companion.places import APP
from companion.sentences import Sentences
from companion.settings import Settings, keep_settings
from companion.translate.cache import Cache
from tests.cli.conftest import Begin, Run, begin, home, run, says
from tests.e2e.running import ROOT

__all__ = ["begin", "home", "run"]

say = Sentences().say


@pytest.fixture
def used(home: Path) -> Path:
    """A place in which everything has been written once."""
    data = home / "data"
    profiles = data / "profiles"
    prepare_profile(profiles, Family.CHROMIUM)
    prepare_profile(profiles, Family.CHROME)
    throwaway_path(profiles, Family.EDGE).mkdir()
    (profiles / "doctor-abc").mkdir()
    (profiles / "chromium.lock").touch()
    keep_settings(Settings(skip_welcome=True), data / "settings.json")
    Cache(home / "cache", "vi").put("好", "tốt")
    (home / "state").mkdir()
    (home / "state" / "error.log").touch()
    capture = data / "captures" / "2026-11-23-home"
    capture.mkdir(parents=True)
    (capture / "page.html").write_text("x" * 2000, encoding="utf-8")
    return home


def everything(folder: Path) -> list[Path]:
    """What lies anywhere below a folder."""
    return sorted(folder.rglob("*"))


def test_nothing_is_left(run: Run, used: Path) -> None:
    """All of it goes, with our folders; each thing is named, with its size."""
    ended = run("forget", "--yes")

    assert 0 == ended.code, ended.err
    assert [] == everything(used)
    for kind in ("profile", "settings", "translations", "log", "captures"):
        assert say(f"forget.kind.{kind}") in ended.out
    assert re.search(r"2 KB \(.*captures\)", ended.out)
    assert say("forget.not_ours") in ended.out


def test_where_nothing_is_there_is_nothing_to_forget(run: Run) -> None:
    """A second time is no failure."""
    ended = run("forget")

    assert (0, say("forget.nothing")) == (ended.code, ended.out.strip())


def test_other_peoples_files_stay(run: Run, used: Path) -> None:
    """Our place may be one where other things lie, under the same folders' names."""
    others = [used / "data" / "photo", used / "data" / "profiles" / "mine" / "x"]
    for file in others:
        file.parent.mkdir(exist_ok=True)
        file.touch()

    ended = run("forget", "--yes")

    assert 0 == ended.code
    assert others == [one for one in everything(used) if one.is_file()]


def test_nobody_to_ask_means_nothing_removed(run: Run, used: Path) -> None:
    """Without a terminal it needs to be told twice."""
    before = everything(used)

    ended = run("forget")

    assert 2 == ended.code
    assert says(ended, "forget.nobody_to_ask")
    assert before == everything(used)


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        (b"\n\n", {"chromium", "settings.json", "captures"}),
        (b"c\nk\n", {"captures"}),
        ("có\ncó\n".encode(), set()),
    ],
)
def test_captures_are_asked_about_apart(
    used: Path, answers: bytes, left: set[str]
) -> None:
    """They are the person's own work; Enter keeps everything."""
    import pty

    master, terminal = pty.openpty()
    os.write(master, answers)
    ended = subprocess.run(
        [sys.executable, "-m", "companion", "forget"],
        env=os.environ | {"COMPANION_HOME": str(used)},
        cwd=ROOT,
        stdin=terminal,
        capture_output=True,
        timeout=60,
        check=False,
    )
    os.close(terminal)
    os.close(master)

    names = {one.name for one in everything(used)}
    assert 0 == ended.returncode, ended.stderr
    assert left == names & {"chromium", "settings.json", "captures"}


def test_a_running_guide_is_closed_first(run: Run, used: Path) -> None:
    """What is in use is not pulled away; the person is told what to do."""
    before = everything(used)
    with guiding(used / "data" / "profiles" / "chromium", "Chromium"):
        ended = run("forget", "--yes")

    assert 1 == ended.code
    assert says(ended, "forget.running")
    assert before == everything(used)


def test_links_are_not_followed(run: Run, used: Path, tmp_path: Path) -> None:
    """Whatever they point to stays, also when our folder is the link."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "photo").touch()
    (used / "data" / "profiles" / "chromium" / "link").symlink_to(own)
    (used / "data" / "profiles" / "edge").symlink_to(own)

    ended = run("forget", "--yes")

    assert 0 == ended.code
    assert [own / "photo"] == everything(own)
    assert [] == everything(used)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file immutable")
def test_what_cannot_be_removed_is_listed(run: Run, used: Path) -> None:
    """The rest goes, and there is a way on."""
    stuck = used / "data" / "profiles" / "chromium" / "stuck"
    stuck.touch()
    if subprocess.run(["chattr", "+i", str(stuck)], check=False).returncode:
        pytest.skip("this file system has no immutable files")
    try:
        ended = run("forget", "--yes")
    finally:
        subprocess.run(["chattr", "-i", str(stuck)], check=True)

    assert 1 == ended.code
    assert str(stuck) in ended.err
    assert say("forget.left_hint") in ended.err
    assert [stuck] == [one for one in everything(used) if one.is_file()]


def test_a_failed_removal_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file system refuses, the path comes back."""
    file = tmp_path / "settings.json"
    file.touch()

    def refuse(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)

    assert [file] == erase(Trace("settings", file, 0))


def test_confined_browsers_are_not_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Snap and Flatpak keep their profiles elsewhere; those go too."""
    monkeypatch.delenv("COMPANION_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    snap = tmp_path / "snap" / "chromium" / "common" / APP / "chromium"
    flatpak = tmp_path / ".var/app/com.google.Chrome/data" / APP / "chrome"
    for profile in (snap, flatpak):
        profile.mkdir(parents=True)

    found = {one.path for one in find_traces() if one.path.is_relative_to(tmp_path)}

    assert {snap, flatpak} <= found


def test_everything_the_program_writes_is_known() -> None:
    """A new name in our folders must be one that is forgotten, too."""
    written = re.compile(r"\b(data|cache|state)_dir\(\) / \"([^\"]+)\"")
    known = {"data": traces.DATA, "cache": traces.CACHE, "state": traces.STATE}

    found = [
        (place, name)
        for file in (ROOT / "companion").rglob("*.py")
        for place, name in written.findall(file.read_text(encoding="utf-8"))
    ]

    assert [] == [(place, name) for place, name in found if name not in known[place]]
    assert ("data", "settings.json") in found


def test_it_can_be_interrupted(begin: Begin, used: Path) -> None:
    """The question is no trap: the end of input keeps everything."""
    child = begin("forget", "--lang", "en")

    out, err = child.communicate(timeout=60)

    assert 2 == child.returncode
    assert Sentences("en").say("forget.kind.profile") in out.decode()
    assert Sentences("en").say("forget.nobody_to_ask.what") in err.decode()
