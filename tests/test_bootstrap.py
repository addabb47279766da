"""The first minutes of a new person: `bootstrap.py` against a stand-in Python.

The stand-in notes what it is asked to do and does next to nothing, so that set-ups can
be cut off, broken and run side by side in no time.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import signal
import string
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = Path("selectors/sentences")

if os.name == "nt":
    pytest.skip("the stand-in is a shell script", allow_module_level=True)

STAND_IN = """
import os, pathlib, shutil, sys
me, words, text = pathlib.Path(sys.argv[1]), sys.argv[2:], " ".join(sys.argv[2:])
home = pathlib.Path(__file__).parent
def told(name): return (home / name).exists()
with (home / "log").open("a") as log: print(text.split("\\n")[0], file=log)
if "-m venv" in text:
    if told("no-ensurepip"): sys.exit("ensurepip is not available")
    for part in ("bin", "lib/python3.11/site-packages"):
        pathlib.Path(words[-1], part).mkdir(parents=True)
    shutil.copy(me, pathlib.Path(words[-1], "bin/python"))
elif "pip install" in text:
    if told("no-network"): sys.exit("no matching distribution")
    if told("slow"): (home / "slow").read_text()
    (me.parents[1] / "lib/python3.11/site-packages/typer").touch()
elif "metadata" in text and told("half-written"):
    sys.exit((home / "half-written").unlink() or 1)
elif "installed_browsers" in text and told("browser"):
    print(home / "browser")
elif "playwright install" in text:
    sys.exit(not told("download"))
elif "executable_path" in text:
    print(home / "download")
elif "-m companion" in text or "-m pytest" in text:
    print(*words, os.environ.get("COMPANION_BROWSER"), sep="|")
    sys.exit(7)
"""
LAUNCH = """
import runpy, sys
python, version, *sys.argv = sys.argv[1:]
sys._base_executable = python
if version: sys.version_info = tuple(map(int, version.split(".")))
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@dataclass(frozen=True)
class Checkout:
    """A copy of the checkout's root; files in `home` tell the stand-in how to act."""

    root: Path
    home: Path

    def start(self, *arguments: str, version: str = "") -> subprocess.Popen[str]:
        """Start bootstrap with the stand-in as Python, and with no system tools."""
        python = str(self.home / "python")
        bootstrap = str(self.root / "bootstrap.py")
        settings = {k: v for k, v in os.environ.items() if k != "COMPANION_BROWSER"}
        return subprocess.Popen(
            [sys.executable, "-c", LAUNCH, python, version, bootstrap, *arguments],
            env=settings | {"PATH": str(self.home / "bin"), "DISPLAY": ":0"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *arguments: str, version: str = "") -> tuple[int, str, str]:
        """Run bootstrap to its end; return its exit code, stdout and stderr."""
        running = self.start(*arguments, version=version)
        out, err = running.communicate()
        return running.returncode, out, err

    def tell(self, name: str) -> Path:
        """Tell the stand-in something."""
        path = self.home / name
        path.write_text(f"#!/bin/sh\necho {name} 1.0\n")
        path.chmod(0o755)
        return path

    def tool(self, name: str, program: str) -> None:
        """Put a system tool, a shell script, on the path."""
        self.tell(f"bin/{name}").write_text(f"#!/bin/sh\n{program}\n")

    def asked(self, what: str) -> int:
        """Count how often the stand-in was asked to do something."""
        return (self.home / "log").read_text().count(what)

    @contextmanager
    def amid_pip(self) -> Iterator[subprocess.Popen[str]]:
        """Hold a first run in the middle of pip's work for as long as this lasts."""
        slow = self.home / "slow"
        os.mkfifo(slow)
        running = self.start("start")
        with slow.open("w"):  # opens when pip reads, and holds it until closed
            slow.unlink()
            yield running


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A fresh checkout in a folder with a difficult name, and a browser installed."""
    root, home = tmp_path / "Tải xuống (1)", tmp_path / "home"
    (root / SENTENCES).mkdir(parents=True)
    (home / "bin").mkdir(parents=True)
    for name in ("bootstrap.py", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    for path in (ROOT / SENTENCES).glob("bootstrap.*.json"):
        shutil.copy(path, root / SENTENCES)
    (home / "stand_in.py").write_text(STAND_IN)
    python = home / "python"
    line = f'exec "{sys.executable}" "{home}/stand_in.py" "$0" "$@"'
    python.write_text(f"#!/bin/sh\n{line}\n")
    python.chmod(0o755)
    made = Checkout(root, home)
    made.tell("browser")
    return made


def sentence(key: str, lang: str = "vi") -> str:
    """Return the first fixed words of one of bootstrap's sentences."""
    path = ROOT / SENTENCES / f"bootstrap.{lang}.json"
    return str(json.loads(path.read_text("utf-8"))[key]).split("{")[0].strip()


def test_alone_it_says_what_it_can_do(checkout: Checkout) -> None:
    """Without arguments it prints its commands and installs nothing."""
    code, out, err = checkout.run()

    assert (0, "") == (code, err)
    assert "bootstrap.py start --practice" in out
    assert not (checkout.root / ".venv").exists()


def test_old_python_is_told_in_both_languages(checkout: Checkout) -> None:
    """A Python older than 3.11 is answered in Vietnamese and in English."""
    code, _, err = checkout.run("start", version="3.9")

    assert 2 == code
    assert sentence("old_python") in err
    assert sentence("old_python", "en") in err


def test_old_python_can_read_the_file() -> None:
    """The file has no syntax newer than Python 3.6, so the answer can be given."""
    source = (ROOT / "bootstrap.py").read_text("utf-8")

    tree = ast.parse(source, feature_version=(3, 6))

    assert "from __future__" not in source
    assert tree.body


def test_first_run_installs_and_hands_over(checkout: Checkout) -> None:
    """A fresh checkout is installed; arguments and exit code pass through untouched."""
    code, out, err = checkout.run("start", "--url", "a b", "--events", "ó.jsonl")

    assert (7, "-P|-m|companion|start|--url|a b|--events|ó.jsonl|None\n") == (code, out)
    assert [sentence("making"), sentence("installing")] == err.splitlines()


def test_second_run_only_hands_over(checkout: Checkout) -> None:
    """With nothing to do, no program but the companion itself is started."""
    checkout.run("start")
    (checkout.home / "log").unlink()

    code, _, err = checkout.run("start")

    assert (7, "") == (code, err)
    assert ["-P -m companion start"] == (checkout.home / "log").read_text().splitlines()


def test_changed_project_is_installed_again(checkout: Checkout) -> None:
    """A changed pyproject.toml brings pip back, into the same .venv."""
    checkout.run("start")
    with (checkout.root / "pyproject.toml").open("a") as project:
        project.write("# changed\n")

    checkout.run("start")

    assert (1, 2) == (checkout.asked("-m venv"), checkout.asked("pip install"))


@pytest.mark.parametrize("lost", ["lib/python3.11/site-packages/typer", "bin/python"])
def test_damage_is_repaired(checkout: Checkout, lost: str) -> None:
    """A .venv that lost a package or its Python is put right by the next run."""
    checkout.run("start")
    (checkout.root / ".venv" / lost).unlink()

    code, _, _ = checkout.run("start")

    assert (7, 2) == (code, checkout.asked("pip install"))
    assert (checkout.root / ".venv" / lost).exists()


def test_half_written_package_is_not_trusted(checkout: Checkout) -> None:
    """If files are missing after pip says all is well, .venv is made afresh."""
    checkout.tell("half-written")

    code, _, _ = checkout.run("start")

    assert (7, 2) == (code, checkout.asked("-m venv"))


def test_own_venv_is_taken_over(checkout: Checkout) -> None:
    """A .venv made by hand is installed into, never deleted."""
    checkout.run("start")
    (checkout.root / ".venv" / "companion-stamp").unlink()
    mine = checkout.root / ".venv" / "mine"
    mine.touch()

    checkout.run("start")

    assert mine.exists()
    assert 2 == checkout.asked("pip install")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_is_clean(checkout: Checkout, number: signal.Signals) -> None:
    """Stopped in the middle, it says one sentence, ends pip, and starts over later."""
    with checkout.amid_pip() as running:
        running.send_signal(number)
        _, err = running.communicate()
    code, _, later = checkout.run("start")

    assert (130, sentence("interrupted")) == (running.returncode, err.splitlines()[-1])
    assert (7, sentence("repairing")) == (code, later.splitlines()[0])


def test_killed_run_is_waited_for_and_redone(checkout: Checkout) -> None:
    """After a SIGKILL the next run lets the orphaned pip end, then starts over."""
    with checkout.amid_pip() as running:
        running.kill()
        following = checkout.start("start")
        assert following.stderr
        first = following.stderr.readline().strip()
    running.communicate()
    _, err = following.communicate()

    assert sentence("waiting") == first
    assert (7, sentence("repairing")) == (following.returncode, err.splitlines()[0])


def test_runs_side_by_side_install_once(checkout: Checkout) -> None:
    """A second run waits for the first and finds everything done."""
    with checkout.amid_pip() as running:
        following = checkout.start("start")
        assert following.stderr
        following.stderr.readline()
    running.communicate()
    following.communicate()

    assert (7, 7) == (running.returncode, following.returncode)
    assert 1 == checkout.asked("pip install")


def test_failed_pip_is_explained(checkout: Checkout) -> None:
    """Without a connection one calm sentence comes before pip's own last words."""
    checkout.tell("no-network")

    code, _, err = checkout.run("start")

    assert 1 == code
    assert sentence("pip_failed").splitlines()[0] in err
    assert "no matching distribution" in err


def test_folder_that_cannot_be_written_is_explained(checkout: Checkout) -> None:
    """Where .venv cannot be made, the folder is named instead of a traceback."""
    (checkout.root / ".venv").touch()

    code, _, err = checkout.run("start")

    assert 1 == code
    assert str(checkout.root) in err
    assert "Traceback" not in err


def test_missing_venv_part_is_installed(checkout: Checkout) -> None:
    """Debian's Python without venv gets it from the system's packages."""
    needed = checkout.tell("no-ensurepip")
    checkout.tool("env", 'shift; "$@"')
    checkout.tool("sudo", 'shift; "$@"')
    checkout.tool("apt-get", f'echo "$@" >> "{checkout.home}/apt"; /bin/rm "{needed}"')

    code, _, _ = checkout.run("start")

    minor = f"python3.{sys.version_info.minor}-venv"
    assert 7 == code
    assert (checkout.home / "apt").read_text().strip().endswith(minor)


def test_missing_rights_are_explained(checkout: Checkout) -> None:
    """Without the right to install packages, the exact command is shown."""
    checkout.tell("no-ensurepip")
    checkout.tool("apt-get", "exit 1")

    code, _, err = checkout.run("start")

    minor = f"python3.{sys.version_info.minor}-venv"
    assert 1 == code
    assert f"sudo apt-get install --yes --no-install-recommends {minor}" in err


def test_missing_browser_is_downloaded(checkout: Checkout) -> None:
    """Playwright's Chromium is taken when no browser is there, also the next time."""
    (checkout.home / "browser").unlink()
    own = checkout.tell("download")

    first, second = checkout.run("start"), checkout.run("start")

    assert f"-P|-m|companion|start|{own}\n" == first[1] == second[1]
    assert 1 == checkout.asked("playwright install")


def test_missing_browser_comes_from_packages(checkout: Checkout) -> None:
    """Where the download fails, the system's own Chromium is installed."""
    browser = checkout.home / "browser"
    browser.unlink()
    checkout.tool("env", 'shift; "$@"')
    checkout.tool("sudo", 'shift; "$@"')
    checkout.tool("apt-get", f'echo "$@" > "{browser}"')

    code, _, _ = checkout.run("start")

    assert (7, "chromium") == (code, browser.read_text().split()[-1])


def test_no_browser_at_all_is_explained(checkout: Checkout) -> None:
    """If no browser can be had, one sentence says what to do and the code is 3."""
    (checkout.home / "browser").unlink()

    code, _, err = checkout.run("start")

    assert (3, sentence("browser_none")) == (code, err.splitlines()[-1])


@pytest.mark.parametrize("words", [["doctor"], ["--help"], ["start", "--browser", "x"]])
def test_browser_is_got_only_if_needed(checkout: Checkout, words: list[str]) -> None:
    """No browser is fetched for a command without one, or beside the person's own."""
    (checkout.home / "browser").unlink()

    code, _, _ = checkout.run(*words)

    assert 7 == code
    assert 0 == checkout.asked("playwright install")


def test_tests_get_their_own_packages(checkout: Checkout) -> None:
    """`bootstrap.py test` adds the test extra and becomes pytest."""
    for tool in ("Xvfb", "xdotool", "fc-list"):
        checkout.tool(tool, "echo here")
    checkout.run("start")

    code, out, _ = checkout.run("test", "-k", "phone")

    assert (7, "-m|pytest|-k|phone|None\n") == (code, out)
    assert 1 == checkout.asked(f"-e {checkout.root}[test]")


def test_sentences_say_the_same_in_both_languages() -> None:
    """Both languages have the same sentences with the same blanks."""

    def blanks(lang: str) -> dict[str, set[str | None]]:
        text = (ROOT / SENTENCES / f"bootstrap.{lang}.json").read_text("utf-8")
        parse = string.Formatter().parse
        return {
            key: {blank for _, blank, _, _ in parse(words)}
            for key, words in json.loads(text).items()
        }

    assert blanks("vi") == blanks("en")
