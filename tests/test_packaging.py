"""The wheel carries what git knows of the shipped folders, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """Build the wheel as a release would, in an environment of its own."""
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "."]
    subprocess.run([*build, "--wheel-dir", str(out)], cwd=ROOT, check=True)
    (built,) = out.glob("*.whl")
    return ZipFile(built)


def shipped(folder: str) -> set[str]:
    """List the files git knows in a folder; a release is built from these."""
    if not (ROOT / ".git").exists():
        pytest.skip("only a git checkout knows which files belong to it")
    command = ["git", "ls-files", "-z", folder]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return set(filter(None, listed.stdout.decode().split("\0")))


def test_wheel_carries_the_package(wheel: ZipFile) -> None:
    """Every tracked file of the package is in the wheel, and no other."""
    names = {n for n in wheel.namelist() if n.startswith("companion/")}

    packed = {n for n in names if not n.startswith("companion/_data/")}

    assert shipped("companion") == packed


@pytest.mark.parametrize("folder", ["selectors", "fixtures"])
def test_wheel_carries_the_data(wheel: ZipFile, folder: str) -> None:
    """Every tracked data file is in the wheel's copy; an unread capture never is."""
    prefix = "companion/_data/"

    packed = {
        name.removeprefix(prefix)
        for name in wheel.namelist()
        if name.startswith(prefix + folder)
    }

    assert shipped(folder) == packed


def test_wheel_carries_the_built_agent(wheel: ZipFile) -> None:
    """The committed bundle is in the wheel, so that nobody needs Node."""
    bundle = wheel.read("companion/agent/dist/agent.js")

    assert bundle == (ROOT / "companion/agent/dist/agent.js").read_bytes()


def test_pack_reads_out_of_an_installed_wheel(wheel: ZipFile, tmp_path: Path) -> None:
    """Without a checkout, the data is found in the wheel's own copy."""
    wheel.extractall(tmp_path)
    program = "from companion.data import selectors_dir as s; print(s())"

    answer = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path[:0] = ['.']; {program}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    found = Path(answer.stdout.strip())
    packs = [tomllib.loads(p.read_text("utf-8")) for p in found.glob("1688/**/*.toml")]
    assert tmp_path / "companion" / "_data" / "selectors" == found
    assert packs


def test_command_starts_the_program(wheel: ZipFile) -> None:
    """Installing the wheel gives the command `companion`."""
    (name,) = (n for n in wheel.namelist() if n.endswith("entry_points.txt"))

    entries = wheel.read(name).decode()

    assert "companion = companion.cli:main" in entries
