"""Whether there is a screen, and the one made in memory."""

from __future__ import annotations

import socket

import pytest

from companion.browser.screen import VirtualScreen, has_screen
from companion.errors import NoScreen

LINUX = "linux"


def test_screen_in_memory_is_a_screen() -> None:
    """A virtual screen answers while it is open, and not after."""
    with VirtualScreen() as screen:
        here = screen.environ({})

        assert has_screen(here, LINUX)
    assert not has_screen(here, LINUX)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":4999"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": "127.0.0.1:59"},
        {"DISPLAY": "127.0.0.1:70000"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
    ],
)
def test_display_nobody_answers_is_no_screen(environ: dict[str, str]) -> None:
    """A variable alone is no screen."""
    assert not has_screen(environ, LINUX)


def test_wayland_screen_is_a_screen(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A Wayland compositor that answers is a screen."""
    runtime = tmp_path_factory.mktemp("run")
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(runtime / "wayland-0"))
        compositor.listen()
        environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(runtime)}

        assert has_screen(environ, LINUX)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_one(platform: str) -> None:
    """On Windows and macOS a window can always be opened."""
    assert has_screen({}, platform)


def test_wayland_is_hidden_from_programs_on_the_virtual_screen() -> None:
    """A browser that prefers Wayland still opens on the virtual screen."""
    with VirtualScreen() as screen:
        environ = screen.environ({"WAYLAND_DISPLAY": "wayland-0", "LANG": "vi_VN"})

    assert {"LANG": "vi_VN", "DISPLAY": screen.display} == environ


def test_missing_xvfb_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Xvfb the person reads what to install."""
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(NoScreen) as refused, VirtualScreen():
        pass

    assert "screen.no_xvfb" == refused.value.sentence
