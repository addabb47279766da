"""Starting the person's browser, and everything that can go wrong with it."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import sys
from pathlib import Path

import pytest

from companion.browser import process as process_module
from companion.browser.endpoint import ask, free_port
from companion.browser.find import Browser, Family
from companion.browser.process import BrowserProcess, start_browser
from companion.browser.profile import Profile
from companion.errors import BrowserUnavailable

from .conftest import Start

posix_only = pytest.mark.skipif(os.name != "posix", reason="uses /proc or scripts")


def _fake_browser(folder: Path, body: str) -> Browser:
    script = folder / "fake-browser"
    script.write_text(f"#!{sys.executable}\n{body}\n", encoding="utf-8")
    script.chmod(0o755)
    return Browser("Fake", script, Family.CHROMIUM)


def _refusal(browser: Browser, profile: Profile, port: int | None = None) -> str:
    with pytest.raises(BrowserUnavailable) as refused:
        start_browser(browser, profile, "about:blank", port=port)
    return refused.value.sentence


def _command_lines(word: str) -> list[str]:
    lines = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            lines.append(file.read_text(encoding="utf-8", errors="replace"))
    return [line for line in lines if word in line]


def test_started_browser_answers(running: BrowserProcess) -> None:
    """A started browser is alive and says what it is."""
    assert running.alive()
    assert "Chrome/" in running.endpoint.version


def test_command_line_tells_port_and_profile(running: BrowserProcess) -> None:
    """The browser is a child whose arguments tell where to find it."""
    line = Path(f"/proc/{running.pid}/cmdline").read_text(encoding="utf-8")

    arguments = line.split("\0")
    assert f"--remote-debugging-port={running.port}" in arguments
    assert f"--user-data-dir={running.profile.path}" in arguments


def test_command_line_disguises_nothing(running: BrowserProcess) -> None:
    """No automation switch, no user agent, no port opened to web pages."""
    line = Path(f"/proc/{running.pid}/cmdline").read_text(encoding="utf-8")

    for switch in ("automation", "user-agent", "headless", "remote-allow-origins"):
        assert f"--{switch}" not in line
        assert f"--enable-{switch}" not in line
    assert "AutomationControlled" not in line


def test_port_is_closed_to_other_computers(running: BrowserProcess) -> None:
    """Only this computer reaches the debugging port."""
    table = "".join(Path(f"/proc/net/tcp{x}").read_text() for x in ("", "6"))

    listening = re.findall(rf"(\w+):{running.port:04X} \w+:0000 0A", table)
    assert ["0100007F"] == listening


def test_given_port_is_used(
    installed: Browser, profile: Profile, environ: dict[str, str]
) -> None:
    """A port that was asked for is the one the browser listens on."""
    port = free_port()

    started = start_browser(
        installed, profile, "about:blank", port=port, environ=environ
    )

    assert port == started.port
    started.close()


def test_closing_ends_the_whole_tree(start: Start) -> None:
    """Nothing of a closed browser is left, and nobody answers any more."""
    started = start()

    started.close()

    assert not started.alive()
    assert ask(started.port) is None
    assert [] == _command_lines(str(started.profile.path))


def test_left_browser_goes_on(start: Start) -> None:
    """A browser that was left still answers."""
    started = start()

    started.leave()

    assert started.alive()


def test_browser_has_its_own_process_group(running: BrowserProcess) -> None:
    """Ctrl-C in the terminal does not reach the person's window."""
    assert os.getpgid(running.pid) != os.getpgid(0)


def test_second_start_in_the_same_profile_is_refused(
    start: Start, installed: Browser, profile: Profile
) -> None:
    """A browser that hands over to the open window is not taken for a new one."""
    start()

    assert "profile.in_use" == _refusal(installed, profile)


def test_held_profile_is_refused_before_anything_starts(
    tmp_path: Path, installed: Browser
) -> None:
    """The open window of an earlier run gets no second tab."""
    held = Profile(tmp_path, held=True)

    assert "profile.in_use" == _refusal(installed, held)


@posix_only
def test_browser_that_dies_is_told(tmp_path: Path, profile: Profile) -> None:
    """A browser that ends at once is told with its code."""
    fake = _fake_browser(tmp_path, "raise SystemExit(7)")

    with pytest.raises(BrowserUnavailable) as refused:
        start_browser(fake, profile, "about:blank")

    assert "browser.died" == refused.value.sentence
    assert {"name": "Fake", "code": 7} == refused.value.fields


@posix_only
def test_children_of_a_dead_browser_are_ended(tmp_path: Path, profile: Profile) -> None:
    """What a dying browser has started does not stay behind."""
    mark = str(tmp_path / "left-behind")
    body = f"import subprocess; subprocess.Popen(['tail', '-F', {mark!r}])"
    fake = _fake_browser(tmp_path, f"{body}; raise SystemExit(1)")

    _refusal(fake, profile)

    assert [] == _command_lines(mark)


@posix_only
def test_program_that_cannot_run_is_told(tmp_path: Path, profile: Profile) -> None:
    """A file the system refuses to run is a browser that died."""
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF nonsense")
    broken.chmod(0o755)

    assert "browser.died" == _refusal(Browser("x", broken, Family.CHROME), profile)


@posix_only
def test_browser_that_never_answers_is_given_up(
    tmp_path: Path, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser without a debugging port is ended and told."""
    monkeypatch.setattr(process_module, "_DEADLINE", 0.3)
    fake = _fake_browser(tmp_path, "import signal; signal.pause()")

    assert "browser.no_answer" == _refusal(fake, profile)
    assert [] == _command_lines(str(fake.path))


def test_taken_port_is_told(installed: Browser, profile: Profile) -> None:
    """A port of another program is not fought for."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        assert "browser.port_taken" == _refusal(installed, profile, port)


@posix_only
def test_more_arguments_come_from_the_environment(
    tmp_path: Path, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Maintainers add arguments, spaces and all; the address stays last."""
    said = tmp_path / "said"
    body = f"import sys; open({str(said)!r}, 'w').write(repr(sys.argv)); sys.exit(1)"
    monkeypatch.setenv("COMPANION_BROWSER_ARGS", "--lang=vi '--title=a b'")

    _refusal(_fake_browser(tmp_path, body), profile)

    tail = "'--lang=vi', '--title=a b', 'about:blank']"
    assert said.read_text(encoding="utf-8").endswith(tail)
