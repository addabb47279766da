#!/usr/bin/env python3
"""Sets companion up in this checkout, then hands over to it; needs a bare Python only.

Everything lies in `.venv`. A stamp in it says what is installed: "unfinished" from the
first change to the last, so that a run that was cut off is noticed and done afresh.
When the stamp fits, nothing is installed, asked or waited for.
"""

import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any, Iterator, NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "companion-stamp"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def words(lang: str) -> "dict[str, str]":
    """Return bootstrap's own sentences; JSON, because old Pythons cannot read TOML."""
    name = "bootstrap.{}.json".format(lang)
    text = (ROOT / "selectors" / "sentences" / name).read_text(encoding="utf-8")
    return dict(json.loads(text))


if sys.version_info < (3, 11):
    # Nothing above may need more than Python 3.6, or this would never be said.
    for _lang in ("vi", "en"):
        _version = ".".join(str(number) for number in sys.version_info[:2])
        _sentence = words(_lang)["old_python"].format(version=_version)
        sys.stderr.buffer.write((_sentence + "\n").encode("utf-8"))
    sys.exit(2)

# Commands that are of use on a machine without a browser.
BROWSERLESS = {"doctor", "forget", "guide"}

# Tools the tests call, and fonts without which letters are empty boxes.
TEST_TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "fc-list": "fontconfig"}
TEST_FONTS = {"vi": "fonts-dejavu-core", "zh": "fonts-noto-cjk"}

# pip killed half-way can leave a package that it later believes is whole.
AUDIT = """
import importlib.metadata as m, sys
sys.exit(any(not f.locate().exists() for d in m.distributions()
             for f in d.files or () if f.suffix != ".pyc"))
"""
INSTALLED_BROWSER = """
from companion.browser.find import installed_browsers
print(*[b.path for b in installed_browsers()][:1])
"""
DOWNLOADED_BROWSER = """
from playwright.sync_api import sync_playwright
with sync_playwright() as p: print(p.chromium.executable_path)
"""


class Stopped(Exception):
    """Set-up cannot go on: an exit code, a sentence's key and what it lacks, if any."""


class Wanted(NamedTuple):
    """What the person asked for, as far as it matters to the set-up."""

    argv: list[str]
    lang: str
    tests: bool
    browser: bool


class Stamp(NamedTuple):
    """What `.venv` holds; `downloaded` means the browser is Playwright's own."""

    fingerprint: str = ""
    tests: bool = False
    browser: str = ""
    downloaded: bool = False


def read_wanted(argv: list[str]) -> Wanted:
    """Tell from the command line what has to be there before handing over."""
    tests = argv[:1] == ["test"]
    english = tests or "--lang=en" in argv or "--lang en" in " ".join(argv)
    options = {word.split("=")[0] for word in argv}
    own_choice = "COMPANION_BROWSER" in os.environ or "--browser" in options
    browserless = argv[0] in BROWSERLESS or argv[0].startswith("-")
    browser = not (own_choice or browserless)
    return Wanted(argv, "en" if english else "vi", tests, browser)


def fingerprint() -> str:
    """Hash all that makes an installed `.venv` fit this checkout, or "" if broken."""
    if not PYTHON.exists():
        return ""
    packages = VENV.glob("Lib" if WINDOWS else "lib/python*")
    names = [path.name for lib in packages for path in lib.glob("site-packages/*")]
    facts = [str(ROOT), str(PYTHON.resolve()), *sorted(names)]
    digest = hashlib.sha256("\0".join(facts).encode("utf-8", "surrogateescape"))
    digest.update((ROOT / "pyproject.toml").read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def read_stamp() -> Stamp | None:
    """Return the stamp, empty when there is none; None when a set-up was cut off."""
    try:
        return Stamp(**json.loads(STAMP.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Stamp()
    except (ValueError, TypeError):
        return None


def write_stamp(stamp: Stamp | None) -> None:
    """Replace the stamp in one step; None marks the set-up as unfinished."""
    text = json.dumps(stamp._asdict()) if stamp else "unfinished"
    VENV.mkdir(exist_ok=True)
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(STAMP)


def installed(stamp: Stamp | None, wanted: Wanted) -> bool:
    """Whether every package asked for is there."""
    fits = stamp and stamp.fingerprint and stamp.fingerprint == fingerprint()
    return bool(fits and stamp and stamp.tests >= wanted.tests)


def ready(stamp: Stamp | None, wanted: Wanted) -> bool:
    """Whether there is nothing to do but hand over."""
    browser = bool(stamp and stamp.browser and Path(stamp.browser).exists())
    return installed(stamp, wanted) and (browser or not wanted.browser)


def try_lock(file: IO[str]) -> bool:
    """Take the lock if nobody has it; the system frees it however its owners end."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class Setup:
    """One set-up under the lock: makes what is missing, and says so on stderr."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.words = words(wanted.lang)
        self.lock_fd = -1

    def say(self, key: str, **fields: str) -> None:
        """Print one sentence to stderr."""
        print(self.words[key].format(**fields), file=sys.stderr, flush=True)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other bootstrap of this checkout out."""
        with (ROOT / ".bootstrap.lock").open("a+") as file:
            if not try_lock(file):
                self.say("waiting")
                while not try_lock(file):
                    time.sleep(0.2)
            self.lock_fd = file.fileno()
            yield

    def run(
        self, *command: str, share_lock: bool = True, seconds: float | None = None
    ) -> tuple[int, str]:
        """Run a command quietly; return its exit code and all it printed.

        What it starts shares the lock, so that after a SIGKILL of this program the
        next run waits for pip to end and does not delete files under it.
        """
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=not WINDOWS,
            pass_fds=(self.lock_fd,) if share_lock and not WINDOWS else (),
        )
        try:
            output = child.communicate(timeout=seconds)[0]
        except BaseException as reason:
            end_tree(child)
            if isinstance(reason, subprocess.TimeoutExpired):
                return 1, ""
            raise
        return child.returncode, output

    def python(self, *arguments: str) -> tuple[int, str]:
        """Run the Python of `.venv`, deaf to PYTHONPATH and its like."""
        return self.run(str(PYTHON), "-I", *arguments)

    def result(self) -> Stamp:
        """Make everything fit, quickly if it does already; return the stamp."""
        stamp = read_stamp()
        if stamp is None or not ready(stamp, self.wanted):
            with self.locked():
                stamp = self.prepare()
        if self.wanted.tests:
            self.prepare_tests()
        return stamp

    def prepare(self) -> Stamp:
        """Bring `.venv` and the browser to what is wanted; return the stamp."""
        stamp = read_stamp()
        if stamp is None or not installed(stamp, self.wanted):
            stamp = self.install(stamp)
        if not ready(stamp, self.wanted):
            stamp = stamp._replace(**self.find_browser())
            write_stamp(stamp)
        return stamp

    def install(self, stamp: Stamp | None) -> Stamp:
        """Install the project and what it needs, into a new `.venv` if need be."""
        works = PYTHON.exists() and self.python("-m", "pip", "--version")[0] == 0
        if stamp is None or not works:
            self.make_venv()
        write_stamp(None)
        self.install_packages()
        if self.python("-c", AUDIT)[0]:
            self.make_venv()
            self.install_packages()
        stamp = Stamp(fingerprint(), self.wanted.tests)
        write_stamp(stamp)
        return stamp

    def make_venv(self) -> None:
        """Make `.venv` afresh."""
        self.say("repairing" if VENV.exists() else "making")
        if VENV.exists():
            shutil.rmtree(VENV)
        write_stamp(None)
        # Inside a venv the Python behind it counts: its own may just have been deleted.
        base = getattr(sys, "_base_executable", sys.executable)
        command = (base, "-m", "venv", str(VENV))
        code, output = self.run(*command)
        if code and "ensurepip" in output:
            version = "python{}.{}-venv".format(*sys.version_info[:2])
            if not self.apt(version):
                raise Stopped(1, "venv_missing")
            code, output = self.run(*command)
        if code:
            raise Stopped(1, "venv_failed", last_lines(output))

    def install_packages(self) -> None:
        """Let pip install the project, editable, so that mended data counts at once."""
        self.say("installing_tests" if self.wanted.tests else "installing")
        quiet = ("--quiet", "--no-input", "--disable-pip-version-check")
        project = str(ROOT) + ("[test]" if self.wanted.tests else "")
        code, output = self.python("-m", "pip", "install", *quiet, "-e", project)
        if code:
            raise Stopped(1, "pip_failed", last_lines(output))

    def find_browser(self) -> dict[str, Any]:
        """Return the stamp's entries on the browser; get one if none is there."""
        path = self.ask(INSTALLED_BROWSER)
        if not path:
            self.say("browser_downloading")
            install = ("-m", "playwright", "install", "--no-shell", "chromium")
            own = self.ask(DOWNLOADED_BROWSER) if not self.python(*install)[0] else ""
            # On a bare Linux the download lacks system libraries and cannot start.
            if own and (WINDOWS or not self.run(own, "--version", seconds=30)[0]):
                return {"browser": own, "downloaded": True}
        if not path and shutil.which("apt-get"):
            self.say("browser_packages")
            path = self.ask(INSTALLED_BROWSER) if self.apt("chromium") else ""
        if not path:
            raise Stopped(3, "browser_none")
        return {"browser": path, "downloaded": False}

    def ask(self, program: str) -> str:
        """Return what a small program prints in `.venv`'s Python, "" if it fails."""
        code, output = self.python("-c", program)
        return "" if code else output.strip()

    def prepare_tests(self) -> None:
        """Install the tools and fonts the tests need from the system's packages."""
        if sys.platform != "linux":
            return
        missing = {name for tool, name in TEST_TOOLS.items() if not shutil.which(tool)}
        for lang, name in TEST_FONTS.items():
            fonts = ("fc-list", ":lang=" + lang)
            if "fontconfig" in missing or not self.run(*fonts, share_lock=False)[1]:
                missing.add(name)
        if missing:
            self.say("packages", packages=", ".join(sorted(missing)))
            self.apt(*sorted(missing))
        if not (os.environ.get("DISPLAY") or shutil.which("Xvfb")):
            raise Stopped(3, "no_screen")

    def apt(self, *packages: str) -> bool:
        """Install system packages if that needs no password; else say the command."""
        options = ("--yes", "--no-install-recommends")
        install = ("apt-get", "install", *options, *packages)
        if not shutil.which("apt-get"):
            return False
        rights: tuple[str, ...] = ("env", "DEBIAN_FRONTEND=noninteractive")
        if os.geteuid():
            rights = ("sudo", "-n", *rights)
        if (
            not shutil.which(rights[0])
            or self.run(*rights, "true", share_lock=False)[0]
        ):
            by_hand = " ".join(("sudo", *install))
            self.say("packages_by_hand", packages=", ".join(packages), command=by_hand)
            return False
        # The lists are fetched only when the first try fails: that is the slow part.
        for command in (install, ("apt-get", "update"), install):
            code = self.run(*rights, *command, share_lock=False)[0]
            if command is install and code == 0:
                return True
        return False


def end_tree(child: subprocess.Popen[str]) -> None:
    """End a child and all it started: first asked, after five seconds forced."""
    if WINDOWS:
        subprocess.call(["taskkill", "/T", "/F", "/PID", str(child.pid)])
        return
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            os.killpg(child.pid, number)
            child.wait(timeout=5)


def last_lines(output: str) -> str:
    """Return the end of a failed command's output, where the reason stands."""
    return "\n".join("  " + line for line in output.strip().splitlines()[-15:])


def hand_over(wanted: Wanted, stamp: Stamp) -> int:
    """Become the program that was asked for; on Windows wait for it instead."""
    if wanted.tests:
        os.chdir(ROOT)
        command = [str(PYTHON), "-m", "pytest", *wanted.argv[1:]]
    else:
        # -P: a folder named companion where the person stands must not be taken.
        command = [str(PYTHON), "-P", "-m", "companion", *wanted.argv]
    if stamp.downloaded:
        os.environ.setdefault("COMPANION_BROWSER", stamp.browser)
    if not WINDOWS:
        os.execv(command[0], command)
    with subprocess.Popen(command) as child:
        while True:
            # Ctrl-C reaches the child too; what it answers is what counts.
            with contextlib.suppress(KeyboardInterrupt):
                return child.wait()


def main(argv: list[str]) -> int:
    """Set up, then hand over; return an exit code only if that is not reached."""
    streams: list[Any] = [sys.stdout, sys.stderr]
    for stream in streams:
        stream.reconfigure(encoding="utf-8", errors="replace")
    if not argv:
        print(words("vi")["usage"].format(python="py" if WINDOWS else "python3"))
        return 0
    setup = Setup(read_wanted(argv))
    # A polite kill counts as Ctrl-C; Ctrl-C counts even in a script's background.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        stamp = setup.result()
    except KeyboardInterrupt:
        setup.say("interrupted")
        return 130
    except Stopped as stop:
        code, key, *detail = stop.args
        setup.say(key, detail="".join(detail))
        return int(code)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        setup.say("cannot_write", folder=str(ROOT), reason=reason)
        return 1
    return hand_over(setup.wanted, stamp)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
